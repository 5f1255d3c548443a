import { SCHOOL } from '../../support/school.ts';
import type { Answer } from './world.ts';

/** Nine o'clock of the day in Shanghai. */
export const at = (day: string) => `${day}T01:00:00.000Z`;

/** Address of a ledger. */
export const ledgerPath = (period = '2026Q3', organisation = SCHOOL) =>
  `/v1/organisations/${organisation}/ledgers/${period}`;

/** A duty as the reading of its ledger has it. */
export const dutyOf = ({ body }: Answer, id: string) =>
  body.duties.find((each: { id: string }) => each.id === id);

export const codeOf = ({ status, body }: Answer): readonly [number, string | undefined] => [
  status,
  body.code,
];
