import { describe, expect, test } from 'vitest';
import {
  affiliationsOf,
  housesOf,
  superiorOn,
  superiorsOf,
} from '../../../domain/organisation/affiliation.ts';
import { organisationDecider } from '../../../domain/organisation/decider.ts';
import { moveOrganisation } from '../../../domain/organisation/life-commands.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import { given } from '../../support/decider.ts';
import { type DataOf, issue, onboarded, SCHOOL, staffed, stateOf } from './samples.ts';

const GROUP: Organisation = { ...stateOf(onboarded()), name: '教育集团党委', kind: 'committee' };
const MOVE: DataOf<'MoveOrganisation'> = {
  to: 'jituan',
  from: '2026-09-01',
  basis: '区教育党工委关于调整部分学校党组织隶属关系的通知（〔2026〕12号）',
  reason: '集团化办学',
};
const HELD = { destination: GROUP, leadsInside: false, mayMove: true };
const move = (changes: Partial<typeof MOVE> = {}, facts: object = {}, now?: string) =>
  issue('MoveOrganisation', { ...MOVE, ...changes }, { ...HELD, ...facts }, now);

describe('an organisation that is put under another superior', () => {
  test('keeps everything but its superior, and knows under whom it stood when', () => {
    const moved = staffed().when(move());
    moved.then([{ type: 'OrganisationMoved', data: MOVE }]);
    const { superior, moves, ...kept } = stateOf(moved);
    const { superior: before, ...known } = stateOf(staffed());
    expect([before, superior, kept]).toEqual(['qu', 'jituan', known]);
    expect(moves).toHaveLength(1);
    const back = moved.when(move({ to: 'qu', from: '2026-11-02' }, {}, '2026-11-20T01:00:00.000Z'));
    expect(affiliationsOf(stateOf(back))).toEqual([
      { superior: 'qu', from: '2026-09-01', until: '2026-08-31' },
      { superior: 'jituan', from: '2026-09-01', until: '2026-11-01', basis: MOVE.basis },
      { superior: 'qu', from: '2026-11-02', basis: MOVE.basis },
    ]);
    const on = (day: string) => superiorOn(stateOf(back), day);
    expect(['2026-08-31', '2026-09-01', '2026-11-01', '2026-11-02'].map(on)).toEqual([
      'qu',
      'jituan',
      'jituan',
      'qu',
    ]);
    expect(superiorsOf(stateOf(back))).toEqual(['jituan', 'qu']);
  });

  test('belongs, for each quarter, to whom it stands under at the end, and lay before with whom it had then', () => {
    const at = (day: string) => `${day}T01:00:00.000Z`;
    const by = { basis: '文件' };
    const school = {
      superior: 'c',
      since: '2026-01-01',
      moves: [
        { left: 'a', to: 'b', from: '2026-05-01', at: at('2026-05-01'), ...by },
        { left: 'b', to: 'c', from: '2026-06-30', at: at('2026-07-10'), ...by },
      ],
    };
    expect(housesOf(school, '2026-03-31', at('2026-01-01'))).toEqual(['a']);
    expect(housesOf(school, '2026-06-30', at('2026-04-01'))).toEqual(['a', 'b', 'c']);
    expect(housesOf(school, '2026-09-30', at('2026-07-01'))).toEqual(['b', 'c']);
    expect(housesOf(school, '2026-12-31', at('2026-10-01'))).toEqual(['c']);
    expect(housesOf({ since: '2026-01-01' }, '2026-03-31', at('2026-01-01'))).toEqual([]);
  });

  test('is moved by neither side alone', () => {
    const alone = { mayMove: false, mayAdminister: true, mayOversee: true };
    staffed().when(move({}, alone)).thenRefused('not-permitted');
    staffed()
      .when(move({}, { mayAdminister: false, mayOversee: false }))
      .thenTypes('OrganisationMoved');
  });

  test('stays where it is when the place is none for it', () => {
    const where = (destination: object) => staffed().when(move({}, { destination }));
    staffed()
      .when(move({}, { leadsInside: true }))
      .thenRefused('move-inside-itself', { field: 'to' });
    staffed()
      .when(move({}, { destination: undefined }))
      .thenRefused('superior-unfit', { field: 'to' });
    const rest = { at: '2026-08-01T01:00:00.000Z', since: '2026-08-01T01:00:00.000Z', reason: '布局调整' };
    where({ ...GROUP, merged: { into: 'x1', ...rest } }).thenRefused('superior-unfit');
    where({ ...GROUP, suspended: rest }).thenRefused('superior-unfit');
    staffed()
      .when(move({ to: 'qu' }))
      .thenRefused('superior-same', { field: 'to' });
    where({ ...GROUP, kind: 'branch' }).thenRefused('branch-leads-nobody', { field: 'to' });
    const general = { destination: { ...GROUP, kind: 'general-branch' } };
    staffed().when(move({}, general)).thenTypes('OrganisationMoved');
    const committee = issue('OnboardOrganisation', { ...SCHOOL, kind: 'committee' });
    given(organisationDecider)
      .when(committee)
      .when(move({}, general))
      .thenRefused('general-branch-leads-branches');
    const { superior: _, ...root } = SCHOOL;
    given(organisationDecider)
      .when(issue('OnboardOrganisation', root))
      .when(move())
      .thenRefused('root-stays');
  });

  test('is at work, and moved from a day that has come and is not before the last move', () => {
    const reason = { reason: '布局调整' };
    staffed().when(issue('SuspendOrganisation', reason)).when(move()).thenRefused('organisation-suspended');
    staffed()
      .when(issue('MergeOrganisation', { into: 'hezui', ...reason }, { successor: GROUP }))
      .when(move())
      .thenRefused('organisation-closed');
    for (const from of ['2026-08-31', '2026-09-02'])
      staffed()
        .when(move({ from }))
        .thenRefused('move-day-unfit', { earliest: '2026-09-01', latest: '2026-09-01' });
    const later = '2026-11-20T01:00:00.000Z';
    const moved = staffed().when(move({ from: '2026-10-01' }, {}, later));
    moved.when(move({ to: 'qu', from: '2026-09-30' }, {}, later)).thenRefused('move-day-unfit');
    moved.when(move({ to: 'qu', from: '2026-10-01' }, {}, later)).thenTypes('OrganisationMoved');
  });

  test('is moved by a document', () => {
    expect(moveOrganisation.safeParse(MOVE).success).toBe(true);
    expect(moveOrganisation.safeParse({ ...MOVE, basis: ' ' }).success).toBe(false);
    expect(moveOrganisation.safeParse({ ...MOVE, from: '2026-13-01' }).success).toBe(false);
  });
});

test('a general branch is set up above branches only', () => {
  const under = { superiorKind: 'general-branch' } as const;
  const general = issue('OnboardOrganisation', { ...SCHOOL, kind: 'general-branch' }, under);
  given(organisationDecider)
    .when(general)
    .thenRefused('general-branch-leads-branches', { field: 'superior' });
  given(organisationDecider)
    .when(issue('OnboardOrganisation', SCHOOL, under))
    .thenTypes('OrganisationOnboarded');
});
