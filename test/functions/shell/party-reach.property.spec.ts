import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sealCommit } from '../../../domain/kernel/commit.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import type { OrganisationKind } from '../../../domain/organisation/kinds.ts';
import type { OrganisationEvent } from '../../../domain/organisation/organisation.ts';
import { DEFAULT_POLICY } from '../../../domain/organisation/policy.ts';
import { maySee, type Shown } from '../../../domain/visibility.ts';
import { MemoryLog } from '../../../functions/adapters/memory-log.ts';
import { Aggregates } from '../../../functions/shell/aggregates.ts';
import { Tenancy } from '../../../functions/shell/tenancy.ts';

const NOW = '2026-09-01T00:00:00.000Z';
const PEOPLE = ['wu', 'he', 'tang'];

interface Unit {
  readonly kind: OrganisationKind;
  /** Any unit before it; the first has none. */
  readonly superior: number;
  readonly reach: 'own' | 'subordinate' | undefined;
  readonly merged: boolean;
  /** What each person is here; undefined when not on the roster. */
  readonly roster: readonly ({ readonly partyMember: boolean; readonly staff: boolean } | undefined)[];
}
type Tree = readonly Unit[];

const person = fc.option(fc.record({ partyMember: fc.boolean(), staff: fc.boolean() }), { nil: undefined });
const unit: fc.Arbitrary<Unit> = fc.record({
  kind: fc.constantFrom('committee', 'general-branch', 'branch', 'leading-group'),
  superior: fc.nat(),
  reach: fc.constantFrom('own', 'subordinate', 'subordinate', undefined),
  merged: fc.constantFrom(false, false, false, true),
  roster: fc.tuple(...PEOPLE.map(() => person)),
});
const trees = fc.array(unit, { minLength: 2, maxLength: 7 });

const idOf = (index: number) => `unit-${index}`;
const superiorOf = (tree: Tree, index: number) =>
  index === 0 ? undefined : (tree[index]?.superior ?? 0) % index;

function eventsOf(tree: Tree, index: number): readonly OrganisationEvent[] {
  const { kind, reach, merged, roster } = tree[index] as Unit;
  const above = superiorOf(tree, index);
  const name = idOf(index);
  const superior = above === undefined ? {} : { superior: idOf(above) };
  const people = roster.flatMap((is, at) => {
    const id = PEOPLE[at] as string;
    return is ? [{ id, name: id, ...is }] : [];
  });
  const policy = { ...DEFAULT_POLICY, ...(reach && { partyReach: reach }) };
  return [
    { type: 'OrganisationOnboarded', data: { name, shortName: name, kind, ...superior } },
    { type: 'PeopleRegistered', data: { people } },
    { type: 'PolicyChanged', data: { policy, reason: '测试' } },
    ...(merged ? [{ type: 'OrganisationMerged', data: { into: idOf(0), reason: '合并' } } as const] : []),
  ];
}

/** The record of the tree, and how often it and the rosters are asked. */
function recordOf(tree: Tree) {
  const log = new MemoryLog();
  for (const index of tree.keys()) {
    const stream = new OrgScope(idOf(index)).stream('ORGANISATION', idOf(index));
    const body = {
      at: NOW,
      by: { kind: 'system', name: 'test' } as const,
      command: `c-${index}`,
      correlation: 'test',
      events: eventsOf(tree, index),
    };
    log.streams.set(stream, [sealCommit(stream, 1, '', body)]);
  }
  const asked = { log: 0, rosters: 0 };
  const read = log.read.bind(log);
  log.read = (...request) => {
    asked.log += 1;
    return read(...request);
  };
  const rosters = async (who: string) => {
    asked.rosters += 1;
    return [...tree.keys()].filter((at) => tree[at]?.roster[PEOPLE.indexOf(who)]).map(idOf);
  };
  return {
    asked,
    tenancy: new Tenancy(new Aggregates(log), rosters),
    plain: new Tenancy(new Aggregates(log)),
  };
}

/** Written from the sentence in ADR 0026, without any of the code: is on the own roster, or on one anywhere below. */
function isReached(tree: Tree, top: number, at: number): boolean {
  const isMember = (index: number) => tree[index]?.roster[at]?.partyMember === true;
  if (isMember(top)) return true;
  const { kind, reach } = tree[top] as Unit;
  if (reach !== 'subordinate' || (kind !== 'committee' && kind !== 'general-branch')) return false;
  const below = (index: number): readonly number[] =>
    [...tree.keys()]
      .filter((each) => superiorOf(tree, each) === index)
      .flatMap((each) => [each, ...below(each)]);
  return below(top).some((index) => isMember(index) && !tree[index]?.merged);
}

const shownTo = (organisation: string, audience: 'party' | 'unit'): Shown => ({
  organisation,
  onShow: true,
  releases: [{ audience, online: true }],
});

it('党内 reaches those on the own roster, and those below where the policy says so; 全校 nobody else', async () => {
  const seen = { below: 0, hidden: 0 };
  await fc.assert(
    fc.asyncProperty(trees, async (tree) => {
      const { tenancy } = recordOf(tree);
      for (const top of tree.keys()) {
        for (const [at, who] of PEOPLE.entries()) {
          const id = idOf(top);
          const reader = await tenancy.reader(new OrgScope(id), who, NOW);
          const own = tree[top]?.roster[at];
          const may = isReached(tree, top, at);
          expect(maySee(reader, shownTo(id, 'party'))).toBe(may);
          const isOwn = own?.partyMember === true || own?.staff === true;
          expect(maySee(reader, shownTo(id, 'unit'))).toBe(isOwn);
          for (const other of tree.keys())
            if (other !== top) expect(maySee(reader, shownTo(idOf(other), 'party'))).toBe(false);
          if (may && own?.partyMember !== true) seen.below += 1;
          if (!may) seen.hidden += 1;
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(seen.below).toBeGreaterThan(50);
  expect(seen.hidden).toBeGreaterThan(50);
});

it('costs whoever reaches no further, its own members and strangers nothing', async () => {
  const member = { partyMember: true, staff: true };
  const tree = (reach: Unit['reach'], roster: Unit['roster']): Tree => [
    { kind: 'committee', superior: 0, reach, merged: false, roster },
    { kind: 'branch', superior: 0, reach: undefined, merged: false, roster: [member, undefined, undefined] },
  ];
  const cost = async (units: Tree, who: string | undefined) => {
    const { asked, tenancy } = recordOf(units);
    const { memberBelow } = await tenancy.reader(new OrgScope(idOf(0)), who, NOW);
    return { ...asked, below: memberBelow === true };
  };
  const none = [undefined, undefined, undefined];
  const nothing = { log: 1, rosters: 0, below: false };
  expect(await cost(tree(undefined, none), 'wu')).toEqual(nothing);
  expect(await cost(tree('own', none), 'wu')).toEqual(nothing);
  expect(await cost(tree('subordinate', [member, undefined, undefined]), 'wu')).toEqual(nothing);
  expect(await cost(tree('subordinate', none), undefined)).toEqual(nothing);
  expect(await cost(tree('subordinate', none), 'wu')).toEqual({ log: 2, rosters: 1, below: true });
  expect(await cost(tree('subordinate', none), 'he')).toEqual({ log: 1, rosters: 1, below: false });
});

it('finds nobody below without rosters, rather than somebody too many', async () => {
  const member = { partyMember: true, staff: true };
  const { plain } = recordOf([
    { kind: 'committee', superior: 0, reach: 'subordinate', merged: false, roster: [undefined] },
    { kind: 'branch', superior: 0, reach: undefined, merged: false, roster: [member] },
  ]);
  expect(await plain.reader(new OrgScope(idOf(0)), 'wu', NOW)).not.toHaveProperty('memberBelow');
});
