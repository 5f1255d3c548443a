import { reportDecider, type SenderReport } from '../../domain/display/sender-reports.ts';
import type { DisplayState } from '../../domain/display/state.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Log } from '../adapters/log.ts';
import type { Aggregates } from './aggregates.ts';
import { execute, type Outcome, type Request } from './execute.ts';

/** Records how displays fare, for the function that sends to them. */
export class DisplayReports {
  readonly #log: Log;
  readonly #aggregates: Aggregates;

  constructor(log: Log, aggregates: Aggregates) {
    this.#log = log;
    this.#aggregates = aggregates;
  }

  /** @throws Refusal `display-unknown` */
  issue(
    scope: OrgScope,
    id: string,
    report: Omit<Request<SenderReport, DisplayState>, 'stream' | 'facts'>,
  ): Promise<Outcome<DisplayState>> {
    return execute({ log: this.#log, aggregates: this.#aggregates }, reportDecider, {
      ...report,
      stream: scope.stream('DISPLAY', id),
      facts: async () => ({}),
    });
  }
}
