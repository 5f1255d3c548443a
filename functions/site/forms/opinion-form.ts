import { randomUUID } from 'node:crypto';
import type { Speaker } from '../../../domain/feedback/vocabulary.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { Reader } from '../../../domain/visibility.ts';
import { DoorRefusal } from '../../edge/problem.ts';
import type { Challenges } from '../../shell/feedback-challenge.ts';
import { askerOf } from '../asking.ts';
import type { Filled } from '../components/field.tsx';
import { idFrom, scopeFrom } from '../frames.ts';
import type { SiteContext, SiteServices } from '../services.ts';
import { commandKey } from './command-key.ts';
import { fieldErrors } from './errors.ts';
import { emptyForm, given, one, type Sent } from './form-data.ts';

/** The form for an opinion: as it was refused, or new for this reader. Strangers get a little work to do. */
export function opinionForm(reader: Reader, challenges: Challenges, now: Instant, filled?: Filled) {
  const command = randomUUID();
  return {
    filled: filled ?? emptyForm({ signed: 'anonymous', kind: 'opinion', speaker: speakerOf(reader) }),
    hidden: { command },
    challenge: reader.person === undefined ? challenges.issue(command, now) : undefined,
  };
}

/** As what most of them speak. */
export function speakerOf({ partyMember, staff }: Reader): Speaker {
  if (partyMember) return 'party-member';
  return staff ? 'staff' : 'parent';
}

/** What whoever left an opinion is told. */
export interface Left {
  readonly dueOn: string;
  /** With which they follow it. */
  readonly code: string;
}

/** Largest form that is looked at: the longest opinion in Chinese, as browsers write it. */
const MOST_BYTES = 32 * 1024;

/**
 * Leaves the opinion, on the item in the address or with the organisation as such. Says by when it will be answered, or
 * what was wrong with it.
 * @throws Refusal `item-unknown`; DoorRefusal 413, 429
 */
export async function leaveOpinion(
  c: SiteContext,
  services: SiteServices,
  sent: Sent,
): Promise<Left | { readonly filled: Filled }> {
  const { feedback, permits, voice } = services;
  if (Number(c.req.header('content-length') ?? 0) > MOST_BYTES) throw TOO_LARGE;
  const scope = scopeFrom(c);
  const item = c.req.param('item') === undefined ? undefined : idFrom(c, 'item');
  const { now, correlation, person: identity } = c.var;
  const asker = askerOf(c);
  const reader = await permits.reader(scope, asker);
  if (item !== undefined) await feedback.requireVisible(scope, item, reader);
  if (identity === undefined) await voice.guard.admit(scope, 'leave', addressOf(c), now);
  // Schemas are for those who speak; most come to read.
  const [{ parseInput }, { feedbackCommands }] = await Promise.all([
    import('../../edge/input.ts'),
    import('../../../domain/feedback/commands.ts'),
  ]);
  try {
    const key = commandKey(sent);
    const data = parseInput(feedbackCommands.LeaveFeedback, {
      ...(item !== undefined && { item }),
      ...(item === undefined && one(sent, 'kind') === 'proposal' && { kind: 'proposal' }),
      text: one(sent, 'text'),
      from:
        one(sent, 'signed') === 'signed'
          ? { kind: 'signed', ...given(sent, 'name', 'from.name') }
          : { kind: 'anonymous' },
      speaker: one(sent, 'speaker'),
      channel: 'online',
    });
    const wrong = identity === undefined ? machineLike(voice.challenges, key, sent, now) : undefined;
    if (wrong) return { filled: { values: sent, errors: [wrong] } };
    const receipt = voice.receipts.issue(scope, key);
    const outcome = await feedback.issue(scope, receipt.id, {
      type: 'LeaveFeedback',
      data,
      actor: await permits.speaker(scope, asker, data.from.kind === 'anonymous'),
      commandId: key,
      now,
      correlation,
    });
    return { dueOn: outcome.state?.dueOn ?? '', code: receipt.code };
  } catch (error) {
    return { filled: { values: sent, errors: fieldErrors(error, (path) => path) } };
  }
}

/** As the gateway saw it; nothing that the client says of itself. */
export const addressOf = (c: SiteContext): string | undefined => c.env.requestContext.http?.sourceIp;

/** What speaks against a form from somebody unknown; undefined when nothing does. */
export function machineLike(challenges: Challenges, command: string, sent: Sent, now: Instant) {
  if (one(sent, 'website') !== '')
    return {
      field: '',
      zh: '“网址”一项请勿填写，清空后重新提交。',
      en: 'Leave the field “website” empty and send again.',
    };
  const tried = { token: one(sent, 'challenge'), work: one(sent, 'work'), sum: one(sent, 'sum') };
  if (challenges.isMet(command, tried, now)) return undefined;
  return {
    field: 'sum',
    zh: '计算结果不对或页面已过期，请重新计算。',
    en: 'The sum is wrong, or the page is too old.',
  };
}

const TOO_LARGE = new DoorRefusal(413, 'body-too-large', {
  kind: 'malformed',
  zh: '提交内容过大，意见建议最多 2000 字。',
  en: 'The form is too large: an opinion holds 2000 characters at most.',
});
