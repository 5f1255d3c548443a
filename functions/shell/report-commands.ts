import { type PeriodName, periodNamed } from '../../domain/duty/period.ts';
import type { EnquiryCard } from '../../domain/enquiry/card.ts';
import type { FeedbackCard } from '../../domain/feedback/card.ts';
import { type OrganisationId, OrgScope, type StreamKind } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { ReportCommand, ReportFacts } from '../../domain/report/commands.ts';
import { figuresOf, type ReportFigures } from '../../domain/report/figures.ts';
import { reportDecider, reportSpan } from '../../domain/report/report.ts';
import { type ReportState, reportHistory, reportId } from '../../domain/report/state.ts';
import type { Log } from '../adapters/log.ts';
import type { Views } from '../adapters/views.ts';
import type { Aggregates } from './aggregates.ts';
import { execute, type Outcome, type Request } from './execute.ts';
import { rowsUnder } from './reading/rows.ts';
import { Tenancy, type Tenants } from './tenancy.ts';

export type ReportRequest = Omit<Request<ReportCommand, ReportState>, 'stream' | 'facts'>;

/** Issues commands on the reports that an organisation sends up. */
export class ReportCommands {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #views: Pick<Views, 'list'>;
  readonly #tenancy: Tenancy;

  constructor(log: Log, aggregates: Aggregates, views: Pick<Views, 'list'>) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#views = views;
    this.#tenancy = new Tenancy(aggregates);
  }

  issue(scope: OrgScope, name: PeriodName, request: ReportRequest): Promise<Outcome<ReportState>> {
    return execute({ log: this.#log, aggregates: this.#aggregates }, reportDecider, {
      ...request,
      stream: scope.stream('REPORT', reportId(name)),
      facts: () => this.#facts(scope, name, request),
    });
  }

  /** Whom the report was sent to; undefined until it is. */
  async addressee(scope: OrgScope, name: PeriodName): Promise<OrganisationId | undefined> {
    const stream = scope.stream('REPORT', reportId(name));
    return (await this.#aggregates.load(stream, reportHistory)).state?.to;
  }

  async #facts(scope: OrgScope, name: PeriodName, { type, now }: ReportRequest): Promise<ReportFacts> {
    const period = periodNamed(name);
    const tenants = await this.#tenancy.tenants(scope);
    if (type === 'SendReport') {
      const figures = await reportFigures(this.#views, scope, tenants, name, now);
      return { ...tenants, period, ...(figures && { figures }) };
    }
    const to = await this.addressee(scope, name);
    const superior = to === undefined ? tenants.superior : await this.#tenancy.find(new OrgScope(to));
    return { organisation: tenants.organisation, ...(superior && { superior }), period };
  }
}

/** What a report would say now; undefined where none is asked for. */
export async function reportFigures(
  views: Pick<Views, 'list'>,
  scope: OrgScope,
  { superior }: Tenants,
  period: PeriodName,
  now: Instant,
): Promise<ReportFigures | undefined> {
  const span = superior && reportSpan(periodNamed(period), superior.policy);
  if (!span) return undefined;
  const cardsOf = <Card>(kind: StreamKind): Promise<readonly Card[]> =>
    Array.fromAsync(rowsUnder(views, scope.partition(kind)), ({ card }) => card as Card);
  const [opinions, enquiries] = await Promise.all([
    cardsOf<FeedbackCard>('FEEDBACK'),
    cardsOf<EnquiryCard>('ENQUIRY'),
  ]);
  return figuresOf(opinions, enquiries, span, now);
}
