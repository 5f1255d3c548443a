import { compareAudiences } from '../kernel/audience.ts';
import { dayOf } from '../kernel/time.ts';
import { requireRunning } from '../organisation/standing.ts';
import type { ItemCommandOf } from './commands.ts';
import { requireOffice } from './disclosing.ts';
import { checkContent, recorded, requireProposer } from './drafting.ts';
import type { ItemEvent } from './events.ts';
import { requireHeardOut } from './opinions.ts';
import { refuse } from './refusals.ts';
import { requireImpersonal } from './screening.ts';
import { refuseStage, requireSettled } from './stage.ts';
import {
  faces,
  type Item,
  inWork,
  isAbandoned,
  latest,
  pendingReleases,
  stagesOf,
  tenseOf,
} from './state.ts';

/**
 * 再公开: a new version that names the opinions it answers and is reviewed from the beginning (DF-32, HZ-18). Also of
 * an item that was taken down, given up or closed. What is up is never taken back this way: that is withdrawal, which
 * has its own rules.
 */
export function revise(command: ItemCommandOf<'ReviseItem'>, item: Item): readonly ItemEvent[] {
  requireProposer(command);
  requireRunning(command.facts.organisation);
  if (!isAbandoned(latest(item))) requireSettled(item);
  const { content } = command.data;
  checkContent(content, command.facts, command.now, latest(item), true);
  // What is up may still be on its way to a wider audience, so its plan counts, not only what it has reached.
  const promised = faces(item).map(({ version }) => version.content.audience);
  const isNarrower = promised.some((audience) => compareAudiences(content.audience, audience) < 0);
  if (promised.length > 0 && (content.withheld || isNarrower))
    refuse('narrower-than-shown', { field: 'content.audience' });
  requireImpersonal(content, { reason: command.data.reason });
  return [{ type: 'ItemRevised', data: { ...command.data, content: recorded(content, command.facts) } }];
}

/** 办结: the work is done and told. The item stays on show until its time is over. */
export function close(command: ItemCommandOf<'CloseItem'>, item: Item): readonly ItemEvent[] {
  requireOffice(command);
  const version = requireSettled(item);
  if (item.closed || inWork(item)) refuseStage(item, version, ['released', 'withheld']);
  const { content } = version;
  if (content.withheld?.kind === 'not-for-now') refuse('look-again-open');
  const owed = pendingReleases(version).length;
  if (owed > 0) refuse('releases-open', { count: owed });
  const open = stagesOf(item).filter((stage) => stage.completedOn === undefined).length;
  if (open > 0) refuse('stages-open', { count: open });
  const isHalf = content.pair?.part === 'plan' && tenseOf(item) !== 'done' && !command.facts.resultDisclosed;
  if (isHalf) refuse('result-missing');
  requireHeardOut(command, item);
  const { summary } = command.data;
  if (yearsOf(item).size > 1 && !summary) refuse('summary-missing', { field: 'summary' });
  requireImpersonal(content, { summary });
  return [{ type: 'ItemClosed', data: summary ? { summary } : {} }];
}

/** The years in which the work was planned, done and reported on. */
function yearsOf(item: Item): ReadonlySet<string> {
  const days = [
    ...stagesOf(item).flatMap(({ plannedOn, completedOn }) => [plannedOn, completedOn ?? plannedOn]),
    ...item.progress.map(({ at }) => dayOf(at)),
  ];
  return new Set(days.map((day) => day.slice(0, 4)));
}
