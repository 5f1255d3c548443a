import type { EnquiryCard } from '../../../domain/enquiry/card.ts';
import type { Leg } from '../../../domain/enquiry/clock.ts';
import { type UnmetDemand, unmetIn } from '../../../domain/enquiry/demand.ts';
import type { DataOf } from '../../../domain/enquiry/events.ts';
import {
  type Complaint,
  type Decision,
  decisionOf,
  type Enquiry,
  enquiryHistory,
  legNow,
  type Standstill,
} from '../../../domain/enquiry/state.ts';
import type { EnquiryStage } from '../../../domain/enquiry/vocabulary.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Day, Instant } from '../../../domain/kernel/time.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import type { Views } from '../../adapters/views.ts';
import type { Aggregates } from '../aggregates.ts';
import { askedKey } from '../view-keys.ts';
import { rowsUnder } from './rows.ts';

interface Sources {
  readonly aggregates: Aggregates;
  readonly views: Views;
}

/** A case as whoever asked sees it: what they said, what was answered, and where every date comes from. */
export interface EnquiryReading {
  readonly id: string;
  readonly streamVersion: number;
  readonly stage: EnquiryStage;
  readonly subject: string;
  readonly details?: string;
  readonly registeredAt: Instant;
  readonly overdue: boolean;
  /** How the date that runs now came about, first reckoning first; the last one holds. */
  readonly legs: readonly Leg[];
  readonly dueOn?: Day;
  readonly standstill?: Pick<Standstill, 'ground' | 'text' | 'until'>;
  readonly answer?: Enquiry['answer'];
  readonly decision?: Pick<
    Decision,
    'outcome' | 'ground' | 'text' | 'lookAgainOn' | 'item' | 'row' | 'decidedAt'
  >;
  readonly disclosure?: { readonly text: string; readonly item?: string | undefined; readonly at: Instant };
  readonly promotion?: DataOf<'SettlePromotion'>;
  readonly complaint?: Pick<Complaint, 'text' | 'at'> & {
    readonly settled?: { readonly upheld: boolean; readonly text: string };
  };
  /** True while a complaint about the decision may be filed. */
  readonly mayComplain: boolean;
  /** Only for those who work here: who asked, who proposed what, who was spoken to. */
  readonly work?: { readonly enquiry: Enquiry };
}

/** One case, for those who work here, for whoever asked, and for whoever holds its receipt. @throws Refusal `not-found` */
export async function enquiryFor(
  { aggregates }: Pick<Sources, 'aggregates'>,
  scope: OrgScope,
  id: string,
  reader: Reader,
  holdsReceipt: boolean,
): Promise<EnquiryReading> {
  const { state, version } = await aggregates.load(scope.stream('ENQUIRY', id), enquiryHistory);
  const asked = state?.asker === undefined ? [] : [state.asker];
  const isWorking = mayWork(reader, scope.organisation) || isOwner(reader, state);
  const mayRead = isWorking || mayWork(reader, scope.organisation, asked) || holdsReceipt;
  if (!state || !mayRead) return refuse('not-found');
  return { ...readingOf(state), id, streamVersion: version, ...(isWorking && { work: { enquiry: state } }) };
}

const isOwner = ({ person }: Reader, enquiry: Enquiry | undefined): boolean =>
  person !== undefined && enquiry?.owner === person;

function readingOf(enquiry: Enquiry): Omit<EnquiryReading, 'id' | 'streamVersion'> {
  const { stage, subject, details, registeredAt, overdue, legs, standstill, answer } = enquiry;
  const { disclosure, promotion, complaint } = enquiry;
  const dueOn = legNow(enquiry)?.due;
  const decision = decisionOf(enquiry);
  const isUnsatisfied = decision !== undefined && decision.outcome !== 'disclosed';
  return {
    stage,
    subject,
    ...(details !== undefined && { details }),
    registeredAt,
    overdue,
    legs,
    ...(dueOn !== undefined && { dueOn }),
    ...(standstill && { standstill: pick(standstill, 'ground', 'text', 'until') }),
    ...(answer && { answer }),
    ...(decision && {
      decision: pick(decision, 'outcome', 'ground', 'text', 'lookAgainOn', 'item', 'row', 'decidedAt'),
    }),
    ...(disclosure && { disclosure: pick(disclosure, 'text', 'item', 'at') }),
    ...(promotion && { promotion: withoutMark(promotion) }),
    ...(complaint && { complaint: complaintOf(complaint) }),
    mayComplain: stage === 'closed' && isUnsatisfied && !complaint,
  };
}

const complaintOf = ({ text, at, settled }: Complaint) => ({
  text,
  at,
  ...(settled && { settled: pick(settled, 'upheld', 'text') }),
});

/** Who settled it stays with those who work here. */
const withoutMark = ({ by: _, at: __, ...promotion }: NonNullable<Enquiry['promotion']>) => promotion;

function pick<T extends object, K extends keyof T>(from: T, ...keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(
    keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]]),
  ) as Pick<T, K>;
}

/** Everything that was asked for, newest first. @throws Refusal `not-found` for who does not work here */
export async function enquiriesOf(
  { views }: Pick<Sources, 'views'>,
  scope: OrgScope,
  reader: Reader,
): Promise<readonly EnquiryCard[]> {
  if (!mayWork(reader, scope.organisation)) refuse('not-found');
  const rows = await Array.fromAsync(rowsUnder(views, scope.partition('ENQUIRY')));
  return rows
    .map((row) => row.card as EnquiryCard)
    .toSorted((a, b) => (a.registeredAt > b.registeredAt ? -1 : 1));
}

const MOST_OWN = 50;

export type OwnEnquiry = Pick<EnquiryCard, 'id' | 'subject' | 'registeredAt' | 'stage' | 'dueOn' | 'outcome'>;

/** What the person has asked this organisation for, newest first. */
export async function ownEnquiries(
  { views }: Pick<Sources, 'views'>,
  scope: OrgScope,
  person: string,
): Promise<readonly OwnEnquiry[]> {
  const key = askedKey(scope.organisation, person);
  const { rows } = await views.listIndex('board', key, { limit: MOST_OWN, newestFirst: true });
  return rows.map(({ card }) =>
    pick(card as EnquiryCard, 'id', 'subject', 'registeredAt', 'stage', 'dueOn', 'outcome'),
  );
}

/**
 * What was asked for again and again and never given, as far as it was asked for in that month.
 *
 * @param month `2026-11`
 * @throws Refusal `not-found` for who does not work here
 */
export const unmetRequests = async (
  sources: Pick<Sources, 'views'>,
  scope: OrgScope,
  reader: Reader,
  month: string,
): Promise<readonly UnmetDemand[]> => unmetIn(month, await enquiriesOf(sources, scope, reader));
