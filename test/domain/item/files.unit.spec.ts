import { describe, expect, it } from 'vitest';
import type { FileFinding, FileScreening } from '../../../domain/file/screening.ts';
import type { StoredFile } from '../../../domain/file/state.ts';
import {
  approve,
  approved,
  at,
  CONTENT,
  drafted,
  FACTS,
  issue,
  latestOf,
  NOW,
  passTime,
  review,
  screen,
  submit,
} from './school.ts';

function file(coverage: FileScreening['coverage'], findings: readonly FileFinding[] = []): StoredFile {
  const inspection = {
    sha256: 'a'.repeat(64),
    bytes: 10,
    type: 'pdf',
    published: { sha256: 'b'.repeat(64), bytes: 9 },
    screening: { coverage, findings },
  } as const;
  return { name: '签到表', stage: 'accepted', requestedAt: NOW, requestedBy: 'li', declared: {}, inspection };
}

const ID_NUMBERS: FileFinding = { kind: 'resident-id', count: 3, masked: '110***********0257' };
const FILES = {
  clean: file('all'),
  photo: file('none'),
  telling: file('all', [ID_NUMBERS]),
  office: file('all', [{ kind: 'landline', count: 1, masked: '0516-****2345' }]),
  awaited: { name: '未上传', stage: 'awaited', requestedAt: NOW, requestedBy: 'li', declared: {} },
} as const satisfies Record<string, StoredFile>;
const facts = { facts: { ...FACTS, files: FILES } };
const withFiles = (...attachments: string[]) => drafted({ attachments }, facts);

describe('attachments', () => {
  it('are files of this organisation that passed their inspection', () => {
    withFiles('clean', 'photo').thenTypes('ItemProposed');
    withFiles('clean', 'elsewhere').thenRefused('file-unknown', {
      field: 'attachments.1',
      file: 'elsewhere',
    });
    withFiles('awaited').thenRefused('file-not-accepted', { field: 'attachments.0', name: '未上传' });
  });

  it('are looked at again on submission', () => {
    const lost = { facts: { ...FACTS, files: {} } };
    withFiles('clean').when(submit(lost)).thenRefused('file-unknown');
  });

  it('with personal data hold up the approval as the text does, until somebody says why they may', () => {
    const screened = withFiles('telling').when(submit(facts)).when(screen(facts));
    expect(latestOf(screened.state).findings).toEqual([
      { ...ID_NUMBERS, id: 'f-1', field: 'attachments.telling', start: 0, end: 18 },
    ]);
    const reviewed = screened.when(review(facts));
    reviewed.when(approve(facts)).thenRefused('findings-open', { count: 1 });
    reviewed.when(issue('MaskFinding', { finding: 'f-1' }, facts)).thenRefused('finding-in-file');
    reviewed
      .when(issue('JustifyFinding', { finding: 'f-1', reason: '本人书面同意公开' }, facts))
      .when(approve(facts))
      .thenTypes('ApprovalStepPassed', 'ItemApproved');
  });

  it('are screened by the clock as well, where the submission was missed', () => {
    const events = withFiles('telling')
      .when(submit(facts))
      .when(passTime(at('2026-09-01 09:05'), facts)).events;
    expect(events).toMatchObject([{ type: 'ItemScreened', data: { findings: [{ kind: 'resident-id' }] } }]);
  });

  it('never pass as screened because nothing is known of them', () => {
    expect(() => withFiles('telling').when(submit(facts)).when(screen())).toThrow('nothing is known');
  });
});

describe('a proof', () => {
  const PROOF = {
    form: '会议',
    audience: 'party' as const,
    place: '会议室',
    heldAt: NOW,
    reached: 12,
    recipients: '全体党员',
    note: '见照片',
  };
  const told = (...files: string[]) =>
    approved({ ...CONTENT, forms: ['会议'] }, facts).when(issue('RecordProof', { ...PROOF, files }, facts));

  it('names its photos and minutes, and keeps them for good', () => {
    const proven = told('photo', 'clean');
    proven.thenTypes('ProofRecorded', 'ItemReleased');
    expect(proven.state?.proofs[0]?.files).toEqual(['photo', 'clean']);
  });

  it('takes no file that is not there, not ready, or names people, since nobody reviews it again', () => {
    told('elsewhere').thenRefused('file-unknown', { field: 'files.0' });
    told('awaited').thenRefused('file-not-accepted', { field: 'files.0' });
    told('clean', 'telling').thenRefused('personal-data', { field: 'files.1', count: 3 });
    told('office').thenTypes('ProofRecorded', 'ItemReleased');
  });
});
