import type { Alert, AlertedDuty } from '../../../domain/alert/alert.ts';
import type { RobotCard } from '../../../domain/alert/card.ts';
import { digestId } from '../../../domain/alert/digest-state.ts';
import { nameOf } from '../../../domain/catalogue/row-name.ts';
import { findRow } from '../../../domain/catalogue/state.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Day } from '../../../domain/kernel/time.ts';
import { loadCatalogue } from '../../../functions/shell/load-catalogue.ts';
import { BUSY, dutyDistrict, SILENT } from './duties.ts';
import { ADMINISTRATOR, DISTRICT, type MemoryDistrict } from './memory-district.ts';

export const DIRECTOR = `director-of-${BUSY}`;
/** Days on which the director was told something. */
export const TOLD = { first: '2026-12-22', second: '2026-12-24' } as const;

/** The district of the duties, whose people have been told of them and whose office has group robots. */
export async function reminderDistrict(): Promise<MemoryDistrict> {
  const district = await dutyDistrict();
  const scope = new OrgScope(BUSY);
  const { aggregates } = district.services('');
  const [{ state }, { state: rows }] = await Promise.all([
    district.ledgers.load(scope, '2026Q4'),
    loadCatalogue(aggregates, scope),
  ]);
  const open = Object.values(state?.duties ?? {}).filter(({ met, waived }) => !met && !waived);
  const duties = open.map(({ id, due, what, row: rowId = '' }) => {
    const row = findRow(rows, rowId);
    return { id, due, ...(row && { name: nameOf(row) }), ...(what && { what }) };
  });
  const [late, soon] = [
    duties.filter(({ due }) => due < TOLD.second),
    duties.filter(({ due }) => due > TOLD.second),
  ];
  await tell(district, BUSY, DIRECTOR, TOLD.first, alertOf('due-soon', BUSY, '东方小学党支部', soon));
  await tell(district, BUSY, DIRECTOR, TOLD.second, alertOf('overdue', BUSY, '东方小学党支部', late));
  const below = alertOf('escalated', SILENT, '青山村小学党支部', late);
  await tell(district, DISTRICT, ADMINISTRATOR, TOLD.second, below);
  await robots(district);
  return district;
}

const alertOf = (
  kind: 'due-soon' | 'overdue' | 'escalated',
  id: string,
  name: string,
  duties: readonly AlertedDuty[],
): Alert => ({ kind, organisation: { id, name }, period: '2026Q4', step: 'T-7', duties });

/** Tells somebody something early in the day, and sends the digest when its hour has come. */
export async function tell(
  district: MemoryDistrict,
  organisation: string,
  id: string,
  day: Day,
  alert: Alert,
): Promise<void> {
  const { digests } = district.services('');
  const scope = new OrgScope(organisation);
  const addressee = { kind: 'person', id } as const;
  const occasion = {
    actor: { kind: 'system', name: 'fixture' } as const,
    commandId: `tell-${day}`,
    correlation: 'fixture',
  };
  const [at, hour] = [`${day}T00:35:00.000Z`, `${day}T01:01:00.000Z`];
  await digests.tell({ organisation, addressee, at, alert }, { ...occasion, now: at });
  await digests.issue(scope, digestId(addressee, day), {
    ...occasion,
    commandId: `send-${day}`,
    now: hour,
    type: 'TimePassed',
    data: {},
  });
  await district.settle();
}

async function robots(district: MemoryDistrict): Promise<void> {
  const { views } = district.services('');
  const address = 'https://qyapi.example.cn/cgi-bin/webhook/send?key=…5aaa';
  const cards: readonly RobotCard[] = [
    { kind: 'wecom', name: '党务公开工作群', address, active: true },
    { kind: 'dingtalk', name: '各校联络员群', address, active: false },
  ];
  for (const [index, card] of cards.entries())
    await views.put({
      pk: new OrgScope(DISTRICT).partition('ROBOT'),
      sk: `robot-${index}`,
      version: 1,
      card,
    });
}
