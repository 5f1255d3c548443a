import type * as z from 'zod/mini';
import { splitRobotUrl } from '../../domain/alert/platforms.ts';
import { refuse } from '../../domain/alert/refusals.ts';
import type { RobotAddress } from '../../domain/alert/robot.ts';
import type { robotCommands } from '../../domain/alert/robot-commands.ts';
import type {
  RegisteredRobot,
  RobotCommand,
  RobotState,
  SealedRobot,
} from '../../domain/alert/robot-registry.ts';
import { robotDecider } from '../../domain/alert/robot-registry.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import { holders } from '../../domain/organisation/authority.ts';
import type { Log } from '../adapters/log.ts';
import type { Sealer, SealOwner } from '../adapters/sealed.ts';
import { ADMINISTRATORS } from './administrators.ts';
import type { Aggregates } from './aggregates.ts';
import { execute, type Outcome, type Request } from './execute.ts';
import { Tenancy } from './tenancy.ts';

type Asked = z.infer<(typeof robotCommands)['RegisterRobot']>;
type Common = Omit<Request<RobotCommand, RobotState>, 'stream' | 'facts' | 'type' | 'data'>;

export type RobotRequest =
  | (Common & { readonly type: 'RegisterRobot'; readonly data: Asked })
  | (Common & {
      readonly type: 'RemoveRobot';
      readonly data: z.infer<(typeof robotCommands)['RemoveRobot']>;
    });

/** Characters of a key that people may see. */
const ENDING = 4;

/** Group robots of organisations. Their keys and secrets are sealed on the way in; the record never holds them plain. */
export class RobotCommands {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #tenancy: Tenancy;
  readonly #sealer: Sealer;

  constructor(log: Log, aggregates: Aggregates, sealer: Sealer) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#tenancy = new Tenancy(aggregates);
    this.#sealer = sealer;
  }

  /** @throws Refusal of the robot; `not-found` when there is no such organisation */
  async issue(scope: OrgScope, id: string, request: RobotRequest): Promise<Outcome<RobotState>> {
    const command =
      request.type === 'RegisterRobot'
        ? { ...request, data: await this.#seal(scope, id, request.data) }
        : request;
    return execute({ log: this.#log, aggregates: this.#aggregates }, robotDecider, {
      ...command,
      stream: scope.stream('ROBOT', id),
      facts: async () => {
        const { organisation } = await this.#tenancy.tenants(scope);
        const { actor, now } = request;
        const office = holders(organisation, ADMINISTRATORS, now);
        return { mayKeep: actor.kind === 'person' && office.has(actor.person) };
      },
    });
  }

  /** No two sealed texts are alike, so a request that comes again is sealed as it was the first time. */
  async #seal(scope: OrgScope, id: string, { kind, name, address, secret }: Asked): Promise<SealedRobot> {
    const { base, key } = splitRobotUrl(kind, address) ?? refuse('robot-address-wrong', { field: 'address' });
    const owner = sealOwner(scope, id);
    const { state: known } = await this.#aggregates.load(scope.stream('ROBOT', id), robotDecider);
    const seal = (plain: string, before: string | undefined): string =>
      before !== undefined && this.#sealer.open(before, owner) === plain
        ? before
        : this.#sealer.seal(plain, owner);
    return {
      kind,
      name,
      base,
      key: seal(key, known?.key),
      ending: key.slice(-ENDING),
      ...(kind !== 'wecom' && secret !== undefined && { secret: seal(secret, known?.secret) }),
    };
  }
}

/** @throws SealBroken when the master key is another one by now */
export function openRobot(sealer: Sealer, scope: OrgScope, id: string, robot: RegisteredRobot): RobotAddress {
  const { kind, base, secret = '' } = robot;
  const open = (sealed: string) => sealer.open(sealed, sealOwner(scope, id));
  const key = open(robot.key);
  return kind === 'wecom' ? { kind, base, key } : { kind, base, key, secret: open(secret) };
}

const sealOwner = ({ organisation }: OrgScope, id: string): SealOwner => ({
  organisation,
  channel: `robot-${id}`,
});
