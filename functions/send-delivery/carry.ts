import { fieldsOf } from '../../domain/display/carrier/fields.ts';
import type { Carrier } from '../../domain/display/carrier/schema.ts';
import type { Answer } from '../../domain/display/delivery-commands.ts';
import { signatureHeaders } from '../../domain/display/signature.ts';
import type { Display } from '../../domain/display/state.ts';
import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { Convey } from '../adapters/carriers/convey.ts';
import type { Sealer } from '../adapters/sealed.ts';
import type { DisplaySecrets } from '../adapters/secrets.ts';
import type { Webhook } from '../adapters/webhook.ts';
import { openCarrier } from '../shell/carrier-secrets.ts';

/** One message on its way to one display. */
export interface Attempt {
  readonly organisation: OrganisationId;
  /** Id of the display. */
  readonly id: string;
  readonly display: Display & { readonly url: string };
  /** `body` is the JSON text of one of the schemas in domain/display/notice.ts; `id` is the same for every repeat. */
  readonly message: { readonly id: string; readonly body: string };
  /** Private networks that the organisation's policy opens. */
  readonly allowedAddresses: readonly string[];
  /** Whichever keys sign at that time sign the message. */
  readonly time: Instant;
  /** Milliseconds that the display may take. */
  readonly patienceMs: number;
}

export interface CarryDependencies {
  readonly secrets: DisplaySecrets;
  /** Opens the secrets of carriers. */
  readonly sealer: Sealer;
  readonly send: (webhook: Webhook) => Promise<Answer>;
  readonly convey: Convey;
  /** Origin under which people reach the site. */
  readonly publicUrl: string;
  /**
   * Milliseconds since 1970, the machine's own clock. Everything else goes by the time of its event; this alone must
   * not, since a receiver refuses a signature that is five minutes old, and an event may have waited for longer.
   */
  readonly clock: () => number;
}

/** Brings a message to its display, once, and says what came back. Never throws for what the other side does. */
export function carry(attempt: Attempt, dependencies: CarryDependencies): Promise<Answer> {
  const { carrier } = attempt.display;
  return carrier ? byCarrier(attempt, carrier, dependencies) : asWebhook(attempt, dependencies);
}

function asWebhook(attempt: Attempt, { secrets, send, clock }: CarryDependencies): Promise<Answer> {
  const { organisation, id, display, message, allowedAddresses, time, patienceMs } = attempt;
  const timestamp = Math.floor(clock() / 1000);
  const signing = secrets.signing(organisation, id, display, time);
  return send({
    url: display.url,
    headers: {
      ...display.headers,
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'gongkai',
      ...signatureHeaders({ ...message, timestamp }, signing),
    },
    body: message.body,
    allowedAddresses,
    timeoutMs: patienceMs,
  });
}

function byCarrier(
  { organisation, id, display, message, allowedAddresses }: Attempt,
  carrier: Carrier,
  { sealer, convey, publicUrl }: CarryDependencies,
): Promise<Answer> {
  const page = (item: string) => `${publicUrl}/o/${organisation}/items/${item}`;
  return convey({
    url: display.url,
    carrier,
    headers: display.headers ?? {},
    values: fieldsOf(message.body, { page, display }),
    keys: openCarrier(sealer, new OrgScope(organisation), id, carrier),
    allowedAddresses,
  });
}
