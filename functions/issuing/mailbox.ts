import type { MailboxCommand } from '../../domain/mailbox/commands.ts';
import { MAILBOX_ID } from '../../domain/mailbox/mailbox.ts';
import { MailboxSecrets } from '../adapters/mailbox-secrets.ts';
import { MailboxCommands } from '../shell/mailboxes.ts';
import type { Ground } from './ground.ts';
import { commandOf, type Issue, issued, scopeOf } from './request.ts';

/** Sets a mailbox up. */
export function mailboxIssuer({ log, aggregates, permits, masterKey }: Ground): Issue {
  const mailboxes = new MailboxCommands(log, aggregates, new MailboxSecrets(masterKey));
  return async (request) => {
    const scope = scopeOf(request);
    const command = commandOf<MailboxCommand>(request, await permits.administrator(scope, request));
    const outcome = await mailboxes.issue(scope, command);
    return { ...issued(MAILBOX_ID, outcome), ...(outcome.secret && { secret: outcome.secret }) };
  };
}
