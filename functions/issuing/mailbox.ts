import type { MailboxCommand } from '../../domain/mailbox/commands.ts';
import type { InboundMail } from '../../domain/mailbox/mail.ts';
import { MAILBOX_ID } from '../../domain/mailbox/mailbox.ts';
import { FeedbackCommands } from '../shell/feedback-commands.ts';
import { MailIn } from '../shell/mail-in.ts';
import { MailReplies } from '../shell/mail-replies.ts';
import { MailboxCommands } from '../shell/mailboxes.ts';
import type { WholeGround } from './ground.ts';
import { commandOf, type Issue, issued, scopeOf } from './request.ts';

/** Sets a mailbox up, and takes what a machine brings from it. */
export function mailboxIssuer(ground: WholeGround): Issue {
  const { log, aggregates, views, district, permits, voice, sealer, mailboxSecrets: secrets } = ground;
  const mailboxes = new MailboxCommands(log, aggregates, secrets);
  const mailIn = new MailIn({
    aggregates,
    feedback: new FeedbackCommands(log, aggregates, district.id),
    ...voice,
    secrets,
    replies: new MailReplies(views, sealer, secrets),
  });
  return async (request) => {
    const scope = scopeOf(request);
    const { signed } = request;
    if (signed) return mailIn.take(scope, request.data as InboundMail, signed, request);
    const command = commandOf<MailboxCommand>(request, await permits.administrator(scope, request));
    const outcome = await mailboxes.issue(scope, command);
    return { ...issued(MAILBOX_ID, outcome), ...(outcome.secret && { secret: outcome.secret }) };
  };
}
