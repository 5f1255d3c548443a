import type { EnquiryCard } from '../../../domain/enquiry/card.ts';
import type { UnmetDemand } from '../../../domain/enquiry/demand.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Reader } from '../../../domain/visibility.ts';
import type { Views } from '../../adapters/views.ts';
import type { Aggregates } from '../aggregates.ts';
import {
  type EnquiryReading,
  enquiriesOf,
  enquiryFor,
  type OwnEnquiry,
  ownEnquiries,
  unmetRequests,
} from './enquiries.ts';
import { type ReceptionLog, receptionLog } from './receptions.ts';

/** What people asked for and what became of it. */
export class EnquiryReadings {
  readonly #sources: { readonly aggregates: Aggregates; readonly views: Views };

  constructor(sources: { readonly aggregates: Aggregates; readonly views: Views }) {
    this.#sources = sources;
  }

  /** One case, for those who work here and whoever asked. @throws Refusal `not-found` for everybody else */
  one(scope: OrgScope, id: string, reader: Reader, holdsReceipt = false): Promise<EnquiryReading> {
    return enquiryFor(this.#sources, scope, id, reader, holdsReceipt);
  }

  /** All of them, newest first. @throws Refusal `not-found` for who does not work here, as the next two */
  all(scope: OrgScope, reader: Reader): Promise<readonly EnquiryCard[]> {
    return enquiriesOf(this.#sources, scope, reader);
  }

  receptions(scope: OrgScope, reader: Reader, month: string): Promise<ReceptionLog> {
    return receptionLog(this.#sources, scope, reader, month);
  }

  unmet(scope: OrgScope, reader: Reader, month: string): Promise<readonly UnmetDemand[]> {
    return unmetRequests(this.#sources, scope, reader, month);
  }

  /** What the person has asked for, newest first. */
  own(scope: OrgScope, person: string): Promise<readonly OwnEnquiry[]> {
    return ownEnquiries(this.#sources, scope, person);
  }
}
