import type { ItemContent } from '../../../domain/item/content.ts';
import type { Filled } from '../components/field.tsx';
import { given, many, one, type Sent } from './form-data.ts';

const FLAGS = ['sensitive', 'aboutPeople'] as const;

/** How the matter came about, as far as the form says so. */
export function procedureOf(sent: Sent): Partial<Record<keyof ItemContent, unknown>> {
  const flags = many(sent, 'flags');
  const parts = many(sent, 'lifeMeeting');
  const notice = one(sent, 'tender.notice');
  return {
    ...given(sent, 'decision'),
    ...given(sent, 'noDecision'),
    ...Object.fromEntries(FLAGS.filter((flag) => flags.includes(flag)).map((flag) => [flag, true])),
    ...(parts.length > 0 && { lifeMeeting: parts }),
    ...(notice !== '' && { tender: { notice, ...given(sent, 'result', 'tender.result') } }),
  };
}

/** The form filled with it. */
export const procedureValues = (content: Partial<ItemContent>): Filled['values'] => ({
  decision: content.decision,
  noDecision: content.noDecision,
  flags: FLAGS.filter((flag) => content[flag]),
  lifeMeeting: content.lifeMeeting,
  'tender.notice': content.tender?.notice,
  'tender.result': content.tender?.result,
});
