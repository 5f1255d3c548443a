import type { Decider } from '../kernel/decider.ts';
import { refuse as refuseInput } from '../kernel/refusal.ts';
import { epochOf, instantOf } from '../kernel/time.ts';
import { holders } from '../organisation/authority.ts';
import { type SeatRule, seatTitle } from '../organisation/body.ts';
import { SUPERIOR_SEATS } from '../organisation/policy.ts';
import { checkAddress } from './address.ts';
import type { DisplayCommand, DisplayCommandOf } from './commands.ts';
import type { DisplayEvent } from './events.ts';
import { reportDelivery } from './failing.ts';
import { refuse } from './refusals.ts';
import { type Display, type DisplayState, displayHistory } from './state.ts';

const HOUR_MS = 3_600_000;

/** A display from its registration on: where it hangs, what it shows, where it listens, how it fares. */
export const displayDecider: Decider<DisplayCommand, DisplayEvent, DisplayState> = {
  ...displayHistory,
  decide,
  nextDue: () => undefined,
};

function decide(command: DisplayCommand, state: DisplayState): readonly DisplayEvent[] {
  if (command.type === 'ReportDelivery') {
    if (command.actor.kind !== 'system') refuse('system-only');
    return reportDelivery(command, state ?? refuse('display-unknown'));
  }
  requireKeeper(command);
  if (command.type === 'RegisterDisplay') {
    if (state) refuse('display-exists');
    return register(command);
  }
  const display = state ?? refuse('display-unknown');
  switch (command.type) {
    case 'ChangeDisplay':
      return change(command, display);
    case 'RotateSecret':
      return rotate(command, display);
    case 'DisableDisplay':
      return display.active
        ? [{ type: 'DisplayDisabled', data: { cause: 'by-hand', reason: command.data.reason } }]
        : [];
    case 'EnableDisplay':
      return enable(command, display);
  }
}

/** Who looks after displays: the office and the leading group, or those who decide for them in the superior one. */
const KEEPERS: SeatRule[] = [{ body: 'office' }, { body: 'leading-group' }];

/** @throws Refusal `not-permitted`, naming the seats that it takes */
export function requireKeeper({ actor, facts, now }: Pick<DisplayCommand, 'actor' | 'facts' | 'now'>): void {
  const { organisation, superior } = facts;
  const keepers = holders(organisation, KEEPERS, now);
  const above = superior ? holders(superior, SUPERIOR_SEATS, now) : new Set<string>();
  if (actor.kind === 'person' && (keepers.has(actor.person) || above.has(actor.person))) return;
  refuseInput('not-permitted', { allowed: KEEPERS.map(seatTitle).join('、') });
}

function register({ data, facts }: DisplayCommandOf<'RegisterDisplay'>): readonly DisplayEvent[] {
  if (data.url) checkAddress(data.url, facts.organisation.policy.displayNetworks);
  return [{ type: 'DisplayRegistered', data: { ...data, keyVersion: 1 } }];
}

function change(
  { data, facts }: DisplayCommandOf<'ChangeDisplay'>,
  display: Display,
): readonly DisplayEvent[] {
  if (data.url) checkAddress(data.url, facts.organisation.policy.displayNetworks);
  const { name, place, url, filter } = display;
  const isSame =
    name === data.name &&
    place === data.place &&
    url === data.url &&
    JSON.stringify(filter) === JSON.stringify(data.filter);
  return isSame ? [] : [{ type: 'DisplayChanged', data }];
}

/** Only two keys sign at a time, so a rotation that is to be gentle waits for the one before it. */
function rotate({ data, now }: DisplayCommandOf<'RotateSecret'>, display: Display): readonly DisplayEvent[] {
  if (!display.url) refuse('address-missing');
  const { previousValidUntil: until } = display;
  if (data.overlapHours > 0 && until !== undefined && now < until) refuse('rotation-under-way', { until });
  const previousValidUntil = instantOf(epochOf(now) + data.overlapHours * HOUR_MS);
  return [{ type: 'SecretRotated', data: { keyVersion: display.keyVersion + 1, previousValidUntil } }];
}

/** The policy may have changed since the address was registered. */
function enable({ facts }: DisplayCommandOf<'EnableDisplay'>, display: Display): readonly DisplayEvent[] {
  if (display.active) return [];
  if (display.url) checkAddress(display.url, facts.organisation.policy.displayNetworks);
  return [{ type: 'DisplayEnabled', data: {} }];
}
