import type { DisplayCard } from '../../../domain/display/card.ts';
import { keepersOf } from '../../../domain/display/keepers.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { type OrganisationId, OrgScope } from '../../../domain/kernel/scope.ts';
import { epochOf, type Instant } from '../../../domain/kernel/time.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import type { Views } from '../../adapters/views.ts';
import type { ScreenCard } from '../screens.ts';
import type { Tenancy } from '../tenancy.ts';
import { organisationsKey, screenSort, screensKey } from '../view-keys.ts';
import type { OrganisationCard } from './organisation-reading.ts';
import { rowsUnder } from './rows.ts';

/** `behind`: it is on, but shows what is no longer current. */
export type ScreenStatus = 'dark' | 'behind' | 'current';

export interface ScreenLine extends ScreenCard {
  readonly status: ScreenStatus;
  /** Short name of the organisation. */
  readonly unit: string;
  /** Who has to see to a dark screen, by name; several when nobody is named for it. */
  readonly keepers: readonly string[];
}

export interface ScreenSources {
  readonly views: Views;
  readonly tenancy: Tenancy;
  /** Everybody's screens are under its key, so that it sees them all in one query. */
  readonly district: OrganisationId;
}

/** A screen takes up a change at its next poll and says so at its next heartbeat but one at the latest. */
const BEHIND_AFTER_MS = 10 * 60_000;

/**
 * Screens of the organisation and of those below it, dark ones first: as far as they have ever been heard of, and are
 * not switched off. For those who work here. One query, and for each dark screen a look at what it is registered as.
 * @throws Refusal `not-found` for others
 */
export async function screensUnder(
  sources: ScreenSources,
  scope: OrgScope,
  reader: Reader,
  now: Instant,
): Promise<readonly ScreenLine[]> {
  if (!mayWork(reader, scope.organisation)) refuse('not-found');
  const { views, district } = sources;
  const [rows, units] = await Promise.all([
    Array.fromAsync(rowsUnder(views, screensKey(district))),
    Array.fromAsync(rowsUnder(views, organisationsKey(district)), ({ card }) => card as OrganisationCard),
  ]);
  const names = new Map(units.map(({ id, shortName }) => [id, shortName]));
  const isWithin = within(units, scope.organisation, district);
  const cards = rows
    .map(({ card }) => card as ScreenCard)
    .filter(({ organisation }) => isWithin(organisation));
  const lines = await Promise.all(cards.map((card) => lineOf(card)));
  return lines.flat().toSorted((a, b) => (urgency(a) < urgency(b) ? -1 : 1));

  async function lineOf(card: ScreenCard): Promise<readonly ScreenLine[]> {
    const unit = names.get(card.organisation) ?? card.organisation;
    if (!isDark(card, now))
      return [{ ...card, unit, status: isBehind(card) ? 'behind' : 'current', keepers: [] }];
    const dark = await registered(sources, card);
    const organisation = dark && (await sources.tenancy.find(new OrgScope(card.organisation)));
    if (!organisation) return [];
    const { name, place } = dark;
    const keepers = [...keepersOf(dark, organisation, now)].map((id) => organisation.people[id]?.name ?? id);
    return [{ ...card, name, place, unit, status: 'dark', keepers }];
  }
}

/** A dark screen as work for somebody. */
export interface DarkScreen {
  readonly id: string;
  readonly title: string;
  readonly since: Instant;
}

/**
 * Dark screens of the organisation that fall to the person: to the keeper named for it, otherwise to whoever looks
 * after displays. One query of a few rows when none is dark.
 */
export async function darkScreensFor(
  sources: Pick<ScreenSources, 'views' | 'district'>,
  id: OrganisationId,
  organisation: Organisation,
  person: string,
  now: Instant,
): Promise<readonly DarkScreen[]> {
  const rows = rowsUnder(sources.views, screensKey(sources.district), screenSort(id, ''));
  const cards = await Array.fromAsync(rows, ({ card }) => card as ScreenCard);
  const found = cards
    .filter((card) => isDark(card, now))
    .map(async (card): Promise<readonly DarkScreen[]> => {
      const display = await registered(sources, card);
      if (!display || !keepersOf(display, organisation, now).has(person)) return [];
      return [{ id: card.display, title: `${display.name}（${display.place}）`, since: card.darkAt }];
    });
  return (await Promise.all(found)).flat();
}

const isDark = ({ darkAt }: ScreenCard, now: Instant): boolean => darkAt <= now;

const isBehind = ({ behindSince, seenAt }: ScreenCard): boolean =>
  behindSince !== undefined && epochOf(seenAt) - epochOf(behindSince) >= BEHIND_AFTER_MS;

/** A screen that was switched off on purpose is not dark; undefined. */
async function registered(
  { views }: Pick<ScreenSources, 'views'>,
  { organisation, display }: ScreenCard,
): Promise<DisplayCard | undefined> {
  const row = await views.get(new OrgScope(organisation).partition('DISPLAY'), display);
  const card = row?.card as DisplayCard | undefined;
  return card?.active ? card : undefined;
}

/** Itself and everybody below, however deep. */
function within(units: readonly OrganisationCard[], top: OrganisationId, district: OrganisationId) {
  if (top === district) return () => true;
  const superiors = new Map(units.map(({ id, superior }) => [id, superior]));
  return (id: OrganisationId): boolean => {
    let each: OrganisationId | undefined = id;
    while (each !== undefined && each !== top) each = superiors.get(each);
    return each === top;
  };
}

const ORDER: Readonly<Record<ScreenStatus, number>> = { dark: 0, behind: 1, current: 2 };
const urgency = ({ status, darkAt, organisation, display }: ScreenLine): string =>
  `${ORDER[status]} ${status === 'dark' ? darkAt : ''} ${organisation} ${display}`;
