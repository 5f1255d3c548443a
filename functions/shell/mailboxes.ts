import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { MailboxCommand } from '../../domain/mailbox/commands.ts';
import {
  MAILBOX_ID,
  type MailboxState,
  mailboxDecider,
  requireMailboxKeeper,
} from '../../domain/mailbox/mailbox.ts';
import { holders } from '../../domain/organisation/authority.ts';
import type { Log } from '../adapters/log.ts';
import type { MailboxSecrets } from '../adapters/mailbox-secrets.ts';
import { ADMINISTRATORS } from './administrators.ts';
import type { Aggregates } from './aggregates.ts';
import { execute, type Outcome, type Request } from './execute.ts';
import { Tenancy } from './tenancy.ts';

export type MailboxRequest = Omit<Request<MailboxCommand, MailboxState>, 'stream' | 'facts'>;

export type MailboxOutcome = Outcome<MailboxState> & {
  /** The new secret, when the command made one. It is in this answer and nowhere else: show it once. */
  readonly secret?: string;
};

/** Opens and closes the mailboxes of organisations, and gives out the secrets that their mail is signed with. */
export class MailboxCommands {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #tenancy: Tenancy;
  readonly #secrets: MailboxSecrets;

  constructor(log: Log, aggregates: Aggregates, secrets: MailboxSecrets) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#tenancy = new Tenancy(aggregates);
    this.#secrets = secrets;
  }

  /** @throws Refusal of the mailbox; `not-found` when there is no such organisation */
  async issue(scope: OrgScope, request: MailboxRequest): Promise<MailboxOutcome> {
    const facts = () => this.#facts(scope, request);
    const outcome = await execute({ log: this.#log, aggregates: this.#aggregates }, mailboxDecider, {
      ...request,
      stream: scope.stream('MAILBOX', MAILBOX_ID),
      facts,
    });
    if (!outcome.state?.open || request.type === 'CloseMailbox') return outcome;
    // A repeated command is answered without being decided again; its secret is not for whoever holds the key of it.
    if (outcome.repeated) requireMailboxKeeper(await facts());
    return { ...outcome, secret: this.#secrets.secret(scope.organisation, outcome.state.keyVersion) };
  }

  async #facts(scope: OrgScope, { actor, now }: MailboxRequest): Promise<MailboxCommand['facts']> {
    const { organisation } = await this.#tenancy.tenants(scope);
    const office = holders(organisation, ADMINISTRATORS, now);
    return { mayKeep: actor.kind === 'person' && office.has(actor.person) };
  }
}
