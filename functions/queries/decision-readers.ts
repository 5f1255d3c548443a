import type { Tense } from '../../domain/item/state.ts';
import { DECISION_READS } from '../api/decision-reads.ts';
import type { Readings } from '../shell/readings.ts';
import { answered, type ReadRequest, type Within } from './answered.ts';

const tenseIn = ({ query }: ReadRequest) => (query as { tense?: Tense }).tense;

export const decisionReaders = ({ decisions }: Pick<Readings, 'decisions'>, within: Within) =>
  answered(DECISION_READS, {
    decisions: within(async (scope, reader, request) => {
      const tense = tenseIn(request);
      const all = await decisions.all(scope, reader);
      return { decisions: all.filter((line) => tense === undefined || line.tense === tense) };
    }),
    decision: within((scope, reader, { parameters: { decision = '' }, now }) =>
      decisions.one(scope, decision, reader, now),
    ),
    matters: within(async (scope, reader, request) => ({
      matters: await decisions.matters(scope, reader, tenseIn(request)),
    })),
    openActions: within(async (scope, reader, { now }) => ({
      openActions: await decisions.openActions(scope, reader, now),
    })),
  });
