import type { Decider } from '../kernel/decider.ts';
import { epochOf, type Instant, instantOf } from '../kernel/time.ts';
import { holders, requireAmong } from '../organisation/authority.ts';
import { seatTitle } from '../organisation/body.ts';
import { isOnRoster } from '../organisation/organisation.ts';
import { SUPERIOR_SEATS } from '../organisation/policy.ts';
import { checkAddress } from './address.ts';
import { checkCarrier } from './carrier/check.ts';
import type { DisplayCommand, DisplayCommandOf, DisplayFacts } from './commands.ts';
import type { DisplayEvent } from './events.ts';
import { checkHeaders } from './headers.ts';
import { KEEPERS } from './keepers.ts';
import { checkOfficeSystem } from './office-system.ts';
import { challengeAfter, requestProbe, takesChallenge } from './probing.ts';
import { refuse } from './refusals.ts';
import { requestResend } from './resending.ts';
import { reportDecider } from './sender-reports.ts';
import { type Display, type DisplayState, displayHistory } from './state.ts';

const HOUR_MS = 3_600_000;

/** A display from its registration on: where it hangs, what it shows, where it listens, how it fares. */
export const displayDecider: Decider<DisplayCommand, DisplayEvent, DisplayState> = {
  ...displayHistory,
  decide,
  nextDue: () => undefined,
};

function decide(command: DisplayCommand, state: DisplayState): readonly DisplayEvent[] {
  if (command.type === 'ReportDelivery' || command.type === 'RecordProbe') {
    return reportDecider.decide(command, state);
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
    case 'TestDisplay':
    case 'VerifyDisplay':
      return requestProbe(command, display);
    case 'ResendNotice':
    case 'ResendNotices':
    case 'ResyncDisplay':
      return requestResend(command, display);
  }
}

export const mayKeep = (facts: DisplayFacts, person: string, now: Instant): boolean =>
  keepersOf(facts, now).has(person);

const keepersOf = ({ organisation, superior }: DisplayFacts, now: Instant): ReadonlySet<string> =>
  new Set([
    ...holders(organisation, KEEPERS, now),
    ...(superior ? holders(superior, SUPERIOR_SEATS, now) : []),
  ]);

/**
 * The office and the leading group look after displays, or those who decide for them in the superior organisation.
 * @throws Refusal `not-permitted`, naming the seats that it takes
 */
export function requireKeeper({ actor, facts, now }: Pick<DisplayCommand, 'actor' | 'facts' | 'now'>): void {
  const allowed = KEEPERS.map(seatTitle).join('、');
  requireAmong(actor, keepersOf(facts, now), [...KEEPERS, ...SUPERIOR_SEATS], allowed);
}

function register({ data, facts }: DisplayCommandOf<'RegisterDisplay'>): readonly DisplayEvent[] {
  checkParticulars(data, data.audience, facts);
  const registered: DisplayEvent = { type: 'DisplayRegistered', data: { ...data, keyVersion: 1 } };
  return takesChallenge(data) ? [registered, challengeAfter()] : [registered];
}

type Particulars = DisplayCommandOf<'ChangeDisplay'>['data'];

function checkParticulars(
  data: Particulars,
  audience: Display['audience'],
  { organisation }: DisplayFacts,
): void {
  const { url, headers, notices, screen, carrier } = data;
  checkOfficeSystem(data, audience, organisation);
  if (url) checkAddress(url, organisation.policy.displayNetworks);
  checkHeaders(headers);
  if (carrier) checkCarrier(carrier, url, organisation.policy.displayNetworks);
  if (notices && !notices.includes('notice.withdrawn')) refuse('withdrawals-wanted', { field: 'notices' });
  const { keeper } = screen ?? {};
  if (keeper !== undefined && !isOnRoster(organisation, keeper))
    refuse('keeper-unknown', { field: 'screen.keeper' });
}

const PARTICULARS = [
  'name',
  'place',
  'url',
  'filter',
  'notices',
  'perMinute',
  'headers',
  'carrier',
  'screen',
  'assurance',
] as const;

function change(
  { data, facts }: DisplayCommandOf<'ChangeDisplay'>,
  display: Display,
): readonly DisplayEvent[] {
  checkParticulars(data, display.audience, facts);
  const isSame = PARTICULARS.every((each) => JSON.stringify(display[each]) === JSON.stringify(data[each]));
  // Whoever assures again says what is true today, and what was held back meanwhile is told.
  if (isSame && !data.assurance) return [];
  const changed: DisplayEvent = { type: 'DisplayChanged', data };
  const isElsewhere = takesChallenge(data) && data.url !== display.url;
  return isElsewhere ? [changed, challengeAfter(display.challenge)] : [changed];
}

/**
 * Only two keys sign at a time, so a rotation that is to be gentle waits for the one before it. The page of a screen
 * that is not for everybody opens with a token of the same key, whether or not notices are sent to it.
 */
function rotate({ data, now }: DisplayCommandOf<'RotateSecret'>, display: Display): readonly DisplayEvent[] {
  if (!display.url && display.audience === 'public') refuse('address-missing');
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
