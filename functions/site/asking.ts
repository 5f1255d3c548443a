import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { refuse } from '../../domain/kernel/refusal.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import { seatTitle } from '../../domain/organisation/body.ts';
import { heldFor, seatName } from '../edge/principal.ts';
import type { Asker, Permits } from '../issuing/permits.ts';
import type { IssueRequest } from '../issuing/request.ts';
import { seatTitleOf } from '../shell/reading/steps.ts';
import type { Tenants } from '../shell/tenancy.ts';
import type { SiteContext, SiteSettings } from './services.ts';
import { cookieOptions } from './session.ts';

/** Who asks for something through a page, and under which seat. Every command of a page begins here. */
export const askerOf = (c: SiteContext): Asker => ({
  person: c.get('person')?.person,
  actingSeat: chosenSeat(c),
  now: c.var.now,
});

/** A form of a page as a request for one operation of the API. */
export const requestOf = (
  c: SiteContext,
  {
    key,
    ...wanted
  }: Pick<IssueRequest, 'command' | 'data' | 'parameters'> &
    Partial<Pick<IssueRequest, 'expectedVersion' | 'receipt'>> & { readonly key: string },
): IssueRequest => ({
  expectedVersion: undefined,
  receipt: undefined,
  ...wanted,
  ...askerOf(c),
  key: { value: key, minted: false },
  correlation: c.var.correlation,
  address: undefined,
});

/** Sent along on the desk only: whoever reads or speaks elsewhere does so as themselves. */
const DESK = '/desk';
const cookieOf = (c: SiteContext): string => `gongkai_seat_${c.req.param('org') ?? ''}`;

/**
 * The seat that the person has chosen to act under in the organisation of the address, `office:head`. It is what a
 * browser says: whether it is held, and counts for what is asked, is for `Permits` to find out each time. Whoever signs
 * in next in the same browser has chosen nothing yet.
 */
function chosenSeat(c: SiteContext): string | undefined {
  const [seat = '', ...person] = (getCookie(c, cookieOf(c)) ?? '').split(' ');
  return seat !== '' && person.join(' ') === c.get('person')?.person ? seat : undefined;
}

/**
 * Keeps the choice until the browser is closed; an empty one leaves it to the system again.
 * @throws Refusal as the API refuses a seat that the person does not hold here
 */
export async function chooseSeat(
  c: SiteContext,
  { permits, settings }: { readonly permits: Permits; readonly settings: SiteSettings },
  seat: string,
): Promise<void> {
  const asker = askerOf(c);
  const options = { ...cookieOptions(settings.publicUrl), path: DESK };
  if (seat === '') {
    deleteCookie(c, cookieOf(c), options);
    return;
  }
  await permits.worker(new OrgScope(c.req.param('org') ?? ''), { ...asker, actingSeat: seat });
  setCookie(c, cookieOf(c), `${seat} ${asker.person ?? refuse('not-signed-in')}`, options);
}

/** Under which seats somebody may act, and which they have chosen. */
export interface Acting {
  readonly seats: readonly { readonly seat: string; readonly title: string }[];
  /** Absent while the system chooses. */
  readonly chosen?: { readonly seat: string; readonly title: string };
}

/** Undefined where there is nothing to choose: with one seat, none chosen that has ended since; where all is closed. */
export function actingIn(c: SiteContext, { organisation, superior }: Tenants): Acting | undefined {
  const { person, actingSeat } = askerOf(c);
  if (person === undefined || organisation.merged || !c.req.path.startsWith(`${DESK}/`)) return undefined;
  const id = c.req.param('org') ?? '';
  const held = heldFor({ organisation, ...(superior && { superior }) }, id, person, c.var.now);
  const titles = new Map(
    // Where a seat here and one above have the same name, the one here is meant.
    held
      .toReversed()
      .map(({ seat, of }) => [
        seatName(seat),
        `${of === id ? '' : (superior?.shortName ?? '')}${seatTitle(seat)}`,
      ]),
  );
  const seats = [...titles].map(([seat, title]) => ({ seat, title })).toReversed();
  if (seats.length < 2 && actingSeat === undefined) return undefined;
  const title = actingSeat && (titles.get(actingSeat) ?? seatTitleOf(actingSeat) ?? actingSeat);
  return { seats, ...(actingSeat && title && { chosen: { seat: actingSeat, title } }) };
}
