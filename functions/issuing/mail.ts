import { refuse } from '../../domain/kernel/refusal.ts';
import type { InboundMail } from '../../domain/mailbox/mail.ts';
import { MailboxSecrets } from '../adapters/mailbox-secrets.ts';
import { Sealer } from '../adapters/sealed.ts';
import { FeedbackCommands } from '../shell/feedback-commands.ts';
import { MailIn } from '../shell/mail-in.ts';
import { MailReplies } from '../shell/mail-replies.ts';
import type { Ground } from './ground.ts';
import { type Issue, scopeOf } from './request.ts';
import { voiceOf } from './voice.ts';

/** Takes what a machine brings from a mailbox. */
export function mailIssuer(ground: Ground): Issue {
  const { log, aggregates, views, district, masterKey } = ground;
  const secrets = new MailboxSecrets(masterKey);
  const mailIn = new MailIn({
    aggregates,
    feedback: new FeedbackCommands(log, aggregates, district.id),
    ...voiceOf(ground),
    secrets,
    replies: new MailReplies(views, new Sealer(masterKey), secrets),
  });
  return async (request) =>
    mailIn.take(
      scopeOf(request),
      request.data as InboundMail,
      request.signed ?? refuse('not-signed-in'),
      request,
    );
}
