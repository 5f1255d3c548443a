import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { Reader } from '../../../domain/visibility.ts';
import type { PageOf } from './boards.ts';
import {
  type AttemptFilter,
  type AttemptPage,
  attemptsOf,
  type DeliveryFilter,
  type DeliveryPage,
  type DisplayReading,
  deliveriesOf,
  displaysOf,
} from './displays.ts';
import { type ScreenLine, screensUnder } from './screens.ts';
import type { Sources } from './sources.ts';

/** Displays, what they were told, and whether they are on. */
export class DisplayReadings {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Every display of the organisation. @throws Refusal `not-found` for who does not work here */
  all(scope: OrgScope, reader: Reader): Promise<readonly DisplayReading[]> {
    return displaysOf(this.#sources.views, scope, reader);
  }

  /** Screens of the organisation and of those below it, dark ones first. @throws Refusal `not-found` */
  screens(scope: OrgScope, reader: Reader, now: Instant): Promise<readonly ScreenLine[]> {
    return screensUnder(this.#sources, scope, reader, now);
  }

  /** Deliveries to a display, last planned first. @throws Refusal `not-found`, `cursor-malformed` */
  deliveries(
    scope: OrgScope,
    display: string,
    reader: Reader,
    page: PageOf & DeliveryFilter,
  ): Promise<DeliveryPage> {
    return deliveriesOf(this.#sources.views, scope, reader, display, page);
  }

  /** Every message a display was sent of late, newest first. @throws Refusal `not-found`, `cursor-malformed` */
  attempts(
    scope: OrgScope,
    display: string,
    reader: Reader,
    now: Instant,
    page: PageOf & AttemptFilter,
  ): Promise<AttemptPage> {
    return attemptsOf(this.#sources.views, scope, reader, { display, now }, page);
  }
}
