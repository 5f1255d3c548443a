import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemCommand } from '../../../domain/item/commands.ts';
import { inWork } from '../../../domain/item/state.ts';
import { waitsOf } from '../../../domain/item/waits.ts';
import { addDays, dayOf, plusDays } from '../../../domain/kernel/time.ts';
import { DEFAULT_POLICY, type Policy } from '../../../domain/organisation/policy.ts';
import { CLEAR, CONTENT } from '../../domain/item/school.ts';
import { DISTRICT, type District, openDistrict, PEOPLE, SCHOOL } from './district.ts';

const ITEMS = ['item-a', 'item-b', 'item-c'];
const head = { body: 'leading-group', position: 'head' } as const;
const member = { body: 'office', position: 'member' } as const;
const above = { step: 'superior', by: [head] } as const;
const everyMatter = (chain: Policy['approvalChains']['ordinary']): Partial<Policy> => ({
  approvalChains: { ordinary: chain, 'major-decision': chain, personnel: chain, 'vital-interest': chain },
});
/** Who reviews and who approves is changed in every way that moves a task. */
const POLICIES: readonly Partial<Policy>[] = [
  {},
  { reviewers: [member] },
  { reviewers: [head], proposers: [{ body: 'office' }] },
  everyMatter([{ step: 'main-leader', by: [head] }]),
  everyMatter([
    { step: 'main-leader', by: [head] },
    { ...above, by: [head] },
  ]),
  everyMatter([{ ...above, by: [{ body: 'office' }] }]),
];

/** The step that comes next by itself, so that many items come far. */
const NEXT: Readonly<Record<string, readonly [ItemCommand['type'], object]>> = {
  drafted: ['SubmitItem', {}],
  returned: ['SubmitItem', {}],
  submitted: ['ReviewItem', CLEAR],
  reviewed: ['ApproveItem', {}],
};

const by = fc.constantFrom(...PEOPLE);
const seat = fc.record({
  body: fc.constantFrom('leading-group' as const, 'office' as const),
  position: fc.constantFrom('head' as const, 'member' as const),
});
const inSchool = fc.constantFrom(SCHOOL, SCHOOL, DISTRICT);
const item = fc.constantFrom(...ITEMS);
const soon = fc.integer({ min: 0, max: 3 });
type Move = (district: District) => Promise<unknown>;

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(item, by).map(
      ([id, who]): Move =>
        (d) =>
          advance(d, id, who),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(item, by, fc.constantFrom('ReturnItem', 'EscalateItem')).map(
      ([id, who, type]): Move =>
        (d) =>
          d.act(id, who, type, { reason: '另行研究。' }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(inSchool, seat, by, soon).map(
      ([where, place, who, days]): Move =>
        (d) =>
          d.organise(where, 'VacateSeat', { ...place, person: who, until: addDays(dayOf(d.now), days) }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(inSchool, seat, by, soon).map(
      ([where, place, who, days]): Move =>
        (d) =>
          d.organise(where, 'FillSeat', { ...place, person: who, from: addDays(dayOf(d.now), days) }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...POLICIES).map(
      (policy): Move =>
        (d) =>
          d.organise(SCHOOL, 'ChangePolicy', { policy: { ...DEFAULT_POLICY, ...policy }, reason: '调整。' }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(inSchool, fc.constantFrom('he', 'lin', '1001')).map(
      ([where, id]): Move =>
        (d) =>
          d.organise(where, 'RegisterPeople', {
            people: [{ id, name: '新来的人', partyMember: true, staff: true }],
          }),
    ),
  },
  {
    weight: 2,
    arbitrary: soon.map(
      (days): Move =>
        async (d) => {
          d.time = Date.parse(plusDays(d.now, days));
        },
    ),
  },
);

async function advance(district: District, id: string, who: string): Promise<void> {
  const state = await district.item(id);
  const version = state && inWork(state);
  if (!state) await district.act(id, who, 'ProposeItem', CONTENT);
  const [type, data] = NEXT[version?.stage ?? ''] ?? [];
  if (type && (await district.act(id, who, type, data)) && type === 'SubmitItem') {
    await district.act(id, 'due-worker', 'ScreenItem');
  }
}

/** Whatever happens to items, seats and rules, in any order; `check` looks on after every move. */
const always = (check: (district: District) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 40, size: 'max' }), async (moves) => {
      const district = await openDistrict();
      for (const step of moves) {
        await step(district);
        await check(district);
      }
    }),
    { numRuns: 60 },
  );

describe('whatever happens to items, seats and rules', () => {
  it('the views are those that a rebuild gives', async () => {
    await always(async (district) => {
      const sorted = (rows: Iterable<[string, unknown]>) =>
        [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1));
      const rebuilt = await district.rebuilt();
      // What changed on earlier days is not in the record's last state, and was sealed since.
      const kept = [...district.views.rows].filter(([key]) => !key.includes('#CHANGES ') || rebuilt.has(key));
      expect(sorted(kept)).toEqual(sorted(rebuilt));
    });
  });

  it('a review or an approval lies with those who may do it at that time, and with nobody else', async () => {
    let decisions = 0;
    let comeUp = 0;
    await always(async (district) => {
      for (const id of ITEMS) {
        const state = await district.item(id);
        const wait = state && waitsOf(state).find(({ kind }) => kind === 'review' || kind === 'approve');
        if (!wait) continue;
        decisions += 1;
        for (const who of PEOPLE) {
          const desks = await Promise.all([SCHOOL, DISTRICT].map((place) => district.desk(place, who)));
          const theirs = desks.flat().filter((task) => task.id === id && /^(review|approve)/.test(task.kind));
          const may =
            wait.kind === 'review'
              ? await district.may(id, who, 'ReviewItem', CLEAR)
              : await district.may(id, who, 'ApproveItem', {});
          expect([who, theirs.length]).toEqual([who, may ? 1 : 0]);
          if (desks[1]?.some((task) => task.id === id)) comeUp += 1;
        }
      }
    });
    expect(decisions).toBeGreaterThan(100);
    expect(comeUp).toBeGreaterThan(20);
  });
});
