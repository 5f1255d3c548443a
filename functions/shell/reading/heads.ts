import type { Head } from '../../../domain/activity/year.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { holders } from '../../../domain/organisation/authority.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';

/** 基层党组织负责人: who heads the leading group now. One without a person where nobody does. */
export function headsOf(id: string, organisation: Organisation, now: Instant): readonly Head[] {
  const people = holders(organisation, [{ body: 'leading-group', position: 'head' }], now);
  if (people.size === 0) return [{ organisation: id }];
  return [...people].map((person) => ({ organisation: id, person }));
}
