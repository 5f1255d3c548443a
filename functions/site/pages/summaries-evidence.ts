import type { SummaryTable } from '../../../domain/summary/draft.ts';

/** Whose figures, of which year. */
export interface EvidenceOf {
  readonly organisation: string;
  readonly year: string;
}

type Evidence = (of: EvidenceOf, name: string) => string;

const items: (by: string) => Evidence =
  (by) =>
  ({ organisation, year }, name) =>
    `/desk/o/${organisation}/summaries/${year}/items?by=${by}&is=${encodeURIComponent(name)}`;
const desk: (area: string) => Evidence =
  (area) =>
  ({ organisation }) =>
    `/desk/o/${organisation}/${area}`;
const catalogue: Evidence = ({ organisation }) => `/o/${organisation}/catalogue`;

/** The page that lists what each figure was counted from (证据). */
const EVIDENCE: Readonly<Record<SummaryTable['group'], Evidence>> = {
  total: items('all'),
  class: items('class'),
  form: items('form'),
  audience: items('audience'),
  basis: items('basis'),
  duty: ({ organisation, year }) => `/desk/o/${organisation}/duties?period=${year}Q4`,
  row: catalogue,
  adjustment: catalogue,
  enquiry: desk('enquiries'),
  decision: desk('enquiries'),
  opinion: desk('opinions'),
  speaker: desk('opinions'),
  outcome: desk('opinions'),
  topic: desk('topics'),
  survey: desk('surveys'),
  read: items('all'),
  'took-part': desk('opinions'),
  supervised: desk('opinions'),
  activity: desk('activities'),
  circular: desk('circulars'),
  score: desk('evaluation'),
};

export const evidenceOf = (group: SummaryTable['group'], of: EvidenceOf, name: string): string =>
  EVIDENCE[group](of, name);
