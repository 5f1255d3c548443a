import type { Actor } from '../kernel/decider.ts';
import { dayOf, type Instant } from '../kernel/time.ts';
import { holders } from '../organisation/authority.ts';
import type { SeatRule } from '../organisation/body.ts';
import { isOnRoster } from '../organisation/organisation.ts';
import { personalData } from '../screening/personal-data.ts';
import { legOf } from './clock.ts';
import type { EnquiryCommandOf, EnquiryFacts } from './commands.ts';
import type { EnquiryEvent, Owner } from './events.ts';
import { checkText, requireOffice, requireOwner, rulesIn } from './guards.ts';
import { refuse } from './refusals.ts';
import type { Enquiry } from './state.ts';

/** A request comes in: a case with an owner and a date at once, unless the office answered it on the spot. */
export function register(command: EnquiryCommandOf<'RegisterEnquiry'>): readonly EnquiryEvent[] {
  const { data, facts, now } = command;
  const { person, ...request } = data;
  if (data.channel === 'online') checkOnline(command);
  else requireOffice(command);
  checkQuestion('subject', data.subject);
  checkQuestion('details', data.details ?? '');
  const asker = askerOf(command);
  const registered = { ...request, ...(asker !== undefined && { asker }), rows: facts.rows };
  if (data.answer) {
    checkText('answer.text', data.answer.text);
    checkLinks(facts, 'answer.');
    return [{ type: 'EnquiryRegistered', data: registered }];
  }
  const leg = legOf('registered', dayOf(now), rulesIn(facts).decideDays, facts.calendar);
  const owner = ownerFor(facts, asker, now) ?? refuse('nobody-in-charge');
  return [{ type: 'EnquiryRegistered', data: { ...registered, case: { ...owner, leg } } }];
}

function checkOnline({ data: { from, person, answer }, actor }: EnquiryCommandOf<'RegisterEnquiry'>): void {
  if (person !== undefined) refuse('written-down-only', { field: 'person' });
  if (answer) refuse('written-down-only', { field: 'answer' });
  if (from.kind === 'anonymous' && actor.kind === 'person') refuse('enquiry-anonymity-broken');
  if (from.kind === 'signed' && from.name === undefined && actor.kind !== 'person')
    refuse('enquiry-name-missing', { field: 'from.name' });
}

/** Whoever asked, as far as anybody knows. */
function askerOf({ data, actor, facts }: EnquiryCommandOf<'RegisterEnquiry'>): string | undefined {
  const { channel, from, person } = data;
  if (channel === 'online') return actor.kind === 'person' ? actor.person : undefined;
  if (person !== undefined && !isOnRoster(facts.organisation, person))
    refuse('asker-not-on-roster', { field: 'person', person });
  if (from.kind === 'signed' && from.name === undefined && person === undefined)
    refuse('enquiry-name-missing', { field: 'from.name' });
  return person;
}

const checkQuestion = (field: string, text: string): void => {
  const count = personalData(text, field).length;
  if (count > 0) refuse('question-holds-personal-data', { field, count });
};

/** Every link must lead somewhere; whether whoever asked may follow it is for the command to say. */
export function checkLinks({ links }: EnquiryFacts, at = ''): void {
  if (links.item === 'unknown') refuse('enquiry-item-unknown', { field: `${at}item` });
  if (links.row === 'unknown') refuse('enquiry-row-unknown', { field: `${at}row` });
}

const HERE: readonly SeatRule[] = [
  { body: 'office', position: 'head' },
  { body: 'office' },
  { body: 'leading-group' },
];

/** The office, or whoever answers for it; where nobody is, the superior's. Never the asker. */
function ownerFor(
  { organisation, superior }: EnquiryFacts,
  asker: string | undefined,
  now: Instant,
): Owner | undefined {
  for (const [place, above] of [[organisation], [superior, true]] as const) {
    for (const seat of HERE) {
      const owner = place && [...holders(place, [seat], now)].find((person) => person !== asker);
      if (owner !== undefined) return { owner, ...(above && { ownerAbove: true }) };
    }
  }
  return undefined;
}

/** To somebody on the roster, who need hold no seat. */
export function assign(
  command: EnquiryCommandOf<'AssignEnquiry'>,
  enquiry: Enquiry,
): readonly EnquiryEvent[] {
  const { data, facts } = command;
  requireOwner(command, enquiry);
  if (!isOnRoster(facts.organisation, data.owner))
    refuse('enquiry-owner-not-on-roster', { field: 'owner', person: data.owner });
  if (data.owner === enquiry.asker) refuse('owner-is-asker', { field: 'owner' });
  return data.owner === enquiry.owner && !enquiry.ownerAbove ? [] : [{ type: 'EnquiryAssigned', data }];
}

/** The asker, or the office that writes down what they said. */
export function clarify(command: EnquiryCommandOf<'Clarify'>, enquiry: Enquiry): readonly EnquiryEvent[] {
  const { data, facts, now, actor } = command;
  if (!isAsker(actor, enquiry, facts)) requireOwner(command, enquiry);
  checkQuestion('text', data.text);
  const left = enquiry.standstill?.left ?? 1;
  return [
    {
      type: 'EnquiryClarified',
      data: { ...data, leg: legOf('clarified', dayOf(now), left, facts.calendar) },
    },
  ];
}

/** 接待记录 on a case: who came back, and what they were told. */
export function recordVisit(
  command: EnquiryCommandOf<'RecordVisit'>,
  enquiry: Enquiry,
): readonly EnquiryEvent[] {
  requireOwner(command, enquiry);
  checkQuestion('question', command.data.question);
  checkText('answer', command.data.answer);
  return [{ type: 'EnquiryVisited', data: command.data }];
}

/** Known by their log-in or by the receipt. */
export const isAsker = (
  actor: Actor,
  { asker }: Pick<Enquiry, 'asker'>,
  { holdsReceipt }: Pick<EnquiryFacts, 'holdsReceipt'>,
): boolean => holdsReceipt || (actor.kind === 'person' && actor.person === asker);
