import { stageOf } from '../../domain/feedback/state.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { standingOf } from '../../domain/mailbox/automatic.ts';
import type { InboundMail } from '../../domain/mailbox/mail.ts';
import { MAILBOX_ID, type Mailbox, mailboxDecider, mailKeys } from '../../domain/mailbox/mailbox.ts';
import { refuse } from '../../domain/mailbox/refusals.ts';
import { senderOf } from '../../domain/mailbox/sender.ts';
import { codeIn, opinionIn } from '../../domain/mailbox/wording.ts';
import type { MailboxSecrets, SignedText } from '../adapters/mailbox-secrets.ts';
import type { Aggregates } from './aggregates.ts';
import type { FeedbackCommands, FeedbackRequest } from './feedback-commands.ts';
import type { FeedbackGuard } from './feedback-guard.ts';
import type { Receipts } from './feedback-receipts.ts';
import type { MailReplies } from './mail-replies.ts';

export interface MailInParts {
  readonly aggregates: Aggregates;
  readonly feedback: Pick<FeedbackCommands, 'issue'>;
  readonly receipts: Receipts;
  readonly guard: Pick<FeedbackGuard, 'admit'>;
  readonly secrets: MailboxSecrets;
  readonly replies: Pick<MailReplies, 'keep'>;
}

export interface TakenMail {
  /** Of the opinion; of the mailbox where the mail was not taken. */
  readonly id: string;
  readonly version: number;
  readonly repeated: boolean;
  /** `ignored` for what a machine sent. */
  readonly stage: string;
}

/** What an opinion takes no more of, so that a further word has to be one of its own. */
const TAKES_NO_MORE: ReadonlySet<string> = new Set(['feedback-unknown', 'feedback-closed', 'additions-full']);
const BY_MAIL = { kind: 'system', name: 'mailbox' } as const;

/** Mail that comes in for an organisation becomes an opinion, or a further word on the one whose receipt code it bears. */
export class MailIn {
  readonly #parts: MailInParts;

  constructor(parts: MailInParts) {
    this.#parts = parts;
  }

  /** @throws Refusal `signature-wrong`, `mail-empty`; DoorRefusal 429 */
  async take(
    scope: OrgScope,
    mail: InboundMail,
    signed: SignedText,
    { now, correlation }: { readonly now: Instant; readonly correlation: string },
  ): Promise<TakenMail> {
    const { secrets, guard } = this.#parts;
    const { state, version } = await this.#mailbox(scope);
    // The same answer whether there is a mailbox or not.
    const keys = state ? mailKeys(state, now) : [];
    const isSigned = secrets.isSigned(scope.organisation, keys, signed, now);
    const mailbox = state && isSigned ? state : refuse('signature-wrong');
    const sender = senderOf(mail.from);
    await guard.admit(scope, 'mail', sender.address, now);
    await guard.admit(scope, 'mailbox', scope.organisation, now);
    const standing = standingOf(mail, sender, mailbox.address);
    if (standing === 'machine') return { id: MAILBOX_ID, version, repeated: false, stage: 'ignored' };
    const commandId = secrets.commandId(scope.organisation, sender.address, mail.messageId);
    const common = { actor: BY_MAIL, commandId, now, correlation };
    const added = await this.#add(scope, mail, common);
    if (added) return added;
    const { id } = this.#parts.receipts.issue(scope, commandId);
    const text = opinionIn(mail);
    // Before the opinion: whoever hears of that looks for the address at once.
    if (sender.address !== '')
      await this.#parts.replies.keep(scope, id, { to: sender.address, confirm: standing === 'person' }, now);
    return this.#issue(scope, id, {
      ...common,
      type: 'LeaveFeedback',
      data: {
        text,
        from:
          sender.address === '' ? { kind: 'anonymous' } : { kind: 'signed', name: sender.name || NAMELESS },
        speaker: 'society',
        channel: 'email',
      },
      isNew: true,
    });
  }

  /** Nothing but the code says to which opinion a mail belongs: everybody can write any subject and any address. */
  async #add(
    scope: OrgScope,
    mail: InboundMail,
    common: Pick<FeedbackRequest, 'actor' | 'commandId' | 'now' | 'correlation'>,
  ): Promise<TakenMail | undefined> {
    const code = codeIn(mail);
    const id = code && this.#parts.receipts.idFor(scope, code);
    if (!id) return undefined;
    try {
      const data = { text: opinionIn(mail, true) };
      return await this.#issue(scope, id, { ...common, type: 'AddToFeedback', data, holdsReceipt: true });
    } catch (error) {
      if (error instanceof Refusal && TAKES_NO_MORE.has(error.code)) return undefined;
      throw error;
    }
  }

  async #issue(scope: OrgScope, id: string, request: FeedbackRequest): Promise<TakenMail> {
    const { state, version, repeated } = await this.#parts.feedback.issue(scope, id, request);
    return { id, version, repeated, stage: state ? stageOf(state) : 'received' };
  }

  async #mailbox(scope: OrgScope): Promise<{ state: Mailbox | undefined; version: number }> {
    return this.#parts.aggregates.load(scope.stream('MAILBOX', MAILBOX_ID), mailboxDecider);
  }
}

const NAMELESS = '来信人（未署名）';
