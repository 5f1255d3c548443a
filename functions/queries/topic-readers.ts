import type { TopicStage } from '../../domain/topic/vocabulary.ts';
import { TOPIC_READS } from '../api/topic-reads.ts';
import type { Readings } from '../shell/readings.ts';
import { answered, type Within } from './answered.ts';

export const topicReaders = ({ topics }: Pick<Readings, 'topics'>, within: Within) =>
  answered(TOPIC_READS, {
    topics: within(async (scope, reader, { query }) => {
      const { stage, top } = query as { stage?: TopicStage; top: number };
      const ranked = await topics.ranked(scope, reader);
      const asked = ranked.filter((topic) => stage === undefined || topic.stage === stage);
      return { topics: asked.slice(0, top) };
    }),
    topic: within((scope, reader, { parameters: { topic = '' } }) => topics.one(scope, topic, reader)),
  });
