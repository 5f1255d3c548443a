import type { DisplayCommand, DisplayFacts } from '../../domain/display/commands.ts';
import { displayDecider, requireKeeper } from '../../domain/display/display.ts';
import type { DisplayState } from '../../domain/display/state.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Log } from '../adapters/log.ts';
import type { DisplaySecrets } from '../adapters/secrets.ts';
import type { Aggregates } from './aggregates.ts';
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

  /** @param secrets may be left out by functions that neither register displays nor rotate secrets */
  constructor(log: Log, aggregates: Aggregates, secrets?: DisplaySecrets) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#tenancy = new Tenancy(aggregates);
    this.#secrets = secrets;
  }

  /**
   * @param id of the display; for `RegisterDisplay` derived from the Idempotency-Key, so that a repeat finds it
   * @throws Refusal of the display; `not-found` when there is no such organisation
   */
  async issue(scope: OrgScope, id: string, request: DisplayRequest): Promise<DisplayOutcome> {
    const facts = (): Promise<DisplayFacts> => this.#tenancy.tenants(scope);
    const outcome = await execute({ log: this.#log, aggregates: this.#aggregates }, displayDecider, {
      ...request,
      stream: scope.stream('DISPLAY', id),
      facts,
    });
    const keyVersion = newKeyOf(request, outcome.state);
    if (keyVersion === undefined || !this.#secrets) return outcome;
    // A repeated command is answered without being decided again; its secret is not for whoever holds the key of it.
    if (outcome.repeated) requireKeeper({ ...request, facts: await facts() });
    return { ...outcome, secret: this.#secrets.secret(scope.organisation, id, keyVersion) };
  }
}

/** Version of the key that the command made; undefined when it made none, or the display gets no notices. */
function newKeyOf({ type }: DisplayRequest, display: DisplayState): number | undefined {
  if (!display?.url) return undefined;
  if (type === 'RegisterDisplay') return 1;
  return type === 'RotateSecret' ? display.keyVersion : undefined;
}
