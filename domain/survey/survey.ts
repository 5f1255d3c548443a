import { isWithin } from '../kernel/audience.ts';
import type { Decider } from '../kernel/decider.ts';
import { dayOf, type Instant } from '../kernel/time.ts';
import { requireSeat } from '../organisation/authority.ts';
import type { Policy } from '../organisation/policy.ts';
import { strictest } from '../organisation/policy.ts';
import { personalData } from '../screening/personal-data.ts';
import type { SurveyCommand, SurveyCommandOf, SurveyFacts } from './commands.ts';
import type { SurveyEvent } from './events.ts';
import { refuse } from './refusals.ts';
import { type Survey, type SurveyState, surveyHistory } from './state.ts';
import { DEFAULT_THRESHOLD, GROUPS, type Group, groupOf } from './vocabulary.ts';

/** 座谈会、调查问卷、征求意见函: opened and closed by the clock, and concluded by what is made of the answers. */
export const surveyDecider: Decider<SurveyCommand, SurveyEvent, SurveyState> = {
  ...surveyHistory,
  decide,
  nextDue,
};

function decide(command: SurveyCommand, state: SurveyState): readonly SurveyEvent[] {
  if (command.type === 'PlanSurvey') {
    if (state) refuse('survey-exists');
    return plan(command);
  }
  const survey = state ?? refuse('survey-unknown');
  if (command.type === 'TimePassed') return passTime(command, survey);
  requireOffice(command);
  if (survey.withdrawn) refuse('survey-withdrawn');
  const { now, data } = command;
  if (command.type === 'WithdrawSurvey') {
    if (survey.closesAt <= now) refuse('survey-closed');
    return [{ type: 'SurveyWithdrawn', data: command.data }];
  }
  if (!survey.closed) refuse('survey-not-closed');
  if (survey.concluded) refuse('survey-concluded');
  const count = personalData((data as { text: string }).text, 'text').length;
  if (count > 0) refuse('survey-conclusion-holds-personal-data', { field: 'text', count });
  return [{ type: 'SurveyConcluded', data: command.data }];
}

/** The narrowest audience that each group belongs to. */
const REACHES = { party: 'party', masses: 'unit', society: 'public' } as const;

function plan(command: SurveyCommandOf<'PlanSurvey'>): readonly SurveyEvent[] {
  requireOffice(command);
  const { data, now, facts } = command;
  const { audience = 'unit', opensAt, closesAt } = data;
  const groups = [...new Set(data.groups)];
  if (closesAt <= opensAt || closesAt <= now) refuse('survey-times-wrong', { field: 'closesAt' });
  const outside = groups.find((group) => !isWithin(REACHES[group], audience));
  if (outside) refuse('survey-group-outside-audience', { field: 'groups', group: GROUPS[outside] });
  if (data.item !== undefined && !facts.hasItem) refuse('survey-item-unknown', { field: 'item' });
  const threshold = thresholdOf(facts.organisation.policy, facts.superior?.policy);
  return [{ type: 'SurveyPlanned', data: { ...data, groups, audience, threshold } }];
}

/** The stricter one hides more. */
const thresholdOf = (policy: Policy, floor: Policy | undefined): number =>
  Math.max(
    policy.surveyThreshold ?? floor?.surveyThreshold ?? DEFAULT_THRESHOLD,
    floor?.surveyThreshold ?? 0,
  );

const requireOffice = ({ actor, facts: { organisation }, now }: SurveyCommand): string =>
  requireSeat(actor, organisation, organisation.policy.proposers, now);

function passTime({ now, facts }: SurveyCommandOf<'TimePassed'>, survey: Survey): readonly SurveyEvent[] {
  const { opensAt, closesAt, openedAt, closed, withdrawn } = survey;
  if (withdrawn || closed) return [];
  const opened: SurveyEvent[] =
    openedAt === undefined && opensAt <= now ? [{ type: 'SurveyOpened', data: { closesAt } }] : [];
  if (now < closesAt) return opened;
  return [...opened, { type: 'SurveyClosed', data: closing(facts, survey, now) }];
}

function closing({ organisation, superior, calendar }: SurveyFacts, { groups }: Survey, now: Instant) {
  const members = Object.values(organisation.people).map(groupOf);
  const known = groups.filter((group) => group !== 'society');
  const days = strictest(organisation.policy, superior?.policy).feedbackAnswerDays;
  return {
    population: Object.fromEntries(
      known.map((group: Group) => [group, members.filter((each) => each === group).length]),
    ),
    concludeBy: calendar.addWorkdays(dayOf(now), days),
  };
}

function nextDue(survey: SurveyState): Instant | undefined {
  if (!survey || survey.withdrawn || survey.closed) return undefined;
  return survey.openedAt === undefined ? survey.opensAt : survey.closesAt;
}
