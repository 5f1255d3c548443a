import { describe, expect, test } from 'vitest';
import { circularErrands } from '../../../domain/circular/tasks.ts';

const CIRCULAR = {
  issuedAt: '2026-09-01T00:00:00.000Z',
  dueOn: '2026-09-10',
  hasTask: true,
  withdrawn: false,
};
const due = '2026-09-10T16:00:00.000Z';
const receivedAt = '2026-09-02T00:00:00.000Z';

describe('what a recipient’s office has to do about a circular', () => {
  test('given it was issued, then it is signed for by its last day', () => {
    const signing = [{ kind: 'receive-circular', since: CIRCULAR.issuedAt, due }];
    expect(circularErrands(CIRCULAR, undefined)).toEqual(signing);
    expect(circularErrands({ ...CIRCULAR, hasTask: false }, {})).toEqual(signing);
  });

  test('given it was signed for, then its task comes up three days before the last', () => {
    const task = [{ kind: 'report-circular-done', since: '2026-09-06T16:00:00.000Z', due }];
    expect(circularErrands(CIRCULAR, { receivedAt })).toEqual(task);
  });

  test('given it was signed for so late that the day is in sight, then its task comes up at once', () => {
    const late = '2026-09-12T00:00:00.000Z';
    expect(circularErrands(CIRCULAR, { receivedAt: late })[0]).toMatchObject({ since: late, due });
  });

  test('given it is done, withdrawn, or was only to be read, then nothing waits', () => {
    const done = { at: receivedAt, late: false };
    expect(circularErrands(CIRCULAR, { receivedAt, done })).toEqual([]);
    expect(circularErrands({ ...CIRCULAR, withdrawn: true }, undefined)).toEqual([]);
    expect(circularErrands({ ...CIRCULAR, hasTask: false }, { receivedAt })).toEqual([]);
  });
});
