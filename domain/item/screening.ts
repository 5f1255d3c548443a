import type { Instant } from '../kernel/time.ts';
import { requireSeat } from '../organisation/authority.ts';
import { personalData } from '../screening/personal-data.ts';
import { screenText } from '../screening/screen.ts';
import type { ItemCommand, ItemCommandOf, ItemFacts } from './commands.ts';
import type { ItemContent } from './content.ts';
import type { ItemEvent, ItemFinding } from './events.ts';
import { findingsInFiles, isInFile } from './files.ts';
import { isFlaw } from './flaw.ts';
import { flawsIn } from './flaws.ts';
import { proseOf } from './prose.ts';
import { refuse } from './refusals.ts';
import { requireStage } from './stage.ts';
import { type Item, inWork, latest } from './state.ts';

/**
 * Screens the submitted content and what is attached to it for personal data, and the text for what makes it
 * inaccurate (TZ-10). Repeating it changes nothing.
 */
export function screen(item: Item, facts: ItemFacts): readonly ItemEvent[] {
  const version = inWork(item);
  if (version?.stage !== 'submitted' || version.findings) return [];
  return [{ type: 'ItemScreened', data: { findings: findingsOf(version.content, facts) } }];
}

/** The function on submission normally screens at once; this catches the submission that it missed. */
export function screeningDue(item: Item): Instant | undefined {
  const version = inWork(item);
  return version?.stage === 'submitted' && !version.findings ? version.submittedAt : undefined;
}

function findingsOf(content: ItemContent, facts: ItemFacts): ItemFinding[] {
  const inText = proseOf(content).flatMap(([path, text]) => screenText(text, path, publishedPhones(content)));
  const flaws = flawsIn(content, facts.linked);
  return [...inText, ...findingsInFiles(content.attachments, facts), ...flaws].map((finding, index) => ({
    ...finding,
    id: `f-${index + 1}`,
  }));
}

/** Numbers that the notice itself must publish (contact and supervision phone) are no findings. */
const publishedPhones = ({ objection }: ItemContent): readonly string[] =>
  objection ? [objection.phone, objection.supervisionPhone] : [];

/**
 * For what is shown without another review (progress, stages, proofs, the closing summary): it may hold no personal
 * data, not even with a justification. @throws Refusal `personal-data` naming the field
 */
export function requireImpersonal(
  content: ItemContent,
  texts: Readonly<Record<string, string | undefined>>,
): void {
  for (const [field, text = ''] of Object.entries(texts)) {
    const count = personalData(text, field, publishedPhones(content)).length;
    if (count > 0) refuse('personal-data', { field, count });
  }
}

export function markMasked(command: ItemCommandOf<'MaskFinding'>, item: Item): readonly ItemEvent[] {
  requireFindingOwner(command, item);
  const { field, kind } = requireOpenFinding(item, command.data.finding);
  if (isInFile(field)) refuse('finding-in-file', { field: 'finding' });
  if (isFlaw(kind)) refuse('finding-not-personal', { field: 'finding' });
  return [{ type: 'FindingMasked', data: command.data }];
}

export function justifyFinding(command: ItemCommandOf<'JustifyFinding'>, item: Item): readonly ItemEvent[] {
  requireFindingOwner(command, item);
  requireOpenFinding(item, command.data.finding);
  return [{ type: 'FindingJustified', data: command.data }];
}

/** Whoever writes or reviews may settle a finding; whoever approves sees the result. */
function requireFindingOwner(command: ItemCommand, item: Item): void {
  const { organisation } = command.facts;
  const { proposers, reviewers } = organisation.policy;
  requireSeat(command.actor, organisation, [...proposers, ...reviewers], command.now);
  requireStage(item, 'submitted', 'reviewed');
}

function requireOpenFinding(item: Item, id: string): ItemFinding {
  const open = latest(item).findings?.find((finding) => finding.id === id && !finding.settled);
  return open ?? refuse('finding-unknown', { field: 'finding' });
}
