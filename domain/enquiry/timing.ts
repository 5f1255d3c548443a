import { type Day, dayOf, endOfDay, type Instant, startOfDay } from '../kernel/time.ts';
import { daysLeft, type Leg, legOf } from './clock.ts';
import type { EnquiryCommand, EnquiryCommandOf, EnquiryFacts } from './commands.ts';
import type { EnquiryEvent } from './events.ts';
import { checkDay, checkText, requireLeaders, requireOther, requireOwner, rulesIn } from './guards.ts';
import { refuse } from './refusals.ts';
import { decisionOf, type Enquiry, enquiryHistory, legNow } from './state.ts';

/** Stop-and-go is what people complain of: a clock stands still so many times and no more. */
const MOST_STANDSTILLS = 3;

/** 一次性告知补正: asks the asker what is meant; the clock stands still meanwhile. */
export function askForClarity(
  command: EnquiryCommandOf<'AskForClarity'>,
  enquiry: Enquiry,
): readonly EnquiryEvent[] {
  checkText('text', command.data.text);
  return [{ type: 'EnquiryClarityAsked', data: { ...command.data, left: stopped(command, enquiry) } }];
}

/** A third party's consent, a superior's word: the clock waits for others, to a day. */
export function pause(command: EnquiryCommandOf<'PauseClock'>, enquiry: Enquiry): readonly EnquiryEvent[] {
  checkText('text', command.data.text);
  return [{ type: 'EnquiryPaused', data: { ...command.data, left: stopped(command, enquiry) } }];
}

/** Working days that are left when a clock is stopped now. */
function stopped(
  command: EnquiryCommandOf<'AskForClarity'> | EnquiryCommandOf<'PauseClock'>,
  enquiry: Enquiry,
): number {
  const { data, facts, now } = command;
  requireOwner(command, enquiry);
  if (enquiry.proposal) refuse('decision-pending');
  if (enquiry.standstills.length >= MOST_STANDSTILLS) refuse('paused-too-often', { most: MOST_STANDSTILLS });
  checkDay('until', data.until, command, rulesIn(facts).pauseDays);
  return daysLeft(running(enquiry, now), dayOf(now), facts.calendar);
}

export function resume(command: EnquiryCommandOf<'ResumeClock'>, enquiry: Enquiry): readonly EnquiryEvent[] {
  requireOwner(command, enquiry);
  return [resumed(enquiry, dayOf(command.now), command.facts)];
}

function resumed(enquiry: Enquiry, from: Day, { calendar }: EnquiryFacts): EnquiryEvent {
  const left = enquiry.standstill?.left ?? 1;
  return { type: 'EnquiryResumed', data: { leg: legOf('resumed', from, left, calendar) } };
}

/** More working days, once, by the leading group (开平: longer with its consent). */
export function extend(
  command: EnquiryCommandOf<'ExtendEnquiry'>,
  enquiry: Enquiry,
): readonly EnquiryEvent[] {
  const { data, facts, now } = command;
  requireOther(command, enquiry);
  requireLeaders(command);
  if (enquiry.extension) refuse('already-extended');
  const leg = running(enquiry, now);
  const { decideDays, longestDays } = rulesIn(facts);
  const least = decideDays + 1;
  if (data.days < least || data.days > longestDays)
    refuse('extension-out-of-range', { field: 'days', least, most: longestDays });
  const more = legOf('extended', leg.due, data.days - decideDays, facts.calendar);
  return [{ type: 'EnquiryExtended', data: { ...data, leg: more } }];
}

/** @throws Refusal `deadline-passed`: to stop or to stretch a date that was missed would hide that it was */
function running(enquiry: Enquiry, now: Instant): Leg {
  const leg = legNow(enquiry);
  if (!leg) throw new Error('an open case has a date');
  if (dayOf(now) > leg.due) refuse('deadline-passed', { due: leg.due });
  return leg;
}

/** When the case wants to be woken: a standstill is over, a date comes or has passed, something is looked at again. */
export function nextDue(enquiry: Enquiry | undefined): Instant | undefined {
  if (!enquiry) return undefined;
  if (enquiry.standstill) return endOfDay(enquiry.standstill.until);
  if (enquiry.stage === 'closed') return lookAgainAt(enquiry);
  const leg = legNow(enquiry);
  if (!leg || enquiry.overdue) return undefined;
  const isRemindable = !enquiry.reminded && leg.remindOn > leg.explanation.from;
  return isRemindable ? startOfDay(leg.remindOn) : endOfDay(leg.due);
}

function lookAgainAt(enquiry: Enquiry): Instant | undefined {
  const day = decisionOf(enquiry)?.lookAgainOn;
  return day === undefined ? undefined : startOfDay(day);
}

/** Everything that has come due, one after the other: a clock that was late misses nothing. */
export function passTime({ now, actor, facts }: EnquiryCommand, enquiry: Enquiry): readonly EnquiryEvent[] {
  const events: EnquiryEvent[] = [];
  let state: Enquiry = enquiry;
  for (let due = nextDue(state); due !== undefined && due <= now; due = nextDue(state)) {
    const event = dueEvent(state, due, facts);
    events.push(event);
    state = enquiryHistory.evolve(state, event, { at: now, by: actor }) ?? state;
  }
  return events;
}

function dueEvent(enquiry: Enquiry, due: Instant, facts: EnquiryFacts): EnquiryEvent {
  const { standstill, stage } = enquiry;
  if (standstill) return resumed(enquiry, standstill.until, facts);
  if (stage === 'closed') {
    const leg = legOf('look-again', dayOf(due), rulesIn(facts).decideDays, facts.calendar);
    return { type: 'EnquiryReopened', data: { leg } };
  }
  const leg = legNow(enquiry);
  if (!leg) throw new Error('an open case has a date');
  return { type: due < endOfDay(leg.due) ? 'EnquiryDueSoon' : 'EnquiryOverdue', data: { due: leg.due } };
}
