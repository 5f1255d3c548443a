import { nameOf } from '../../../../domain/catalogue/row-name.ts';
import { findTemplate, OFFICIAL_TEMPLATES } from '../../../../domain/catalogue/templates.ts';
import { type Period, periodTitle } from '../../../../domain/duty/period.ts';
import type { Day } from '../../../../domain/kernel/time.ts';
import { idFor } from '../../../../functions/api/ids.ts';
import { keyOf } from '../api.ts';
import { contentOf } from '../content.ts';
import type { SampleOrganisation } from '../organisations.ts';
import { type Act, at } from './act.ts';
import { TEXT_IN_COMMON, TEXTS } from './rows.ts';
import type { HistoryOfSchool } from './schools.ts';

interface Publication {
  readonly organisation: SampleOrganisation;
  readonly people: HistoryOfSchool;
  readonly row: string;
  readonly period: Period;
  /** When it is proposed and reviewed. */
  readonly day: Day;
  /** When it is approved, and with that disclosed. */
  readonly releasedOn: Day;
}

const OK = { ok: true };
const REVIEW = {
  verdicts: { content: OK, form: OK, audience: OK, time: OK, duration: OK },
  secrecy: { clear: true, note: '经审查，不涉及国家秘密和党内秘密，可以公开。' },
};

/** What people do to disclose something under a row; where only a meeting will do, they hold it and record the proof. */
export function publication({ organisation, people, row, period, day, releasedOn }: Publication): Act[] {
  const { id } = organisation;
  const labelOf = (step: string) => `${id}/history/${period.name}/${row}/${step}`;
  const item = `items/${idFor(id, keyOf(labelOf('propose')))}`;
  const draft = draftOf(organisation, row, period);
  const step = (name: string, on: Day, time: string, as: string, path: string, body: object): Act => ({
    at: at(on, time),
    label: labelOf(name),
    organisation: id,
    as,
    path,
    body,
  });
  const steps = [
    step(
      'propose',
      day,
      '09:40',
      people.clerk,
      'items',
      contentOf({ ...draft, accountable: people.reviewer }),
    ),
    step('submit', day, '09:50', people.clerk, `${item}/submission`, {}),
    step('review', day, '14:20', people.reviewer, `${item}/reviews`, REVIEW),
    step('approve', releasedOn, '10:10', people.approver, `${item}/approvals`, {}),
  ];
  if (!isMeeting(draft.forms)) return steps;
  const proof = {
    form: '会议',
    audience: 'party',
    place: '党员活动室',
    heldAt: at(releasedOn, '15:30'),
    reached: organisation.people.filter(({ partyMember }) => partyMember).length,
    recipients: '全体党员',
    note: '党员大会，有会议记录和签到表。',
  };
  return [...steps, step('proof', releasedOn, '16:30', people.clerk, `${item}/proofs`, proof)];
}

const isMeeting = (forms: readonly string[]): boolean => forms.join() === '会议';

function draftOf({ catalogue, refinements }: SampleOrganisation, rowId: string, { name }: Period) {
  const row = findTemplate(OFFICIAL_TEMPLATES, catalogue, 1)?.rows.find(({ id }) => id === rowId);
  if (!row) throw new Error(`sample: ${catalogue} has no row ${rowId}`);
  const refined = (refinements[rowId] as { forms?: readonly string[] } | undefined)?.forms ?? [];
  const isOutside = refined.includes('网站');
  const inside = row.forms.includes('设限平台') ? ['设限平台'] : ['会议'];
  return {
    row: rowId,
    title: `${periodTitle(name)}${nameOf(row)}`,
    text: [TEXTS[rowId] ?? TEXT_IN_COMMON],
    audience: isOutside ? ('public' as const) : ('party' as const),
    forms: isOutside ? ['公示栏', '网站'] : inside,
  };
}
