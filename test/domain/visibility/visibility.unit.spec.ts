import { describe, expect, test } from 'vitest';
import { AUDIENCES, type Audience } from '../../../domain/kernel/audience.ts';
import {
  maySee,
  mayWork,
  type Reader,
  type Shown,
  stranger,
  widestOnline,
} from '../../../domain/visibility.ts';

const HERE = 'dongfang';
const reader = (person: string, more: Partial<Reader> = {}): Reader => ({
  ...stranger(HERE),
  person,
  ...more,
});

/** Everybody there is, each with the audiences they belong to here, written out by hand. */
const READERS: Readonly<Record<string, readonly [Reader, readonly Audience[]]>> = {
  'somebody who has not signed in': [stranger(HERE), ['public']],
  'somebody signed in without a tie to the school': [reader('guest'), ['public']],
  'a teacher outside the Party': [reader('teacher', { staff: true }), ['unit', 'public']],
  'a retired Party member': [reader('retired', { partyMember: true }), ['party', 'unit', 'public']],
  'a Party member of a branch below, whom the committee reaches': [
    reader('below', { memberBelow: true }),
    ['party', 'public'],
  ],
  'a Party member on the staff': [
    reader('member', { partyMember: true, staff: true }),
    ['party', 'unit', 'public'],
  ],
  'a named person outside the Party': [reader('named'), ['named', 'public']],
  'a named Party member': [
    reader('named', { partyMember: true, staff: true }),
    ['named', 'party', 'unit', 'public'],
  ],
  'an official who is no member': [reader('official', { official: true }), ['public']],
  'a Party member and teacher of another school': [
    { ...stranger('hezui'), person: 'other', partyMember: true, staff: true, official: true },
    ['public'],
  ],
  'a namesake at another school': [
    { ...stranger('hezui'), person: 'named', partyMember: true, staff: true },
    ['public'],
  ],
  'no one, under the roles of somebody': [
    { ...stranger(HERE), partyMember: true, staff: true, official: true },
    ['public'],
  ],
};

const shown = (releases: Shown['releases'], onShow = true): Shown => ({
  organisation: HERE,
  onShow,
  releases,
  named: ['named'],
});

describe.each(Object.entries(READERS))('%s', (_who, [who, audiences]) => {
  test.each(AUDIENCES)('and an item released to %s', (audience) => {
    expect(maySee(who, shown([{ audience, online: true }]))).toBe(audiences.includes(audience));
    expect(maySee(who, shown([{ audience, online: false }]))).toBe(false);
    expect(maySee(who, shown([{ audience, online: true }], false))).toBe(false);
  });

  test('sees nothing that has not been released', () => {
    expect(maySee(who, shown([]))).toBe(false);
  });

  test('sees an item by any one release that is for them and online', () => {
    for (const a of AUDIENCES) {
      for (const b of AUDIENCES) {
        const releases = [
          { audience: a, online: true },
          { audience: b, online: false },
        ];
        expect(maySee(who, shown(releases))).toBe(audiences.includes(a));
        const both = releases.map((release) => ({ ...release, online: true }));
        expect(maySee(who, shown(both))).toBe(audiences.includes(a) || audiences.includes(b));
      }
    }
  });
});

describe('an office system of the school', () => {
  const office = reader('#display', { partyMember: true, officeSystem: true });

  test.each(AUDIENCES)('and an item released to %s', (audience) => {
    for (const online of [true, false]) {
      for (const officeSystem of [true, undefined] as const) {
        const may = online && officeSystem === true && ['party', 'unit', 'public'].includes(audience);
        expect(maySee(office, shown([{ audience, online, officeSystem }]))).toBe(may);
        expect(maySee(office, shown([{ audience, online, officeSystem }], false))).toBe(false);
        const elsewhere = { ...shown([{ audience, online, officeSystem }]), organisation: 'hezui' };
        expect(maySee(office, elsewhere)).toBe(may && audience === 'public');
      }
    }
  });

  test('shows nothing that a Party member may not read on a page', () => {
    const member = reader('member', { partyMember: true, staff: true });
    for (const audience of AUDIENCES) {
      const release = { audience, online: true, officeSystem: true } as const;
      if (maySee(office, shown([release]))) expect(maySee(member, shown([release]))).toBe(true);
    }
  });
});

test('nobody is named where no names are given', () => {
  const { named: _none, ...unnamed } = shown([{ audience: 'named', online: true }]);
  expect(maySee(reader('named', { partyMember: true }), unnamed)).toBe(false);
});

test('drafts belong to the officials of the organisation', () => {
  expect(mayWork(reader('official', { official: true }), HERE)).toBe(true);
  expect(mayWork(reader('official', { official: true }), 'hezui')).toBe(false);
  expect(mayWork(reader('member', { partyMember: true, staff: true }), HERE)).toBe(false);
  expect(mayWork(stranger(HERE), HERE)).toBe(false);
});

test('a draft is also for those who were asked about it, in its own organisation, and for nobody without a name', () => {
  const asked = ['asked'];
  expect(mayWork(reader('asked'), HERE, asked)).toBe(true);
  expect(mayWork(reader('other', { partyMember: true, staff: true }), HERE, asked)).toBe(false);
  expect(mayWork({ ...stranger('hezui'), person: 'asked' }, HERE, asked)).toBe(false);
  expect(mayWork(reader('asked'), 'hezui', asked)).toBe(false);
  expect(mayWork(stranger(HERE), HERE, asked)).toBe(false);
});

test('the widest audience online leaves offline releases aside', () => {
  expect(widestOnline(shown([]))).toBeUndefined();
  expect(widestOnline(shown([{ audience: 'public', online: false }]))).toBeUndefined();
  expect(
    widestOnline(
      shown([
        { audience: 'party', online: true },
        { audience: 'unit', online: true },
        { audience: 'public', online: false },
      ]),
    ),
  ).toBe('unit');
});
