import { describe, expect, test } from 'vitest';
import {
  type ProfileCommandOf,
  type ProfileCommandType,
  type ProfileFacts,
  profileCommands,
} from '../../../domain/profile/commands.ts';
import { profileDecider } from '../../../domain/profile/profile.ts';
import { PROFILE_REFUSALS } from '../../../domain/profile/refusals.ts';
import { CLEAR_PARTS, RULE_NAMES, SCHEME_PARTS, WORK_PARTS } from '../../../domain/profile/vocabulary.ts';
import { given } from '../../support/decider.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { DISTRICT, NOW, person, SCHOOL } from '../item/school.ts';
import { CONTACTS, OPINION, SCHEME, STATISTICS } from './samples.ts';

const FACTS: ProfileFacts = { organisation: SCHOOL, superior: DISTRICT, hasRow: true };

function issue<Type extends ProfileCommandType>(
  type: Type,
  data: ProfileCommandOf<Type>['data'],
  { by = 'li', facts = FACTS }: { by?: string; facts?: ProfileFacts } = {},
) {
  return { type, data, now: NOW, actor: person(by), facts } as ProfileCommandOf<Type> as never;
}
const nothing = () => given(profileDecider);
const listed = () => nothing().when(issue('ListBases', { bases: [OPINION] }));
const published = () => listed().when(issue('PublishScheme', SCHEME));

describe('contacts', () => {
  test('are described by the office, or by the one above, and by nobody else', () => {
    const described = nothing().when(issue('DescribeContacts', CONTACTS));
    described.then([{ type: 'ContactsDescribed', data: CONTACTS }]);
    described.when(issue('DescribeContacts', CONTACTS, { by: 'qu-office' })).then([]);
    for (const by of ['zhou', 'wu', 'qu-head'])
      nothing()
        .when(issue('DescribeContacts', CONTACTS, { by }))
        .thenRefused('not-permitted');
    const merged = { ...SCHOOL, merged: { into: 'qu', at: NOW, reason: '撤并' } };
    nothing()
      .when(issue('DescribeContacts', CONTACTS, { facts: { ...FACTS, organisation: merged } }))
      .thenRefused('organisation-closed');
  });

  test.each([
    [
      'lines.liaison.phone',
      { lines: { ...CONTACTS.lines, liaison: { post: '联络员', phone: '13912345678' } } },
    ],
    ['leaders.0.phone', { leaders: [{ person: 'zhou', duties: '全面工作', phone: '139 1234 5678' }] }],
    ['departments.0.phone', { departments: [{ name: '教务处', phone: '+8613912345678', steps: ['来'] }] }],
  ])('give no private telephone: %s', (field, changes) => {
    nothing()
      .when(issue('DescribeContacts', { ...CONTACTS, ...changes }))
      .thenRefused('phone-not-of-office', { field });
  });

  test.each(['12371', '400-555-0100', '021-55550100', '55550100-123'])(
    'take the office telephone %s',
    (phone) => {
      const lines = { ...CONTACTS.lines, office: { post: '值班岗', phone } };
      nothing()
        .when(issue('DescribeContacts', { ...CONTACTS, lines }))
        .thenTypes('ContactsDescribed');
    },
  );

  test('hold no other private number in any text, and name nobody who is not on the roster', () => {
    const leaders = [{ person: 'zhou', duties: '全面工作，手机 13912345678' }];
    nothing()
      .when(issue('DescribeContacts', { ...CONTACTS, leaders }))
      .thenRefused('profile-personal-data', { field: 'leaders.0.duties' });
    nothing()
      .when(issue('DescribeContacts', { ...CONTACTS, leaders: [{ person: 'stranger', duties: '分管' }] }))
      .thenRefused('leader-unknown', { field: 'leaders.0.person', person: 'stranger' });
  });
});

describe('legal bases', () => {
  test('[LY-19] are listed with their document numbers; scheme and rows of the catalogue cite them', () => {
    listed().then([{ type: 'BasesListed', data: { bases: [OPINION] } }]);
    const cited = published().when(issue('CiteBases', { row: 'b-17', bases: ['opinion'] }));
    cited.then([{ type: 'BasesCited', data: { row: 'b-17', bases: ['opinion'] } }]);
    expect(cited.state.citations).toEqual({ 'b-17': ['opinion'] });
    expect(cited.state.bases[0]?.number).toBe('连发[2010]37号');
    cited.when(issue('CiteBases', { row: 'b-17', bases: ['opinion'] })).then([]);
    expect(cited.when(issue('CiteBases', { row: 'b-17', bases: [] })).state.citations).toEqual({});
  });

  test('stand in the list once, and as long as something rests on them', () => {
    listed()
      .when(issue('ListBases', { bases: [OPINION, { ...OPINION, id: 'again' }] }))
      .thenRefused('basis-repeated', { field: 'bases.1.id' });
    published()
      .when(issue('ListBases', { bases: [] }))
      .thenRefused('basis-cited', { basis: 'opinion' });
    listed()
      .when(issue('CiteBases', { row: 'b-17', bases: ['nowhere'] }))
      .thenRefused('basis-unknown');
    listed()
      .when(issue('CiteBases', { row: 'b-99', bases: [] }, { facts: { ...FACTS, hasRow: false } }))
      .thenRefused('row-unknown');
    nothing().when(issue('PublishScheme', SCHEME)).thenRefused('basis-unknown', { field: 'bases.0' });
  });
});

describe('the scheme', () => {
  test('has versions: each says why it differs from the one before', () => {
    const revised = { ...SCHEME, principles: ['发扬民主，广泛参与'] };
    expect(published().state.schemes).toMatchObject([{ number: 1, publishedAt: NOW }]);
    published().when(issue('PublishScheme', SCHEME)).then([]);
    published()
      .when(issue('PublishScheme', revised))
      .thenRefused('scheme-without-reason', { field: 'reason' });
    const second = published().when(issue('PublishScheme', { ...revised, reason: '按上级要求修订。' }));
    expect(second.state.schemes.map(({ number, principles }) => [number, principles.length])).toEqual([
      [1, 4],
      [2, 1],
    ]);
  });

  /** Whether the schema, by which every door checks what it is given, takes the scheme without a part. */
  const isTaken = (scheme: object) => profileCommands.PublishScheme.safeParse(scheme).success;

  test('[DF-05] is not published with any of 四个明确 left blank', () => {
    expect(Object.values(CLEAR_PARTS)).toEqual(['指导思想', '公开原则', '公开对象', '公开内容']);
    expect(isTaken(SCHEME)).toBe(true);
    for (const part of Object.keys(CLEAR_PARTS) as (keyof typeof CLEAR_PARTS)[]) {
      const blank = part === 'principles' ? [] : ' ';
      expect(isTaken({ ...SCHEME, [part]: blank }), part).toBe(false);
      expect(isTaken({ ...SCHEME, [part]: undefined }), part).toBe(false);
    }
  });

  test('[ZH-05] takes all five parts: content, methods, steps, goals and assessment', () => {
    expect(Object.keys(WORK_PARTS)).toHaveLength(5);
    for (const part of Object.keys(WORK_PARTS)) expect(isTaken({ ...SCHEME, [part]: '' }), part).toBe(false);
    expect(Object.keys(SCHEME_PARTS)).toHaveLength(8);
  });

  test('[TZ-14] takes the four rule documents on responsibility, supervision, feedback and appraisal', () => {
    expect(RULE_NAMES).toEqual(['responsibility', 'supervision', 'feedback', 'appraisal']);
    for (const rule of RULE_NAMES) {
      const { [rule]: _, ...rules } = SCHEME.rules;
      expect(isTaken({ ...SCHEME, rules }), rule).toBe(false);
    }
  });

  test('[TZ-03] may have a motto, and need not', () => {
    const { motto: _, ...plain } = SCHEME;
    expect(isTaken(plain)).toBe(true);
    listed().when(issue('PublishScheme', plain)).thenTypes('SchemePublished');
    expect(published().state.schemes[0]?.motto).toBe('坚决、可行、真实、管用、主动、用心');
  });
});

describe('statistics', () => {
  test('[LY-02] of 132 members add up by employment and by sex, checked when they are recorded', () => {
    nothing().when(issue('RecordStatistics', STATISTICS)).thenTypes('StatisticsRecorded');
    for (const changes of [{ employment: { active: 107, retired: 26 } }, { sex: { male: 48, female: 83 } }]) {
      const [field = ''] = Object.keys(changes);
      nothing()
        .when(issue('RecordStatistics', { ...STATISTICS, ...changes }))
        .thenRefused('statistics-do-not-add-up', { field, total: 132 });
    }
  });

  test('[LY-03] are refused when the five age bands do not add up', () => {
    const age = { ...STATISTICS.age, to59: 13 };
    nothing()
      .when(issue('RecordStatistics', { ...STATISTICS, age }))
      .thenRefused('statistics-do-not-add-up', { field: 'age', sums: '年龄 133' });
  });

  test('say at once every breakdown that does not add up', () => {
    nothing()
      .when(issue('RecordStatistics', { ...STATISTICS, total: 131 }))
      .thenRefused('statistics-do-not-add-up', { sums: '在职情况 132、性别 132、年龄 132、文化程度 132' });
  });

  test('are of no day to come, and never older than what is there', () => {
    nothing()
      .when(issue('RecordStatistics', { ...STATISTICS, asOf: '2026-09-02' }))
      .thenRefused('statistics-from-the-future', { today: '2026-09-01' });
    const recorded = nothing().when(issue('RecordStatistics', STATISTICS));
    recorded.when(issue('RecordStatistics', STATISTICS)).then([]);
    recorded
      .when(issue('RecordStatistics', { ...STATISTICS, asOf: '2026-06-30' }))
      .thenRefused('statistics-older', { asOf: '2026-08-31' });
  });
});

test('origins of people are recorded as far as they are news, for people of the roster', () => {
  const told = nothing().when(
    issue('RecordOrigins', { origins: { zhou: 'transferred', chen: 'recruited' } }),
  );
  told.thenTypes('OriginsRecorded');
  told
    .when(issue('RecordOrigins', { origins: { zhou: 'transferred', chen: 'other' } }))
    .then([{ type: 'OriginsRecorded', data: { origins: { chen: 'other' } } }]);
  told.when(issue('RecordOrigins', { origins: { zhou: 'transferred' } })).then([]);
  nothing()
    .when(issue('RecordOrigins', { origins: { stranger: 'other' } }))
    .thenRefused('leader-unknown');
});

test('every refusal is provoked here', () => {
  expect(unexercised(PROFILE_REFUSALS, import.meta.dirname)).toEqual([]);
});
