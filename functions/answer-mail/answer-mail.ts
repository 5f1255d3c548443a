import { type Feedback, feedbackHistory } from '../../domain/feedback/state.ts';
import { OrgScope, parseStream } from '../../domain/kernel/scope.ts';
import { OPINION_MAIL } from '../../domain/mailbox/automatic.ts';
import { MAILBOX_ID, mailboxDecider } from '../../domain/mailbox/mailbox.ts';
import { ChannelRefused, type Mailer } from '../adapters/mailer.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import { logger } from '../edge/logger.ts';
import type { Aggregates, Loaded } from '../shell/aggregates.ts';
import type { Receipts } from '../shell/feedback-receipts.ts';
import type { MailReplies, Reply } from '../shell/mail-replies.ts';
import { Tenancy } from '../shell/tenancy.ts';
import { answered, confirmation, type Letter } from './letters.ts';

export interface AnsweringParts {
  readonly aggregates: Aggregates;
  readonly replies: Pick<MailReplies, 'find' | 'isTurnOf'>;
  readonly receipts: Receipts;
  /** Absent where the district has no mail server. */
  readonly mailer: Mailer | undefined;
  /** Origin under which people reach the site. */
  readonly publicUrl: string;
}

/**
 * Writes to whoever left an opinion by mail: that it came, if no machine sent it and it is their first one of the day,
 * and what it was answered. Those whose opinions were merged into it hear the same answer. A mail goes out again under
 * the same message id when it is not sure that it went.
 */
export class MailAnswers {
  readonly #parts: AnsweringParts;
  readonly #tenancy: Tenancy;

  constructor(parts: AnsweringParts) {
    this.#parts = parts;
    this.#tenancy = new Tenancy(parts.aggregates);
  }

  /** @throws Error when another attempt may succeed */
  async take(event: BusEvent): Promise<void> {
    const { organisation, id } = parseStream(event.stream);
    const scope = new OrgScope(organisation);
    const { state } = await this.#opinion(scope, id);
    if (!state || !this.#parts.mailer) return;
    if (event.type === 'FeedbackReceived') return this.#confirm(scope, id, event);
    const { answer } = state;
    if (event.type !== 'FeedbackAnswered' || !answer) return;
    for (const each of [id, ...state.duplicates]) {
      const name = `${each}.answer.${event.streamVersion}`;
      await this.#write(scope, each, event, name, (_, told) => answered(answer, told));
    }
  }

  #confirm(scope: OrgScope, id: string, event: BusEvent): Promise<void> {
    const isDue = async ({ confirm, to }: Reply) =>
      confirm && (await this.#parts.replies.isTurnOf(scope, id, to, event.time));
    return this.#write(scope, id, event, `${id}.received`, confirmation, isDue);
  }

  async #write(
    scope: OrgScope,
    id: string,
    { time }: BusEvent,
    name: string,
    letterOf: (opinion: Feedback, told: Parameters<typeof answered>[1]) => Letter,
    isDue: (reply: Reply) => Promise<boolean> = async () => true,
  ): Promise<void> {
    const { aggregates, mailer, replies, receipts, publicUrl } = this.#parts;
    const { state: opinion, commands } = await this.#opinion(scope, id);
    if (opinion?.channel !== 'email') return;
    const reply = await replies.find(scope, id, time);
    if (!reply || !(await isDue(reply))) return;
    const [first = ''] = commands.keys();
    const receipt = receipts.issue(scope, first);
    // Of an opinion that the office wrote down the code belongs to another command.
    if (receipt.id !== id) return;
    const [{ organisation }, { state: mailbox }] = await Promise.all([
      this.#tenancy.tenants(scope),
      aggregates.load(scope.stream('MAILBOX', MAILBOX_ID), mailboxDecider),
    ]);
    const letter = letterOf(opinion, {
      code: receipt.code,
      organisationName: organisation.name,
      followUrl: `${publicUrl}/o/${scope.organisation}/opinions/follow`,
    });
    try {
      await mailer?.send({
        to: reply.to,
        replyTo: mailbox?.open ? mailbox.address : undefined,
        ...letter,
        messageId: `${OPINION_MAIL}.${scope.organisation}.${name}`,
      });
    } catch (error) {
      if (!(error instanceof ChannelRefused)) throw error;
      // The answer stands where the code leads; nobody can be reached under a wrong address.
      logger.warn('mail refused', { organisation: scope.organisation, id });
    }
  }

  #opinion(scope: OrgScope, id: string): Promise<Loaded<Feedback | undefined>> {
    return this.#parts.aggregates.load(scope.stream('FEEDBACK', id), feedbackHistory);
  }
}
