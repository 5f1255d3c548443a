import { describe, expect, it } from 'vitest';
import { cardOfFile } from '../../../domain/file/card.ts';
import type { FileCommandOf, Inspection } from '../../../domain/file/commands.ts';
import { fileDecider } from '../../../domain/file/file.ts';
import { FILE_REFUSALS } from '../../../domain/file/refusals.ts';
import { awaitedUntil } from '../../../domain/file/state.ts';
import { given } from '../../support/decider.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { at, NOW, person, SCHOOL } from '../item/school.ts';

const HASH = 'a'.repeat(64);
const CLERK = person('li');
const SYSTEM = { kind: 'system', name: 'inspect-file' } as const;
const FACTS = { organisation: SCHOOL };

type Request = FileCommandOf<'RequestUpload'>;
const request = (data: Partial<Request['data']> = {}, more: Partial<Request> = {}): Request => ({
  type: 'RequestUpload',
  data: { name: '公示栏照片', ...data },
  now: NOW,
  actor: CLERK,
  facts: FACTS,
  ...more,
});
const PHOTO: Inspection = {
  sha256: HASH,
  bytes: 1_000,
  type: 'jpeg',
  published: { sha256: 'b'.repeat(64), bytes: 900 },
  image: { width: 40, height: 30 },
  screening: { coverage: 'none', findings: [] },
};
type Verdict = FileCommandOf<'InspectFile'>;
const inspect = (data: Verdict['data'] = PHOTO, more: Partial<Verdict> = {}): Verdict => ({
  type: 'InspectFile',
  data,
  now: NOW,
  actor: SYSTEM,
  facts: FACTS,
  ...more,
});
const wait = (now: string) => ({ type: 'TimePassed', data: {}, now, actor: SYSTEM, facts: FACTS }) as const;

const nothing = () => given(fileDecider);
const requested = (data?: Partial<Request['data']>) => nothing().when(request(data));

describe('a request to upload', () => {
  it('is made by those who propose, and waited for a day', () => {
    const file = requested({ item: 'item-1', sha256: HASH });
    file.then([{ type: 'UploadRequested', data: { name: '公示栏照片', item: 'item-1', sha256: HASH } }]);
    expect(fileDecider.nextDue(file.state)).toBe(at('2026-09-02 09:00'));
    expect(file.state && awaitedUntil(file.state)).toBe(at('2026-09-02 09:00'));
  });

  it('is made by whoever was asked about the item, and by nobody else', () => {
    const asked = { actor: person('wu'), facts: { organisation: SCHOOL, isAsked: true } };
    nothing().when(request({}, asked)).thenTypes('UploadRequested');
    nothing()
      .when(request({}, { actor: person('wu') }))
      .thenRefused('not-permitted');
  });

  it('names the file without personal data, once', () => {
    nothing()
      .when(request({ name: '联系人 13812345678' }))
      .thenRefused('file-name-personal', { field: 'name' });
    requested().when(request()).thenRefused('upload-exists');
  });
});

describe('the verdict', () => {
  it('takes the file as it was found', () => {
    const file = requested().when(inspect());
    file.then([{ type: 'FileAccepted', data: PHOTO }]);
    expect(fileDecider.nextDue(file.state)).toBeUndefined();
    expect(file.state && cardOfFile(file.state)).toEqual({
      name: '公示栏照片',
      stage: 'accepted',
      requestedAt: NOW,
      type: 'jpeg',
      bytes: 900,
      thumbnail: true,
      screening: PHOTO.screening,
    });
  });

  it('rejects it for what was found', () => {
    const failed = { sha256: HASH, bytes: 7, rejection: 'damaged' } as const;
    const file = requested().when(inspect(failed));
    file.then([{ type: 'FileRejected', data: failed }]);
    expect(file.state && cardOfFile(file.state)).toMatchObject({ stage: 'rejected', rejection: 'damaged' });
  });

  it.each([
    [{ bytes: 999 }, 'size-differs'],
    [{ sha256: 'c'.repeat(64) }, 'checksum-differs'],
    [{ type: 'pdf' }, 'type-differs'],
  ] as const)('rejects what is not what was declared: %o', (declared, rejection) => {
    requested(declared)
      .when(inspect())
      .then([{ type: 'FileRejected', data: { sha256: HASH, bytes: 1_000, rejection } }]);
    requested({ bytes: 1_000, sha256: HASH, type: 'jpeg' }).when(inspect()).thenTypes('FileAccepted');
  });

  it('is given once: what arrives under the same address later changes nothing', () => {
    const other = inspect({ ...PHOTO, sha256: 'd'.repeat(64) });
    requested().when(inspect()).when(other).then([]);
    requested()
      .when(inspect({ sha256: HASH, bytes: 7, rejection: 'damaged' }))
      .when(other)
      .then([]);
  });

  it('is the system’s, on what was asked for', () => {
    nothing().when(inspect()).thenRefused('upload-unknown');
    requested()
      .when(inspect(PHOTO, { actor: CLERK }))
      .thenRefused('inspection-by-system');
  });
});

describe('an upload that never comes', () => {
  it('lapses when its day is over, not before, and is not taken any more', () => {
    requested()
      .when(wait(at('2026-09-02 08:59')))
      .then([]);
    const lapsed = requested().when(wait(at('2026-09-02 09:00')));
    lapsed.then([{ type: 'UploadLapsed', data: {} }]);
    expect(fileDecider.nextDue(lapsed.state)).toBeUndefined();
    lapsed.when(inspect()).thenRefused('upload-over');
  });

  it('does not lapse once it has come', () => {
    requested()
      .when(inspect())
      .when(wait(at('2026-09-03 09:00')))
      .then([]);
  });
});

it('every refusal is one that something provokes', () => {
  expect(unexercised(FILE_REFUSALS, 'test/domain/file')).toEqual([]);
});
