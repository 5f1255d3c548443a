import { DISPLAY_READS } from '../api/display-reads.ts';
import type { PageOf } from '../shell/reading/boards.ts';
import type { AttemptFilter, DeliveryFilter } from '../shell/reading/displays.ts';
import type { Readings } from '../shell/readings.ts';
import { answered, type Within } from './answered.ts';

export const displayReaders = ({ displays }: Pick<Readings, 'displays'>, within: Within) =>
  answered(DISPLAY_READS, {
    displays: within(async (scope, reader) => ({ displays: await displays.all(scope, reader) })),
    deliveries: within((scope, reader, { parameters, query }) =>
      displays.deliveries(scope, parameters.display ?? '', reader, query as PageOf & DeliveryFilter),
    ),
    attempts: within((scope, reader, { parameters, query, now }) =>
      displays.attempts(scope, parameters.display ?? '', reader, now, query as PageOf & AttemptFilter),
    ),
  });
