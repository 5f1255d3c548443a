import type { Instant } from '../kernel/time.ts';
import { holders } from '../organisation/authority.ts';
import type { SeatRule } from '../organisation/body.ts';
import type { Addressee, HolidaysAlert, Telling, UnmetAlert } from './alert.ts';
import type { Digest } from './digest-state.ts';
import type { DisplayNews } from './display-news.ts';
import type { House } from './telling.ts';

/** Who sees to it that things work: the head of the office, then anybody in it, then whoever answers for it. */
const CARETAKERS: readonly SeatRule[] = [
  { body: 'office', position: 'head' },
  { body: 'office' },
  { body: 'leading-group' },
];

/**
 * Tells the office of a digest that did not get out, and never by the very digest of whoever it did not reach. A digest
 * that only reported such failures is reported to nobody: where no mail gets out, each report would make another one.
 */
export function reportOf(
  { stream, digest, to, at }: { stream: string; digest: Digest; to: string; at: Instant },
  houses: readonly Pick<House, 'id' | 'organisation'>[],
): readonly Telling[] {
  if (digest.alerts.every(({ kind }) => kind === 'undelivered')) return [];
  const { addressee, day, channel = 'inbox', failure = 'unanswered' } = digest;
  const alert = { kind: 'undelivered', digest: stream, day, to, channel, reason: failure } as const;
  return caretakersOf(houses, at, addressee).map((told) => ({ ...told, at, alert }));
}

/** Tells the office, as of the beginning of the week or month, so that a week or month has one. */
export const noticeOf = (
  house: Pick<House, 'id' | 'organisation'>,
  alert: HolidaysAlert | UnmetAlert,
  at: Instant,
): readonly Telling[] => caretakersOf([house], at).map((told) => ({ ...told, at, alert }));

/** Tells whoever looks after things in the first of the houses where anybody does. */
export const caretakersTold = (
  houses: readonly Pick<House, 'id' | 'organisation'>[],
  alert: DisplayNews,
  at: Instant,
): readonly Telling[] => caretakersOf(houses, at).map((told) => ({ ...told, at, alert }));

/** The first seats that anybody holds, in the first of the houses where somebody does. */
function caretakersOf(
  houses: readonly Pick<House, 'id' | 'organisation'>[],
  at: Instant,
  except?: Addressee,
): readonly Pick<Telling, 'organisation' | 'addressee'>[] {
  for (const { id: organisation, organisation: state } of houses) {
    for (const seat of CARETAKERS) {
      const people = [...holders(state, [seat], at)].filter(
        (id) => except?.kind !== 'person' || id !== except.id,
      );
      if (people.length > 0) return people.map((id) => ({ organisation, addressee: { kind: 'person', id } }));
    }
  }
  return [];
}
