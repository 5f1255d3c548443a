import { describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import type { OrganisationKind } from '../../../domain/organisation/kinds.ts';
import { Aggregates } from '../../../functions/shell/aggregates.ts';
import { organisationCards } from '../../../functions/shell/reading/organisation-cards.ts';
import { OrganisationHealth } from '../../../functions/shell/reading/organisation-health.ts';
import { under } from '../../../functions/shell/reading/under.ts';
import { Tenancy } from '../../../functions/shell/tenancy.ts';
import { DISTRICT, District } from './district.ts';

/** As the report of 滕州 counts them: 134 units with 2749 members, committees and leading groups at the top. */
const COUNTS = { committee: 9, 'leading-group': 4, 'general-branch': 12, branch: 109 } as const;
const MEMBERS = 2749;

interface Unit {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly superior: string;
}

/** Committees and leading groups right below the district, general branches below committees, branches below those. */
function tree(times: number): readonly Unit[] {
  const idOf = (kind: OrganisationKind, index: number) => `${kind}-${index}`;
  return Object.entries(COUNTS).flatMap(([name, count]) =>
    Array.from({ length: count * times }, (_, index): Unit => {
      const kind = name as OrganisationKind;
      const superiors: Partial<Record<OrganisationKind, string>> = {
        'general-branch': idOf('committee', index % (COUNTS.committee * times)),
        branch: idOf('general-branch', index % (COUNTS['general-branch'] * times)),
      };
      return { id: idOf(kind, index), kind, superior: superiors[kind] ?? DISTRICT };
    }),
  );
}

async function found(district: District, times: number): Promise<void> {
  await district.organise(DISTRICT, 'OnboardOrganisation', {
    name: '市经信局党委',
    shortName: '党委',
    kind: 'committee',
  });
  const units = tree(times);
  let members = MEMBERS * times;
  for (const [index, { id, kind, superior }] of units.entries()) {
    await district.organise(id, 'OnboardOrganisation', {
      name: id,
      shortName: id.slice(0, 20),
      kind,
      superior,
    });
    const share = Math.round(members / (units.length - index));
    members -= share;
    await district.organise(id, 'RegisterPeople', {
      people: Array.from({ length: share }, (_, person) => ({
        id: `${id}-p${person}`,
        name: '某人',
        partyMember: true,
        staff: true,
      })),
    });
  }
}

describe('the tree of a whole town', () => {
  it.each([1, 10])(
    '[TZ-01] of four types and 134 units is read whole, %i times as large too',
    async (times) => {
      const district = new District();
      await found(district, times);
      const cards = (await organisationCards(district.views, DISTRICT)).filter(({ id }) => id !== DISTRICT);
      expect(cards).toHaveLength(134 * times);
      const kinds = Object.groupBy(cards, ({ kind }) => kind);
      expect(
        Object.fromEntries(Object.entries(kinds).map(([kind, { length }]) => [kind, length / times])),
      ).toEqual(COUNTS);
      expect(under(cards, DISTRICT)).toHaveLength(134 * times);
      const memberships = [...district.views.rows.values()].filter(({ pk }) => pk.endsWith('MEMBERSHIPS'));
      expect(memberships).toHaveLength(MEMBERS * times);
      // Two commits a unit, the organisation's row and a note of the change for each: no more in a larger town.
      expect(district.views.puts - memberships.length).toBe(4 * 134 * times + 2);
      const aggregates = new Aggregates(district.log);
      const health = new OrganisationHealth({
        aggregates,
        views: district.views,
        tenancy: new Tenancy(aggregates),
      });
      const official = {
        person: 'li',
        organisation: DISTRICT,
        partyMember: true,
        staff: true,
        official: true,
      };
      const right = await health.gaps(new OrgScope(DISTRICT), official, district.now);
      expect(right).toHaveLength((COUNTS.committee + COUNTS['leading-group']) * times);
      expect(right.every(({ gaps }) => gaps.length === 5)).toBe(true);
    },
  );
});
