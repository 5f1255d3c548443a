import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { DomainEvent } from '../kernel/decider.ts';
import type { Day, Instant } from '../kernel/time.ts';
import { alertTime, ladderDays, urgencyOf } from './ladder.ts';
import { type RuleGiver, rulesOf, stepName } from './rules.ts';
import type { LadderStep } from './rules-schema.ts';

/** Steps of the ladder that lie ahead, by name, each with its day: `{"T-1": "2026-09-21", "T": "2026-09-22"}`. */
export type Steps = Readonly<Record<string, Day>>;

/** One thing on its way up the ladder; without steps, as in records that are older than them, nothing is said of it. */
export interface Climb {
  readonly steps?: Steps;
  /** The last one that was spoken of. */
  readonly spoken?: string;
}

/** What is said when a step is reached. */
export interface Rung {
  readonly step: string;
  readonly says: ReturnType<typeof urgencyOf>;
}

/** The one event by which things that are owed by a day say that a step was reached, those of duties and opinions aside. */
export type LadderStepReached<About = Record<never, never>> = DomainEvent<
  'LadderStepReached',
  Rung & { readonly dueOn: Day } & About
>;

/** What it takes to lay out a ladder. */
export interface LadderFacts {
  readonly organisation: RuleGiver;
  readonly superior?: RuleGiver | undefined;
  readonly calendar: WorkingCalendar;
}

/** The steps to a due day that still lie ahead, by the rules of the organisation and its superior. */
export const stepsBy = (due: Day, { organisation, superior, calendar }: LadderFacts, now: Instant): Steps =>
  stepsTo(due, { ladder: rulesOf(organisation, superior).rules.ladder, calendar }, now);

export function stepsTo(
  due: Day,
  { ladder, calendar }: { readonly ladder: readonly LadderStep[]; readonly calendar: WorkingCalendar },
  now: Instant,
): Steps {
  const days = ladderDays(due, ladder, calendar);
  const named = ladder.map(({ offset }, index) => [stepName(offset), days[index] ?? due] as const);
  return Object.fromEntries(named.filter(([, day]) => alertTime(day) > now));
}

/** When the next step is to be spoken of; undefined when none is left. */
export function nextStepAt(climb: Climb | undefined): Instant | undefined {
  const [next] = ahead(climb);
  return next && alertTime(next[1]);
}

/** The highest step that was reached and not spoken of yet: what was slept through is said once. */
export function stepReached(climb: Climb | undefined, now: Instant): Rung | undefined {
  const reached = ahead(climb).findLast(([, day]) => alertTime(day) <= now);
  return reached && { step: reached[0], says: urgencyOf(reached[0], climb?.spoken) };
}

function ahead(climb: Climb | undefined): readonly (readonly [step: string, day: Day])[] {
  const steps = Object.entries(climb?.steps ?? {});
  return steps.slice(steps.findIndex(([step]) => step === climb?.spoken) + 1);
}

/** The first of the times; undefined when there is none. */
export const earliest = (...times: readonly (Instant | undefined)[]): Instant | undefined =>
  times.filter((time) => time !== undefined).toSorted()[0];
