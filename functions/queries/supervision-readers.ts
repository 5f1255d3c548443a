import { dayOf, type Instant } from '../../domain/kernel/time.ts';
import type { DossierKind } from '../../domain/supervision/dossier.ts';
import type { Attachable } from '../../domain/supervision/steps.ts';
import { SUPERVISION_READS } from '../api/supervision-reads.ts';
import type { FollowUpFilter } from '../shell/reading/supervision-readings.ts';
import type { Readings } from '../shell/readings.ts';
import { answered, type Within } from './answered.ts';

const yearOf = (query: object, now: Instant): number =>
  (query as { year?: number }).year ?? Number(dayOf(now).slice(0, 4));

export const supervisionReaders = (
  { supervision, cases, dossier }: Pick<Readings, 'supervision' | 'cases' | 'dossier'>,
  within: Within,
) =>
  answered(SUPERVISION_READS, {
    visits: within(async (scope, reader, { now }) => ({
      visits: await supervision.visits(scope, reader, now),
    })),
    visit: within((scope, reader, { parameters: { visit = '' }, now }) =>
      supervision.visit(scope, visit, reader, now),
    ),
    followUps: within(async (scope, reader, { query, now }) => ({
      followUps: await supervision.followUps(scope, reader, now, query as FollowUpFilter),
    })),
    followUp: within((scope, reader, { parameters: { followup = '' }, now }) =>
      supervision.followUp(scope, followup, reader, now),
    ),
    cases: within(async (scope, reader, { now }) => ({ cases: await cases.all(scope, reader, now) })),
    case: within((scope, reader, { parameters, now }) =>
      cases.one(scope, parameters.case ?? '', reader, now),
    ),
    supervisionSteps: within(async (scope, reader, { query, now }) => {
      const { kind, id } = query as { kind: Attachable; id: string };
      return { steps: await supervision.steps(scope, kind, id, reader, now) };
    }),
    supervision: within((scope, _, { query, now }) => supervision.counters(scope, yearOf(query, now), now)),
    examples: within(async (scope) => ({ examples: await supervision.examples(scope) })),
    ledgerEntries: within(async (scope, reader, { query, now }) => {
      const { kind } = query as { kind?: DossierKind };
      return { entries: await dossier.entries(scope, reader, yearOf(query, now), now, kind) };
    }),
  });
