import { CIRCULAR_READS } from '../api/circular-reads.ts';
import type { Readings } from '../shell/readings.ts';
import { answered, type Within } from './answered.ts';

export const circularReaders = ({ circulars }: Pick<Readings, 'circulars'>, within: Within) =>
  answered(CIRCULAR_READS, {
    circulars: within(async (scope, reader) => ({ circulars: await circulars.issued(scope, reader) })),
    circular: within((scope, reader, { parameters: { circular = '' }, now }) =>
      circulars.issuedOne(scope, circular, reader, now),
    ),
    receivedCirculars: within(async (scope, reader, { now }) => ({
      circulars: await circulars.received(scope, reader, now),
    })),
    receivedCircular: within((scope, reader, { parameters: { issuer = '', circular = '' }, now }) =>
      circulars.receivedOne(scope, issuer, circular, reader, now),
    ),
  });
