import type { DisplayCommand, DisplayCommandOf, DisplayFacts } from '../../domain/display/commands.ts';
import { deliveryHistory, deliveryId } from '../../domain/display/delivery-state.ts';
import { displayDecider, requireKeeper } from '../../domain/display/display.ts';
import { type DisplayState, displayHistory } from '../../domain/display/state.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Log } from '../adapters/log.ts';
import type { Sealer } from '../adapters/sealed.ts';
import type { DisplaySecrets } from '../adapters/secrets.ts';
import type { Aggregates } from './aggregates.ts';
import { sealCarrier } from './carrier-secrets.ts';
import { execute, type Outcome, type Request } from './execute.ts';
import { Tenancy } from './tenancy.ts';

/** A command on a display, without what the record itself supplies. */
export type DisplayRequest = Omit<Request<DisplayCommand, DisplayState>, 'stream' | 'facts'>;

export type DisplayOutcome = Outcome<DisplayState> & {
  /** The new signing secret, when the command made one. It is in this answer and nowhere else: show it once. */
  readonly secret?: string;
};

/** Issues commands on the displays of one organisation. */
export class DisplayCommands {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #tenancy: Tenancy;
  readonly #secrets: DisplaySecrets | undefined;
  readonly #sealer: Sealer | undefined;

  /**
   * @param secrets may be left out by functions that neither register displays nor rotate secrets
   * @param sealer for secrets of carriers; likewise
   */
  constructor(log: Log, aggregates: Aggregates, secrets?: DisplaySecrets, sealer?: Sealer) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#tenancy = new Tenancy(aggregates);
    this.#secrets = secrets;
    this.#sealer = sealer;
  }

  /**
   * @param id of the display; for `RegisterDisplay` derived from the Idempotency-Key, so that a repeat finds it
   * @throws Refusal of the display; `not-found` when there is no such organisation
   */
  async issue(scope: OrgScope, id: string, request: DisplayRequest): Promise<DisplayOutcome> {
    const facts = () => this.#facts(scope, id, request);
    const outcome = await execute({ log: this.#log, aggregates: this.#aggregates }, displayDecider, {
      ...request,
      data: await this.#sealed(scope, id, request),
      stream: scope.stream('DISPLAY', id),
      facts,
    });
    const keyVersion = newKeyOf(request, outcome.state);
    if (keyVersion === undefined || !this.#secrets) return outcome;
    // A repeated command is answered without being decided again; its secret is not for whoever holds the key of it.
    if (outcome.repeated) requireKeeper({ ...request, facts: await facts() });
    return { ...outcome, secret: this.#secrets.secret(scope.organisation, id, keyVersion) };
  }

  /** The command as it may be recorded: secrets of others in it are sealed. */
  async #sealed(scope: OrgScope, id: string, { data }: DisplayRequest): Promise<DisplayRequest['data']> {
    if (!('carrier' in data) || !data.carrier || !data.url || !this.#sealer) return data;
    const { url, carrier } = data;
    const { state } = await this.#aggregates.load(scope.stream('DISPLAY', id), displayHistory);
    const sealed = sealCarrier(this.#sealer, scope, id, { url, carrier }, state ?? {});
    return { ...data, ...sealed } as DisplayRequest['data'];
  }

  async #facts(scope: OrgScope, id: string, request: DisplayRequest): Promise<DisplayFacts> {
    if (request.type !== 'ResendNotice') return this.#tenancy.tenants(scope);
    const { item } = request.data as DisplayCommandOf<'ResendNotice'>['data'];
    const [tenants, { state }] = await Promise.all([
      this.#tenancy.tenants(scope),
      this.#aggregates.load(scope.stream('DELIVERY', deliveryId(id, item)), deliveryHistory),
    ]);
    return { ...tenants, isTold: state !== undefined };
  }
}

/** Version of the key that the command made; undefined when it made none, or the display gets no notices. */
function newKeyOf({ type }: DisplayRequest, display: DisplayState): number | undefined {
  if (!display?.url || display.carrier) return undefined;
  if (type === 'RegisterDisplay') return 1;
  return type === 'RotateSecret' ? display.keyVersion : undefined;
}
