import { addDays, type Day, dayOf, type Instant, plusDays } from '../../../domain/kernel/time.ts';

/** Days and instants counted from the time at which the sample is loaded. */
export interface Calendar {
  readonly now: Instant;
  readonly year: string;
  /** The day so many days from today. */
  day(count: number): Day;
  /** The instant so many days from now. */
  at(count: number): Instant;
}

export const calendarFrom = (now: Instant): Calendar => ({
  now,
  year: dayOf(now).slice(0, 4),
  day: (count) => addDays(dayOf(now), count),
  at: (count) => plusDays(now, count),
});

/** What a step may have to know of the item as it is by then. */
export interface SoFar {
  /** When the version in question was approved. */
  readonly approvedAt: Instant;
  /** Id of an opinion on this item, by its label. */
  opinion(label: string): string;
}

/** One request about an item, by somebody. */
export interface Step {
  /** Says which step it is, once and for all: the Idempotency-Key is made from it. */
  readonly label: string;
  /** Undefined for somebody who has not signed in. */
  readonly as: string | undefined;
  readonly path: string;
  readonly body: object | ((soFar: SoFar) => object);
  /** Resource it is about, when that is not the item itself. */
  readonly on?: { readonly opinion: string };
}

/** One item of the sample: its first draft, and what happens to it. */
export interface SampleItem {
  /** Names the item within its organisation; stable. */
  readonly slug: string;
  readonly clerk: string;
  readonly content: object;
  readonly life: readonly Step[];
}

const step = (label: string, as: string | undefined, path: string, body: Step['body'] = {}): Step => ({
  label,
  as,
  path,
  body,
});

const ASPECTS = ['content', 'form', 'audience', 'time', 'duration'];
const all = (verdict: object) => Object.fromEntries(ASPECTS.map((aspect) => [aspect, verdict]));

export const submit = (as: string, label = 'submit') => step(label, as, 'submission');

export const review = (as: string, label = 'review', risk?: string) =>
  step(label, as, 'reviews', {
    verdicts: all({ ok: true }),
    secrecy: { clear: true, note: '经审查，不涉及国家秘密和党内秘密，可以公开。' },
    ...(risk && { risk }),
  });

export const sendBack = (as: string, reason: string) => step('return', as, 'returns', { reason });

export const consult = (as: string, members: readonly string[], deadline: Instant) =>
  step('consult', as, 'consultations', { members, deadline });

export const reply = (as: string, opinion: string, agree = true) =>
  step(`reply-${as}`, as, 'consultation-answers', { agree, opinion });

export const approve = (as: string, label = 'approve', meeting?: object) =>
  step(label, as, 'approvals', meeting ? { meeting } : {});

export const escalate = (as: string, reason: string) => step('escalate', as, 'escalations', { reason });

export const withdraw = (as: string, reason: string, inError: boolean) =>
  step('withdraw', as, 'withdrawals', { reason, inError });

/** A disclosure in a meeting, right after the approval. */
export const proof = (as: string, details: object) =>
  step('proof', as, 'proofs', ({ approvedAt }) => ({ ...details, heldAt: approvedAt }));

export const progress = (as: string, percent: number, text: string) =>
  step(`progress-${percent}`, as, 'progress-entries', { percent, text });

export const completeStage = (as: string, stage: number, completedOn: Day, note: string) =>
  step(`stage-${stage}`, as, 'completed-stages', { stage, completedOn, note });

export const revise = (as: string, content: object, reason: string, opinions: readonly string[]) =>
  step('revise', as, 'revisions', (soFar) => ({
    content,
    reason,
    answers: opinions.map((label) => soFar.opinion(label)),
  }));

export const close = (as: string, summary?: string) =>
  step('close', as, 'closing', summary ? { summary } : {});

/** An opinion of somebody on the item: `as` undefined for a visitor. */
export const opine = (label: string, as: string | undefined, speaker: string, text: string, name?: string) =>
  step(label, as, 'feedback', {
    text,
    from: as || name ? { kind: 'signed', ...(name && { name }) } : { kind: 'anonymous' },
    speaker,
    channel: 'online',
  });

export const answer = (as: string, opinion: string, outcome: string, text: string): Step => ({
  ...step(`answer-${opinion}`, as, 'answers', { text, outcome }),
  on: { opinion },
});
