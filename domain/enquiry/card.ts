import type { OrganisationId } from '../kernel/scope.ts';
import type { Day, Instant } from '../kernel/time.ts';
import { decisionOf, type Enquiry, legNow } from './state.ts';
import type { DecisionOutcome, EnquiryChannel, EnquiryStage } from './vocabulary.ts';
import { type EnquiryWait, enquiryWaits } from './waits.ts';

/** A request in a list, for those who work on it. The subject was screened, so it holds no clear personal data. */
export interface EnquiryCard {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly subject: string;
  readonly channel: EnquiryChannel;
  readonly signed: boolean;
  readonly registeredAt: Instant;
  readonly stage: EnquiryStage;
  readonly owner?: string;
  /** The date that runs now; absent while the clock stands still or nothing is open. */
  readonly dueOn?: Day;
  readonly overdue: boolean;
  readonly outcome?: DecisionOutcome;
  /** When that was decided. */
  readonly decidedAt?: Instant;
  /** Something was handed over at some time. */
  readonly disclosed: boolean;
  /** What it became: a row or an item of its own. */
  readonly promoted: boolean;
  /** Rows of the catalogue that it touches; none: outside the catalogue. */
  readonly rows: readonly string[];
  /** 接待: when somebody of the office was spoken to, and how. */
  readonly receptions: readonly { readonly at: Instant; readonly channel: EnquiryChannel }[];
  readonly waits: readonly EnquiryWait[];
}

export function enquiryCardOf(
  enquiry: Enquiry,
  { id, organisation }: Pick<EnquiryCard, 'id' | 'organisation'>,
): EnquiryCard {
  const { subject, channel, from, registeredAt, stage, owner, overdue, rows, disclosure, promotion } =
    enquiry;
  const dueOn = legNow(enquiry)?.due;
  const decision = decisionOf(enquiry);
  return {
    id,
    organisation,
    subject,
    channel,
    signed: from.kind === 'signed',
    registeredAt,
    stage,
    ...(owner !== undefined && { owner }),
    ...(dueOn !== undefined && { dueOn }),
    overdue,
    ...(decision && { outcome: decision.outcome, decidedAt: decision.decidedAt }),
    disclosed: disclosure !== undefined,
    promoted: promotion !== undefined && promotion.as !== 'declined',
    rows,
    receptions: [
      ...(channel === 'online' ? [] : [{ at: registeredAt, channel }]),
      ...enquiry.visits.map((visit) => ({ at: visit.at, channel: visit.channel })),
    ],
    waits: enquiryWaits(enquiry),
  };
}
