import type { Addressee } from '../../../domain/alert/alert.ts';
import type { DigestCard } from '../../../domain/alert/card.ts';
import { digestId, digestPrefix } from '../../../domain/alert/digest-state.ts';
import type { Duty } from '../../../domain/duty/duty.ts';
import { isPeriodName } from '../../../domain/duty/period.ts';
import { type OrganisationId, OrgScope } from '../../../domain/kernel/scope.ts';
import { addDays, type Day } from '../../../domain/kernel/time.ts';
import { encodeCursor } from '../../adapters/cursor.ts';
import type { Views } from '../../adapters/views.ts';
import type { Aggregates } from '../aggregates.ts';
import { ledgerNow } from './ledger-now.ts';
import type { OrganisationName } from './names.ts';

/** How long reminders are shown. */
export const INBOX_DAYS = 30;

/** What somebody was told on one day, as a member of one organisation. */
export interface Reminder extends Omit<DigestCard, 'addressee' | 'content'> {
  readonly id: string;
  readonly organisation: OrganisationName;
  readonly content: NonNullable<DigestCard['content']>;
}

/** What the reminders say of the person's own organisations, by {@link dutyKey}, as the ledgers have it now. */
export async function dutiesIn(
  aggregates: Aggregates,
  reminders: readonly Reminder[],
): Promise<ReadonlyMap<string, Duty>> {
  const own = reminders.flatMap(({ organisation: { id }, content }) =>
    content.lines.flatMap(({ about, duty }) =>
      about?.organisation === id &&
      duty !== undefined &&
      about.period !== undefined &&
      isPeriodName(about.period)
        ? [{ organisation: id, period: about.period }]
        : [],
    ),
  );
  const ledgers = new Map(own.map((about) => [`${about.organisation} ${about.period}`, about]));
  const found = [...ledgers.values()].map(async ({ organisation, period }) => {
    const { state } = await ledgerNow(aggregates, new OrgScope(organisation), period);
    return Object.values(state?.duties ?? {}).map(
      (duty) => [dutyKey(organisation, period, duty.id), duty] as const,
    );
  });
  return new Map((await Promise.all(found)).flat());
}

export const dutyKey = (organisation: OrganisationId, period: string, duty: string): string =>
  `${organisation} ${period} ${duty}`;

/** Everything that came out for the person in the last days, newest first. One query for each organisation of theirs. */
export async function inboxOf(
  views: Pick<Views, 'list'>,
  person: string,
  organisations: readonly OrganisationName[],
  today: Day,
): Promise<readonly Reminder[]> {
  const addressee: Addressee = { kind: 'person', id: person };
  const after = encodeCursor(digestId(addressee, addDays(today, -INBOX_DAYS)));
  const found = organisations.map(async ({ id, name, shortName }) => {
    const key = new OrgScope(id).partition('DIGEST');
    const prefix = digestPrefix(addressee);
    const { rows } = await views.list(key, { limit: INBOX_DAYS * 2, prefix, after });
    return rows.flatMap(({ sk, card }): Reminder[] => {
      const { addressee: _, content, ...rest } = card as DigestCard;
      return content ? [{ id: sk, organisation: { id, name, shortName }, content, ...rest }] : [];
    });
  });
  return (await Promise.all(found)).flat().toSorted((a, b) => (a.day > b.day ? -1 : 1));
}
