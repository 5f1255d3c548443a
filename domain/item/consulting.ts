import { type Instant, minuteOf } from '../kernel/time.ts';
import { requireSeat } from '../organisation/authority.ts';
import { isOnRoster } from '../organisation/organisation.ts';
import type { ItemCommandOf } from './commands.ts';
import type { ItemEvent } from './events.ts';
import { refuse } from './refusals.ts';
import { requireStage } from './stage.ts';
import { type Item, inWork, type Version } from './state.ts';

/** Leadership members say what they think before the main leader signs (DF-23). One consultation at a time. */
export function consult(command: ItemCommandOf<'ConsultMembers'>, item: Item): readonly ItemEvent[] {
  const { organisation } = command.facts;
  const { members, deadline } = command.data;
  requireSeat(command.actor, organisation, organisation.policy.reviewers, command.now);
  const version = requireStage(item, 'reviewed');
  requireHeard(version, command.now);
  if (deadline <= command.now) refuse('deadline-not-ahead', { field: 'deadline' });
  members.forEach((person, index) => {
    if (!isOnRoster(organisation, person))
      refuse('person-not-on-roster', { field: `members.${index}`, person });
  });
  return [{ type: 'MembersConsulted', data: { members: [...new Set(members)], deadline } }];
}

/** An answer after the deadline is still heard, as long as nobody has approved the item. */
export function answerConsultation(
  command: ItemCommandOf<'AnswerConsultation'>,
  item: Item,
): readonly ItemEvent[] {
  const { consultation } = requireStage(item, 'reviewed');
  const member = command.actor.kind === 'person' ? command.actor.person : '';
  if (!consultation?.members.includes(member)) refuse('not-consulted');
  if (consultation?.answers.some((answer) => answer.member === member)) refuse('already-answered');
  return [{ type: 'ConsultationAnswered', data: { ...command.data, member } }];
}

/** The clock notes who stayed silent; from then on the consultation stands as it is. */
export function lapse(item: Item, now: Instant): readonly ItemEvent[] {
  const due = consultationDue(item);
  const version = inWork(item);
  if (!version || due === undefined || due > now) return [];
  return [{ type: 'ConsultationLapsed', data: { silent: silentMembers(version) } }];
}

export function consultationDue(item: Item): Instant | undefined {
  const version = inWork(item);
  if (version?.stage !== 'reviewed' || version.consultation?.lapsed) return undefined;
  return silentMembers(version).length > 0 ? version.consultation?.deadline : undefined;
}

/** Members who have not answered while the deadline has not passed; an empty list lets approval go on. */
export function stillConsulted(version: Version, now: Instant): readonly string[] {
  const { consultation } = version;
  return !consultation || consultation.lapsed || consultation.deadline <= now ? [] : silentMembers(version);
}

/** @throws Refusal `consultation-open` while members may still answer */
export function requireHeard(version: Version, now: Instant): void {
  const count = stillConsulted(version, now).length;
  if (count === 0 || !version.consultation) return;
  refuse('consultation-open', { count, deadline: minuteOf(version.consultation.deadline) });
}

function silentMembers({ consultation }: Version): readonly string[] {
  const answered = new Set(consultation?.answers.map((answer) => answer.member));
  return consultation?.members.filter((member) => !answered.has(member)) ?? [];
}
