import type * as z from 'zod/mini';
import type { StreamKind } from '../kernel/scope.ts';
import type { about } from './about.ts';
import { refuse } from './refusals.ts';

export type About = z.infer<typeof about>;

/** What supervision can be attached to, and the streams whose commits are its steps (JX-07). */
export const ATTACHABLE = {
  item: { stream: 'ITEM', zh: '公开事项' },
  decision: { stream: 'DECISION', zh: '决策事项' },
  feedback: { stream: 'FEEDBACK', zh: '意见建议' },
  enquiry: { stream: 'ENQUIRY', zh: '依申请公开' },
  duty: { stream: 'LEDGER', zh: '公开台账' },
} as const satisfies Record<string, { readonly stream: StreamKind; readonly zh: string }>;
export type Attachable = keyof typeof ATTACHABLE;

/**
 * Any step of the record can be looked at, as long as there is one.
 * @param steps how many commits the thing has; 0 where it is not there
 * @throws Refusal `step-unknown`
 */
export function requireStep(about: About | undefined, steps: number | undefined): void {
  if (about && (about.step ?? 1) > (steps ?? 0)) refuse('step-unknown', { field: 'about' });
}
