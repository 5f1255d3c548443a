import { refuse } from '../../domain/kernel/refusal.ts';
import type { InboundMail } from '../../domain/mailbox/mail.ts';
import { FeedbackCommands } from '../shell/feedback-commands.ts';
import { MailIn } from '../shell/mail-in.ts';
import { MailReplies } from '../shell/mail-replies.ts';
import type { WholeGround } from './ground.ts';
import { type Issue, scopeOf } from './request.ts';

/** Takes what a machine brings from a mailbox. */
export function mailIssuer(ground: WholeGround): Issue {
  const { log, aggregates, views, district, voice, sealer, mailboxSecrets: secrets } = ground;
  const mailIn = new MailIn({
    aggregates,
    feedback: new FeedbackCommands(log, aggregates, district.id),
    ...voice,
    secrets,
    replies: new MailReplies(views, sealer, secrets),
  });
  return async (request) =>
    mailIn.take(
      scopeOf(request),
      request.data as InboundMail,
      request.signed ?? refuse('not-signed-in'),
      request,
    );
}
