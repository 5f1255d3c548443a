import { seatTitle } from '../../domain/organisation/body.ts';
import type { ItemLine } from '../shell/reading/lines.ts';
import type { Place } from './frames.ts';
import type { ContactLine } from './pages/board.tsx';
import type { SiteServices } from './services.ts';

/**
 * Whom to turn to: the telephone numbers of the newest text that asks for objections and that the reader may see and, for people of the
 * organisation, who heads its bodies. Outside it offices answer, not people.
 */
export async function contactsOf(
  { readings }: Pick<SiteServices, 'readings'>,
  { scope, organisation, reader }: Place,
  lines: readonly ItemLine[],
): Promise<readonly ContactLine[]> {
  const notice = lines.find(({ asksObjections }) => asksObjections);
  const reading = notice && (await readings.items.one(scope, notice.id, reader).catch(() => undefined));
  const terms = reading?.shown?.content.objection;
  return [
    ...(terms
      ? [
          { office: '联系人', value: terms.contact },
          { office: '联系电话', value: terms.phone },
          { office: '监督电话', value: terms.supervisionPhone },
        ]
      : []),
    ...(reader.partyMember || reader.staff || reader.official ? heads() : []),
  ];

  function heads(): ContactLine[] {
    return organisation.seats
      .filter((seat) => seat.position === 'head' && seat.until === undefined)
      .map((seat) => ({
        office: seatTitle(seat),
        value: organisation.people[seat.person]?.name ?? seat.person,
      }));
  }
}
