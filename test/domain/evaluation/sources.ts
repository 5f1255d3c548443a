import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import type { LedgerEvent } from '../../../domain/duty/events.ts';
import { type Ledger, ledgerHistory } from '../../../domain/duty/state.ts';
import type { Sources } from '../../../domain/evaluation/facts.ts';
import type { FeedbackCard } from '../../../domain/feedback/card.ts';
import { cardOf } from '../../../domain/item/card.ts';
import type { ItemContent } from '../../../domain/item/content.ts';
import type { Item, Version } from '../../../domain/item/state.ts';
import type { Day, Instant } from '../../../domain/kernel/time.ts';
import { CONTENT } from '../item/school.ts';

/** Nine o'clock of the day in Shanghai. */
export const at = (day: Day): Instant => `${day}T01:00:00.000Z`;

export const ROWS: Readonly<Record<string, CatalogueRow>> = Object.fromEntries(
  [
    { id: 'b-01', forms: ['会议', '文件'] },
    { id: 'b-02', forms: ['会议', '网站'], priority: true },
    { id: 'b-03', forms: ['设限平台', '网站'] },
    { id: 'b-04', forms: [] },
  ].map((row) => [
    row.id,
    {
      level1: '党的建设',
      openEnded: true,
      mandated: true,
      origin: 'template',
      priority: false,
      audience: 'public',
      ...row,
    } as CatalogueRow,
  ]),
);

interface Made {
  readonly on?: Day;
  readonly content?: Partial<ItemContent>;
  readonly version?: Partial<Version>;
  readonly item?: Partial<Item>;
}

/** An item with one version that went through every step and was shown to the Party on one day. */
export function item({ on = '2026-08-03', content = {}, version = {}, item: more = {} }: Made = {}): Item {
  const yes = { ok: true };
  return {
    versions: [
      {
        number: 1,
        content: { ...CONTENT, row: 'b-03', ...content },
        stage: 'released',
        proposedBy: 'wang',
        proposedAt: at(on),
        authors: ['wang'],
        submittedAt: at(on),
        review: {
          by: 'li',
          at: at(on),
          verdicts: { content: yes, form: yes, audience: yes, time: yes, duration: yes },
          secrecy: { clear: true },
        },
        approvals: [{ step: 'leading-group', by: 'zhou', at: at(on), forSuperior: false }],
        approvedAt: at(on),
        releases: [{ audience: 'party', at: at(on), online: true }],
        ...version,
      },
    ],
    proofs: [],
    progress: [],
    stagesDone: {},
    lookAgainRaised: false,
    ...more,
  };
}

const PERIOD_OPENED: LedgerEvent = {
  type: 'PeriodOpened',
  data: {
    period: '2026Q3',
    steps: ['T+1'],
    editions: { rules: 0, catalogue: 1, calendar: 0 },
    groups: [
      { kind: 'periodic', from: '2026-07-01', due: '2026-09-30', ids: ['b-01', 'b-02', 'b-03'] },
      { kind: 'unit', from: '2026-07-01', due: '2026-09-30', ids: ['unit'] },
    ],
    ladders: {},
    last: {},
    anchors: {},
    recent: [],
    arrears: [],
  },
};

/** The ledger of 2026Q3, with what was disclosed in it. */
export function ledger(
  disclosed: readonly { row: string; on: Day; item?: string; forms?: readonly string[] }[] = [],
): Ledger {
  const events: LedgerEvent[] = disclosed.map(({ forms = ['网站'], ...each }) => ({
    type: 'DutyMet',
    data: { forms, exception: false, duties: [each.row], ...each },
  }));
  const context = { at: at('2026-07-01'), by: { kind: 'system', name: 'test' } } as const;
  const folded = [PERIOD_OPENED, ...events].reduce(
    (state, event) => ledgerHistory.evolve(state, event, context),
    ledgerHistory.initial,
  );
  if (!folded) throw new Error('no ledger');
  return folded;
}

export function sources(items: Readonly<Record<string, Item>> = {}, changes: Partial<Sources> = {}): Sources {
  return {
    organisation: 'dongfang',
    ledger: ledger(),
    asOf: at('2026-10-01'),
    rowOf: (id) => ROWS[id],
    items: new Map(Object.entries(items)),
    cards: Object.entries(items).map(([id, each]) => cardOf(each, { id, organisation: 'dongfang' })),
    opinions: [],
    ...changes,
  };
}

export const opinion = (id: string, changes: Partial<FeedbackCard> = {}): FeedbackCard =>
  ({ id, dueOn: '2026-08-20', overdue: false, stage: 'assigned', ...changes }) as FeedbackCard;
