import { refuse as refuseRow } from '../catalogue/refusals.ts';
import type { Decider } from '../kernel/decider.ts';
import { dayOf } from '../kernel/time.ts';
import { holders, requireSeat } from '../organisation/authority.ts';
import type { SeatRule } from '../organisation/body.ts';
import { isOnRoster } from '../organisation/organisation.ts';
import { requireOpen } from '../organisation/standing.ts';
import type { Contacts, ProfileCommand, ProfileCommandOf } from './commands.ts';
import { requireOfficePhone, requirePublicWords } from './public-words.ts';
import { refuse } from './refusals.ts';
import { type Profile, type ProfileEvent, profileHistory } from './state.ts';
import { mismatches } from './statistics.ts';
import { BREAKDOWNS } from './vocabulary.ts';

/** What an organisation says about itself: kept by its office, or by the office above in its place. */
export const profileDecider: Decider<ProfileCommand, ProfileEvent, Profile> = {
  ...profileHistory,
  decide,
  nextDue: () => undefined,
};

function decide(command: ProfileCommand, state: Profile): readonly ProfileEvent[] {
  requireKeeper(command);
  requireOpen(command.facts.organisation);
  switch (command.type) {
    case 'DescribeContacts':
      return describe(command, state);
    case 'ListBases':
      return list(command, state);
    case 'CiteBases':
      return cite(command, state);
    case 'PublishScheme':
      return publish(command, state);
    case 'RecordStatistics':
      return record(command, state);
    case 'RecordOrigins':
      return recordOrigins(command, state);
  }
}

const OFFICE: readonly SeatRule[] = [{ body: 'office' }];

function requireKeeper({ actor, facts: { organisation, superior }, now }: ProfileCommand): void {
  const isAbove =
    superior !== undefined && actor.kind === 'person' && holders(superior, OFFICE, now).has(actor.person);
  if (!isAbove) requireSeat(actor, organisation, OFFICE, now);
}

function describe(
  { data, facts: { organisation } }: ProfileCommandOf<'DescribeContacts'>,
  { contacts }: Profile,
): readonly ProfileEvent[] {
  for (const [name, { phone }] of Object.entries(data.lines))
    requireOfficePhone(`lines.${name}.phone`, phone);
  for (const [index, { person, phone }] of data.leaders.entries()) {
    if (!isOnRoster(organisation, person))
      refuse('leader-unknown', { field: `leaders.${index}.person`, person });
    requireOfficePhone(`leaders.${index}.phone`, phone);
  }
  for (const [index, { phone }] of data.departments.entries())
    requireOfficePhone(`departments.${index}.phone`, phone);
  requirePublicWords(data);
  if (contacts && isSame(withoutTime(contacts), data)) return [];
  return [{ type: 'ContactsDescribed', data }];
}

const withoutTime = ({ at: _, ...contacts }: NonNullable<Profile['contacts']>): Contacts => contacts;

function list({ data }: ProfileCommandOf<'ListBases'>, state: Profile): readonly ProfileEvent[] {
  requirePublicWords(data);
  const { bases } = data;
  for (const [index, basis] of bases.entries()) {
    const isRepeated = bases
      .slice(0, index)
      .some(({ id, number }) => id === basis.id || (number !== undefined && number === basis.number));
    if (isRepeated) refuse('basis-repeated', { field: `bases.${index}.id`, basis: basis.number ?? basis.id });
  }
  const cited = [...(state.schemes.at(-1)?.bases ?? []), ...Object.values(state.citations).flat()];
  const missing = cited.find((id) => !bases.some((basis) => basis.id === id));
  if (missing !== undefined) refuse('basis-cited', { field: 'bases', basis: missing });
  return isSame(state.bases, bases) ? [] : [{ type: 'BasesListed', data }];
}

function cite(
  { data, facts: { hasRow } }: ProfileCommandOf<'CiteBases'>,
  state: Profile,
): readonly ProfileEvent[] {
  if (!hasRow) refuseRow('row-unknown', { field: 'row', row: data.row });
  requireListed(state, data.bases);
  return isSame(state.citations[data.row] ?? [], data.bases) ? [] : [{ type: 'BasesCited', data }];
}

function publish({ data }: ProfileCommandOf<'PublishScheme'>, state: Profile): readonly ProfileEvent[] {
  requireListed(state, data.bases);
  requirePublicWords(data);
  const last = state.schemes.at(-1);
  if (!last) return [{ type: 'SchemePublished', data }];
  const { number: _n, publishedAt: _p, reason: _r, ...text } = last;
  const { reason, ...wanted } = data;
  if (isSame(text, wanted)) return [];
  if (reason === undefined) refuse('scheme-without-reason', { field: 'reason' });
  return [{ type: 'SchemePublished', data }];
}

function record(
  { data, now }: ProfileCommandOf<'RecordStatistics'>,
  { statistics }: Profile,
): readonly ProfileEvent[] {
  const today = dayOf(now);
  if (data.asOf > today) refuse('statistics-from-the-future', { field: 'asOf', today });
  if (statistics && data.asOf < statistics.asOf)
    refuse('statistics-older', { field: 'asOf', asOf: statistics.asOf });
  const wrong = mismatches(data);
  const [first] = wrong;
  if (first) {
    const sums = wrong.map(({ breakdown, sum }) => `${BREAKDOWNS[breakdown].name} ${sum}`).join('、');
    refuse('statistics-do-not-add-up', { field: first.breakdown, total: data.total, sums });
  }
  return statistics && isSame(statistics, data) ? [] : [{ type: 'StatisticsRecorded', data }];
}

function recordOrigins(
  { data, facts: { organisation } }: ProfileCommandOf<'RecordOrigins'>,
  { origins }: Profile,
): readonly ProfileEvent[] {
  const changed = Object.entries(data.origins).filter(([person, origin]) => origins[person] !== origin);
  const stranger = changed.find(([person]) => !isOnRoster(organisation, person));
  if (stranger) refuse('leader-unknown', { field: 'person', person: stranger[0] });
  if (changed.length === 0) return [];
  return [{ type: 'OriginsRecorded', data: { origins: Object.fromEntries(changed) } }];
}

function requireListed({ bases }: Profile, cited: readonly string[]): void {
  for (const [index, id] of cited.entries()) {
    if (!bases.some((basis) => basis.id === id))
      refuse('basis-unknown', { field: `bases.${index}`, basis: id });
  }
}

/** Plain data in whatever order its fields stand. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length || Array.isArray(a) !== Array.isArray(b)) return false;
  return names.every((name) =>
    isSame((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]),
  );
}
