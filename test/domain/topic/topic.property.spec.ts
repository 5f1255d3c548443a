import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../../../domain/kernel/refusal.ts';
import { plusDays } from '../../../domain/kernel/time.ts';
import type { TopicCommand } from '../../../domain/topic/commands.ts';
import type { TopicEvent } from '../../../domain/topic/events.ts';
import { type TopicState, topicStageOf } from '../../../domain/topic/state.ts';
import { topicDecider } from '../../../domain/topic/topic.ts';
import { stranger } from '../../../domain/visibility.ts';
import { NOW, person } from '../item/school.ts';
import { as, issue, MEMBER, NEIGHBOUR, raise, raised, support, TEACHER } from './topics.ts';

const READERS = [TEACHER, MEMBER, NEIGHBOUR, stranger('dongfang')];
const reader = fc.constantFrom(...READERS);
const by = fc.constantFrom(person('li'), person('zhou'), person('wu'));
const audience = fc.constantFrom('party', 'unit', 'public', undefined);
const reason = fc.constantFrom('依据有关规定。', '电话 13812345678');

const command: fc.Arbitrary<TopicCommand> = fc.oneof(
  fc
    .tuple(reader, audience)
    .map(([who, to]) => raise({ title: '校服采购', ...(to && { audience: to }) }, as(who))),
  { weight: 4, arbitrary: reader.map(support) },
  fc
    .tuple(by, audience)
    .map(([who, disclosedTo]) =>
      issue('AnswerTopic', { item: 'item' }, { by: who, facts: disclosedTo ? { disclosedTo } : {} }),
    ),
  fc
    .tuple(by, reason)
    .map(([who, why]) => issue('RefuseTopic', { ground: 'not-held', reason: why }, { by: who })),
  fc
    .tuple(by, fc.boolean())
    .map(([who, shown]) => issue('ModerateTopic', { shown, reason: '已核。' }, { by: who })),
  fc
    .constantFrom(undefined, raised().state)
    .map((into) => issue('MergeTopic', { into: 'other' }, { facts: into ? { into } : {} })),
  fc.integer({ min: 0, max: 60 }).map((days) => issue('TimePassed', {}, { now: plusDays(NOW, days) })),
);

/** Whatever people do, in any order: the states it went through and everything that was recorded. */
function run(commands: readonly TopicCommand[]) {
  const events: TopicEvent[] = [];
  const states = [topicDecider.initial];
  for (const each of commands) {
    try {
      for (const event of topicDecider.decide(each, states.at(-1))) {
        events.push(event);
        states.push(topicDecider.evolve(states.at(-1), event, { at: each.now, by: each.actor }));
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { events, states, state: states.at(-1) as TopicState };
}

const CLOSING = { answered: 'TopicAnswered', refused: 'TopicRefused', merged: 'TopicMerged' } as const;
const seen = new Set<string>();

test('a topic is closed by an item or a reasoned refusal only, once, and stays closed', () => {
  fc.assert(
    fc.property(fc.array(command, { minLength: 3, maxLength: 30 }), (commands) => {
      const { events, states, state } = run(commands);
      if (!state) return;
      const stage = topicStageOf(state);
      seen.add(stage);
      const closings = events.filter(({ type }) => Object.values(CLOSING).includes(type as never));
      expect(closings.map(({ type }) => type)).toEqual(stage === 'open' ? [] : [CLOSING[stage]]);
      const stages = states.flatMap((each) => (each ? [topicStageOf(each)] : []));
      expect(new Set(stages).size).toBeLessThanOrEqual(2);
      expect(topicDecider.nextDue(state) === undefined).toBe(stage !== 'open' || state.overdue);
    }),
    { numRuns: 500 },
  );
  expect([...seen].toSorted()).toEqual(['answered', 'merged', 'open', 'refused']);
});

test('nobody’s support counts twice, and nobody counts who is not known', () => {
  fc.assert(
    fc.property(fc.array(command, { minLength: 3, maxLength: 30 }), (commands) => {
      const { events, state } = run(commands);
      const voices = events.flatMap(({ type, data }) =>
        type === 'TopicSupported' || type === 'TopicRaised' ? (data.supporter ?? []) : [],
      );
      expect(new Set(voices).size).toBe(voices.length);
      expect(state?.supporters.size ?? 0).toBe(voices.length);
    }),
    { numRuns: 300 },
  );
});
