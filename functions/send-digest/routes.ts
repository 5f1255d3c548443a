import type { Channel, SendingFailure } from '../../domain/alert/channels.ts';
import type { Digest } from '../../domain/alert/digest-state.ts';
import { headlineOf, linesOf } from '../../domain/alert/digest-text.ts';
import type { RobotAddress, RobotMessage, RobotOutcome } from '../../domain/alert/robot.ts';
import { robotDecider } from '../../domain/alert/robot-registry.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import { ChannelRefused, type Mailer } from '../adapters/mailer.ts';
import { SealBroken, type Sealer } from '../adapters/sealed.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import { openRobot } from '../shell/robots.ts';
import { Tenancy } from '../shell/tenancy.ts';

export interface Failed {
  readonly reason: SendingFailure;
  readonly final: boolean;
  readonly afterSeconds?: number;
}

/** The way out of the house to one addressee. */
export interface Route {
  readonly channel: Channel;
  /** What went wrong; undefined when it was taken on. */
  send(): Promise<Failed | undefined>;
}

export interface RouteSources {
  readonly aggregates: Aggregates;
  /** Absent where the district has no mail server. */
  readonly mailer: Mailer | undefined;
  readonly sealer: Sealer;
  readonly toRobot: (
    address: RobotAddress,
    message: RobotMessage,
    allowedAddresses: readonly string[],
  ) => Promise<RobotOutcome>;
  /** Origin under which people reach the site. */
  readonly publicUrl: string;
}

/** How each addressee is reached: people by mail if they have an address, robots on their platform. */
export class Routes {
  readonly #sources: RouteSources;
  readonly #tenancy: Tenancy;

  constructor(sources: RouteSources) {
    this.#sources = sources;
    this.#tenancy = new Tenancy(sources.aggregates);
  }

  of(scope: OrgScope, id: string, digest: Digest): Promise<Route> {
    return digest.addressee.kind === 'robot'
      ? this.#toRobot(scope, digest)
      : this.#toPerson(scope, id, digest);
  }

  /** Whoever has no address reads it in the inbox, where it lies in any case. */
  async #toPerson(scope: OrgScope, id: string, { addressee, day, alerts }: Digest): Promise<Route> {
    const { mailer } = this.#sources;
    const person = (await this.#tenancy.find(scope))?.people[addressee.id];
    if (!mailer || !person?.email) return INBOX;
    const { organisation } = scope;
    const lines = linesOf(alerts, organisation, false).map(({ text }, index) => `${index + 1}. ${text}`);
    const message = {
      to: person.email,
      subject: titleOf(day, alerts),
      text: [
        `${person.name}同志：`,
        '',
        ...lines,
        '',
        `请登录办理：${this.#inbox}`,
        '',
        '本邮件由系统自动发送，请勿回复。',
      ].join('\n'),
      messageId: `reminder.${organisation}.${id}`,
    };
    return { channel: 'mail', send: () => mailed(mailer.send(message)) };
  }

  async #toRobot(scope: OrgScope, { addressee, day, alerts }: Digest): Promise<Route> {
    const { aggregates, sealer, toRobot } = this.#sources;
    const stream = scope.stream('ROBOT', addressee.id);
    const [{ organisation }, { state: robot }] = await Promise.all([
      this.#tenancy.tenants(scope),
      aggregates.load(stream, robotDecider),
    ]);
    // Nobody misses what was meant for a group that has no robot any more: its people have digests of their own.
    if (!robot?.active) return INBOX;
    const message = {
      title: titleOf(day, alerts),
      lines: [
        ...linesOf(alerts, scope.organisation, false).map(({ text }) => ({ text })),
        { text: '登录办理', url: this.#inbox },
      ],
    };
    const send = async (): Promise<Failed | undefined> => {
      try {
        const address = openRobot(sealer, scope, addressee.id, robot);
        const { allowedAddresses } = organisation.policy.displayNetworks;
        return failedBy(await toRobot(address, message, allowedAddresses));
      } catch (error) {
        if (!(error instanceof SealBroken)) throw error;
        return { reason: 'key-unreadable', final: true };
      }
    };
    return { channel: robot.kind, send };
  }

  get #inbox(): string {
    return `${this.#sources.publicUrl}/desk/reminders`;
  }
}

const INBOX: Route = { channel: 'inbox', send: async () => undefined };

const titleOf = (day: string, alerts: Digest['alerts']): string =>
  `党务公开提醒（${day}）：${headlineOf(alerts)}`;

async function mailed(sending: Promise<void>): Promise<Failed | undefined> {
  try {
    await sending;
    return undefined;
  } catch (error) {
    const isRefused = error instanceof ChannelRefused;
    return { reason: isRefused ? 'mail-refused' : 'mail-failed', final: isRefused };
  }
}

function failedBy(outcome: RobotOutcome): Failed | undefined {
  if (outcome.result === 'sent') return undefined;
  const { reason, result, afterSeconds } = outcome;
  return { reason, final: result === 'refused', ...(afterSeconds !== undefined && { afterSeconds }) };
}
