import { dueAfter } from '../calendar/due-date.ts';
import { isWithin } from '../kernel/audience.ts';
import type { Decider } from '../kernel/decider.ts';
import { dayOf, endOfDay, type Instant } from '../kernel/time.ts';
import { requireSeat } from '../organisation/authority.ts';
import { strictest } from '../organisation/policy.ts';
import { personalData } from '../screening/personal-data.ts';
import { maySee, mayWork } from '../visibility.ts';
import type { TopicCommand, TopicCommandOf } from './commands.ts';
import type { TopicEvent } from './events.ts';
import { refuse } from './refusals.ts';
import { type Topic, type TopicState, topicHistory, topicShown } from './state.ts';

/** 群众关注什么就公开什么: raised, supported, and closed by an item or a reasoned refusal, by a day. */
export const topicDecider: Decider<TopicCommand, TopicEvent, TopicState> = {
  ...topicHistory,
  decide,
  nextDue,
};

function decide(command: TopicCommand, state: TopicState): readonly TopicEvent[] {
  if (command.type === 'RaiseTopic') {
    if (state) refuse('topic-exists');
    return raise(command);
  }
  const topic = state ?? refuse('topic-unknown');
  switch (command.type) {
    case 'TimePassed':
      return passTime(command, topic);
    case 'SupportTopic':
      return support(command, topic);
    case 'ModerateTopic':
      return moderate(command, topic);
    default:
      return settle(command, topic);
  }
}

function raise({ data, facts, now }: TopicCommandOf<'RaiseTopic'>): readonly TopicEvent[] {
  const { organisation, superior, calendar, reader, supporter } = facts;
  const own = reader.partyMember || reader.staff;
  const audience = data.audience ?? (own ? 'unit' : 'public');
  if (!maySee(reader, topicShown(reader.organisation, { audience, shown: true })))
    refuse('topic-audience-not-yours', { field: 'audience' });
  const days = strictest(organisation.policy, superior?.policy).feedbackAnswerDays;
  const { due } = dueAfter({ from: dayOf(now), days, counting: 'working' }, calendar);
  const raised = { ...data, audience, own, dueOn: due, ...(supporter !== undefined && { supporter }) };
  return [{ type: 'TopicRaised', data: raised }];
}

function support({ facts }: TopicCommandOf<'SupportTopic'>, topic: Topic): readonly TopicEvent[] {
  const { reader, supporter } = facts;
  const { organisation } = reader;
  if (!maySee(reader, topicShown(organisation, topic)) && !mayWork(reader, organisation))
    refuse('topic-unknown');
  if (supporter === undefined) return refuse('topic-supporter-unknown');
  requireOpen(topic);
  return topic.supporters.has(supporter) ? [] : [{ type: 'TopicSupported', data: { supporter } }];
}

function moderate(command: TopicCommandOf<'ModerateTopic'>, topic: Topic): readonly TopicEvent[] {
  requireOffice(command);
  const isSame = topic.shown === command.data.shown && !topic.unread;
  return isSame ? [] : [{ type: 'TopicModerated', data: command.data }];
}

function settle(
  command: TopicCommandOf<'AnswerTopic' | 'RefuseTopic' | 'MergeTopic'>,
  topic: Topic,
): readonly TopicEvent[] {
  requireOffice(command);
  requireOpen(topic);
  const { facts } = command;
  switch (command.type) {
    case 'AnswerTopic': {
      const audience = facts.disclosedTo ?? refuse('topic-item-undisclosed', { field: 'item' });
      if (!isWithin(topic.audience, audience)) refuse('topic-item-narrower', { field: 'item' });
      return [{ type: 'TopicAnswered', data: command.data }];
    }
    case 'RefuseTopic': {
      const count = personalData(command.data.reason, 'reason').length;
      if (count > 0) refuse('topic-reason-holds-personal-data', { field: 'reason', count });
      return [{ type: 'TopicRefused', data: command.data }];
    }
    case 'MergeTopic': {
      const { into } = facts;
      if (!into || into.answer || into.into !== undefined) refuse('topic-merge-unknown', { field: 'into' });
      if (into?.audience !== topic.audience) refuse('topic-merge-elsewhere', { field: 'into' });
      return [{ type: 'TopicMerged', data: command.data }];
    }
  }
}

function requireOpen({ answer, into }: Topic): void {
  if (answer) refuse('topic-closed');
  if (into !== undefined) refuse('topic-merged');
}

const requireOffice = ({ actor, facts: { organisation }, now }: TopicCommand): string =>
  requireSeat(actor, organisation, organisation.policy.proposers, now);

function passTime({ now }: TopicCommandOf<'TimePassed'>, topic: Topic): readonly TopicEvent[] {
  const due = nextDue(topic);
  return due !== undefined && due <= now ? [{ type: 'TopicOverdue', data: { dueOn: topic.dueOn } }] : [];
}

function nextDue(topic: TopicState): Instant | undefined {
  if (!topic || topic.answer || topic.into !== undefined || topic.overdue) return undefined;
  return endOfDay(topic.dueOn);
}
