import { refuse } from '../../domain/kernel/refusal.ts';
import { dayOf } from '../../domain/kernel/time.ts';
import { ENQUIRY_READS } from '../api/enquiry-reads.ts';
import { idOfReceipt } from '../shell/feedback-receipts.ts';
import type { Readings } from '../shell/readings.ts';
import { answered, type ReadRequest, type Within } from './answered.ts';

const monthOf = ({ query, now }: ReadRequest): string =>
  (query as { month?: string }).month ?? dayOf(now).slice(0, 7);

export const enquiryReaders = ({ enquiries }: Pick<Readings, 'enquiries'>, within: Within) =>
  answered(ENQUIRY_READS, {
    enquiries: within(async (scope, reader) => ({ enquiries: await enquiries.all(scope, reader) })),
    enquiry: within((scope, reader, { parameters: { enquiry = '' }, receipt }) => {
      const holdsReceipt = receipt !== undefined && idOfReceipt(scope, receipt) === enquiry;
      return enquiries.one(scope, enquiry, reader, holdsReceipt);
    }),
    ownEnquiries: within(async (scope, reader) => ({
      enquiries: await enquiries.own(scope, reader.person ?? refuse('not-signed-in')),
    })),
    receptions: within((scope, reader, request) => enquiries.receptions(scope, reader, monthOf(request))),
    unmetRequests: within(async (scope, reader, request) => ({
      requests: await enquiries.unmet(scope, reader, monthOf(request)),
    })),
  });
