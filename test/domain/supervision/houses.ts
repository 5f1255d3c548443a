import type { Organisation } from '../../../domain/organisation/organisation.ts';
import type { Houses } from '../../../domain/supervision/inspectors.ts';
import { SCHOOL, DISTRICT as SUPERIOR } from '../item/school.ts';

/** The district, with a supervision group, one of whom belongs to the school, and a supervisor for a year. */
const DISTRICT: Organisation = {
  ...SUPERIOR,
  seats: [
    ...SUPERIOR.seats,
    { body: 'supervision-group', position: 'head', person: 'qu-watch', from: '2020-09-01' },
    { body: 'supervision-group', position: 'member', person: 'qu-ours', from: '2020-09-01', unit: 'school' },
    { body: 'supervision-group', position: 'member', person: 'wu', from: '2020-09-01' },
    { body: 'office', position: 'member', person: 'he', from: '2020-09-01' },
    {
      body: 'supervisors',
      position: 'member',
      person: 'qu-delegate',
      from: '2026-01-01',
      until: '2027-01-01',
      source: 'delegate',
    },
  ],
};

/** 东方小学 under 区教育党工委: `lin` supervises within, `qu-watch` from above, `wu` and `he` sit above and belong to it. */
export const HOUSES: Houses = { id: 'school', organisation: SCHOOL, superior: DISTRICT };
