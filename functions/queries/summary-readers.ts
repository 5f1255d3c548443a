import { dayOf } from '../../domain/kernel/time.ts';
import { yearIn } from '../api/evaluation-years.ts';
import { SUMMARY_READS } from '../api/summary-reads.ts';
import type { Readings } from '../shell/readings.ts';
import { answered, type Within } from './answered.ts';

export const summaryReaders = ({ summaries }: Pick<Readings, 'summaries'>, within: Within) =>
  answered(SUMMARY_READS, {
    summary: within(async (scope, reader, { parameters, now }) => {
      const { textOf } = await import('../../domain/summary/text.ts');
      const { figures: _, units, ...draft } = await summaries.draft(scope, reader, yearIn(parameters), now);
      return {
        ...draft,
        text: textOf(draft.summary),
        units: units.map(({ figures, ...unit }) => ({
          ...unit,
          disclosed: figures.total.公开事项 ?? 0,
          duty: figures.duty,
        })),
      };
    }),
    filings: within(async (scope, reader, { query, now }) => {
      const { yearAskedOn } = await import('../../domain/summary/due.ts');
      const { year = yearAskedOn(dayOf(now)) } = query as { year?: string };
      return { year, ...(await summaries.filed(scope, reader, year)) };
    }),
    filing: within((scope, reader, { parameters: { filing = '' } }) =>
      summaries.filing(scope, scope.organisation, filing, reader),
    ),
    receivedFiling: within((scope, reader, { parameters: { unit = '', filing = '' } }) =>
      summaries.filing(scope, unit, filing, reader),
    ),
  });
