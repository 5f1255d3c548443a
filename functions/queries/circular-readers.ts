import type { Readings } from '../shell/readings.ts';
import type { Readers } from './readers.ts';
import type { Within } from './within.ts';

export const circularReaders = (
  { circulars }: Pick<Readings, 'circulars'>,
  within: Within,
): Pick<Readers, 'circulars' | 'circular' | 'receivedCirculars' | 'receivedCircular'> => ({
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
