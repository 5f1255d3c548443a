import { PHASES, phaseOf, STAGES } from './phase.ts';
import { refuse } from './refusals.ts';
import {
  type Item,
  inWork,
  isAbandoned,
  isTakenDown,
  latest,
  standing,
  type Version,
  type VersionStage,
} from './state.ts';

/** The latest version, which must be at one of the stages. @throws Refusal `wrong-stage` naming both */
export function requireStage(item: Item, ...needed: readonly VersionStage[]): Version {
  const version = latest(item);
  const isOver = item.closed !== undefined || isAbandoned(version);
  return !isOver && needed.includes(version.stage) ? version : refuseStage(item, version, needed);
}

/**
 * What has been decided on, with nothing newer in work: the state in which an item is closed or disclosed again.
 * @throws Refusal `wrong-stage`
 */
export function requireSettled(item: Item): Version {
  const working = inWork(item);
  const version = standing(item);
  if (working || !version || !['released', 'withheld'].includes(version.stage)) {
    return refuseStage(item, working ?? version ?? latest(item), ['released', 'withheld']);
  }
  return version;
}

/** What is being disclosed: approved, and neither closed nor taken down. @throws Refusal `wrong-stage` */
export function requireStanding(item: Item, ...needed: readonly VersionStage[]): Version {
  const version = standing(item);
  const isOver = item.closed !== undefined || (version !== undefined && isTakenDown(version));
  if (version && !isOver && needed.includes(version.stage)) return version;
  return refuseStage(item, version ?? latest(item), needed);
}

export function refuseStage(item: Item, version: Version, needed: readonly VersionStage[]): never {
  return refuse('wrong-stage', {
    stage: PHASES[phaseOf(item, version)],
    needed: needed.map((name) => STAGES[name]).join('或'),
  });
}
