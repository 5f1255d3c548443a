import type { PeriodName } from '../../../domain/duty/period.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Reader } from '../../../domain/visibility.ts';
import { type ProblemReading, problemsOf } from './problems.ts';
import { type ReportsReading, reportsOf } from './reports.ts';
import type { Sources } from './sources.ts';

/** What goes up to the superior, and what came from below. */
export class UpwardReadings {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** What the organisation brought before its superior, last first. @throws Refusal `not-found` for others */
  problems(scope: OrgScope, reader: Reader): Promise<readonly ProblemReading[]> {
    return problemsOf(this.#sources, scope, reader);
  }

  /** Reports sent up, and those of the period that came from below. @throws Refusal `not-found` for others */
  reports(scope: OrgScope, reader: Reader, period: PeriodName): Promise<ReportsReading> {
    return reportsOf(this.#sources.views, scope, reader, period);
  }
}
