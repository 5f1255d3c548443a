import { calendarOf } from '../../domain/calendar/working-days.ts';
import { ledgerDecider } from '../../domain/duty/ledger.ts';
import { openingOf } from '../../domain/duty/plan.ts';
import { DEFAULT_DUTY_RULES } from '../../domain/duty/rules.ts';
import { standingOf } from '../../domain/duty/standing.ts';
import { type Ledger, ledgerId } from '../../domain/duty/state.ts';
import type { Actor } from '../../domain/kernel/decider.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import { addDays } from '../../domain/kernel/time.ts';
import type { ViewRow } from '../../functions/adapters/views.ts';
import { waiting } from '../../functions/shell/due.ts';
import { dutiesKey, standingSort } from '../../functions/shell/view-keys.ts';
import { OPENING_AT, organisationId, QUARTER, ROWS } from './nation.ts';

const BY: Actor = { kind: 'system', name: 'bench' };
const context = { at: OPENING_AT, by: BY };

const OPENED = ledgerDecider.evolve(
  undefined,
  {
    type: 'PeriodOpened',
    data: openingOf(QUARTER, {
      rows: ROWS,
      rules: DEFAULT_DUTY_RULES,
      calendar: calendarOf({}),
      editions: { rules: 0, catalogue: 1, calendar: 0 },
      since: '2026-01-05',
    }),
  },
  context,
) as Ledger;

/** The ledger of a quarter in which so many of the rows were disclosed, one every other day. */
function ledgerAfter(disclosures: number, channels: readonly string[]): Ledger {
  return ROWS.slice(0, disclosures).reduce<Ledger>(
    (ledger, { id }, index) => {
      const on = addDays(QUARTER.from, 2 * index);
      const data = { row: id, on, forms: ['公示栏'], exception: false, duties: [id] };
      return ledgerDecider.evolve(ledger, { type: 'DutyMet', data }, context) as Ledger;
    },
    ledgerDecider.evolve(OPENED, { type: 'ChannelsNoted', data: { channels } }, context) as Ledger,
  );
}

/** What the projector writes of an organisation that has come so far. */
export function standingRow(superior: string, count: number, disclosures: number): ViewRow {
  const id = organisationId(count);
  const ledger = ledgerAfter(disclosures, count % 33 === 0 ? [] : ['notice-board', 'internet']);
  const stream = new OrgScope(id).stream('LEDGER', ledgerId(QUARTER.name));
  return {
    pk: dutiesKey(superior),
    sk: standingSort(QUARTER.name, id),
    version: 2 + disclosures,
    card: standingOf(ledger, { id, name: `第${count + 1}中学`, rows: ROWS }),
    ...waiting(ledgerDecider, ledger, stream),
  };
}
