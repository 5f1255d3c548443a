import type { Actor, EventContext } from '../kernel/decider.ts';
import { dayOf, type Instant } from '../kernel/time.ts';
import { type AttributeChange, changesBetween } from './diff.ts';
import type { CatalogueEvent } from './events.ts';
import { catalogueHistory } from './history.ts';
import { rowOf } from './pending.ts';
import type { CatalogueRow } from './row.ts';
import { nameOf } from './row-name.ts';
import { type CatalogueState, effectiveRows, findRow } from './state.ts';

export const ADJUSTMENT_KINDS = {
  adopted: '采用上级目录',
  added: '增列',
  refined: '细化',
  dropped: '取消',
  requested: '报请上级审批',
  refused: '上级不同意',
  withdrawn: '撤回申请',
} as const;
export type AdjustmentKind = keyof typeof ADJUSTMENT_KINDS;

/** One step in the life of a catalogue, as the record has it. */
export interface Adjustment extends EventContext {
  /** Version of the catalogue since then. */
  readonly version: number;
  readonly kind: AdjustmentKind;
  /** What it is about: a row, or a template. */
  readonly about: { readonly id: string; readonly name: string };
  /** Why; absent where nobody was asked for a reason. */
  readonly reason?: string;
  /** What a refinement changed, or would change. */
  readonly changes: readonly AttributeChange[];
  /** It had waited for the superior. */
  readonly approved?: boolean;
}

/** A commit, as far as it matters here. */
export interface CatalogueCommit {
  readonly version: number;
  readonly at: Instant;
  readonly by: Actor;
  readonly events: readonly CatalogueEvent[];
}

/** Every adjustment, oldest first (XH-29). */
export function adjustmentsIn(commits: readonly CatalogueCommit[]): readonly Adjustment[] {
  let state = catalogueHistory.initial;
  const found: Adjustment[] = [];
  for (const { version, at, by, events } of commits) {
    const approved = events.some(({ type }) => type === 'ChangeApproved');
    for (const event of events) {
      const before = state;
      state = catalogueHistory.evolve(before, event, { at, by });
      const what = adjustmentOf(event, before, state);
      if (what) found.push({ version, at, by, ...what, ...(approved && { approved }) });
    }
  }
  return found;
}

/** The catalogue as it was after so many commits. */
export const stateAt = (commits: readonly CatalogueCommit[], version: number): CatalogueState =>
  commits
    .filter((commit) => commit.version <= version)
    .reduce(
      (state, { at, by, events }) =>
        events.reduce((folded, event) => catalogueHistory.evolve(folded, event, { at, by }), state),
      catalogueHistory.initial,
    );

type What = Pick<Adjustment, 'kind' | 'about' | 'reason' | 'changes'>;

function adjustmentOf(
  event: CatalogueEvent,
  before: CatalogueState,
  after: CatalogueState,
): What | undefined {
  switch (event.type) {
    case 'CatalogueAdopted': {
      const { template, version } = event.data;
      const name = `${after.template?.title ?? template}第${version}版`;
      return { kind: 'adopted', about: { id: template, name }, changes: [] };
    }
    case 'RowRefined':
    case 'LocalRowAdded':
    case 'RowDropped':
      return changeOf(event, before, after);
    case 'ChangeRequested': {
      const wanted = catalogueHistory.evolve(before, event.data.event, NOBODY);
      return { ...changeOf(event.data.event, before, wanted), kind: 'requested' };
    }
    case 'ChangeRefused':
      return { ...waited(event.data.change, before), kind: 'refused', reason: event.data.reason };
    case 'ChangeWithdrawn':
      return { ...waited(event.data.change, before), kind: 'withdrawn' };
    case 'ChangeApproved':
      // What was approved follows.
      return undefined;
  }
}

const NOBODY: EventContext = { at: '', by: { kind: 'system', name: 'preview' } };

const KINDS = { RowRefined: 'refined', LocalRowAdded: 'added', RowDropped: 'dropped' } as const;

function changeOf(
  event: Extract<CatalogueEvent, { type: keyof typeof KINDS }>,
  before: CatalogueState,
  after: CatalogueState,
): What {
  const id = rowOf(event);
  const [was, is] = [findRow(before, id), findRow(after, id)];
  return {
    kind: KINDS[event.type],
    about: { id, name: is ? nameOf(is) : id },
    reason: event.data.reason,
    changes: was && is ? changesBetween(was, is) : [],
  };
}

function waited(change: string, { pending, ...state }: CatalogueState): Omit<What, 'kind'> {
  const event = pending.find(({ id }) => id === change)?.event;
  const row: CatalogueRow | undefined =
    event?.type === 'LocalRowAdded'
      ? event.data.row
      : findRow({ pending, ...state }, event ? rowOf(event) : change);
  return { about: { id: row?.id ?? change, name: row ? nameOf(row) : change }, changes: [] };
}

/** What was done in a year, counted and told, as the yearly report wants it. */
export interface YearOfAdjustments {
  readonly year: number;
  readonly counts: Readonly<Record<AdjustmentKind, number>>;
  readonly adjustments: readonly Adjustment[];
  /** 书面总结, ready to be edited. */
  readonly summary: string;
}

export function yearOf(
  year: number,
  organisation: string,
  commits: readonly CatalogueCommit[],
): YearOfAdjustments {
  const adjustments = adjustmentsIn(commits).filter(({ at }) => dayOf(at).startsWith(`${year}-`));
  const counts = Object.fromEntries(
    (Object.keys(ADJUSTMENT_KINDS) as AdjustmentKind[]).map((kind) => [
      kind,
      adjustments.filter((each) => each.kind === kind).length,
    ]),
  ) as Record<AdjustmentKind, number>;
  const last = commits.filter(({ at }) => Number(dayOf(at).slice(0, 4)) <= year).at(-1);
  const rows = effectiveRows(stateAt(commits, last?.version ?? 0));
  const summary = summaryOf(year, organisation, adjustments, counts, rows);
  return { year, counts, adjustments, summary };
}

function summaryOf(
  year: number,
  organisation: string,
  adjustments: readonly Adjustment[],
  counts: Readonly<Record<AdjustmentKind, number>>,
  rows: readonly CatalogueRow[],
): string {
  const made = adjustments.filter(({ kind }) => ['adopted', 'added', 'refined', 'dropped'].includes(kind));
  const touching = (attribute: string) =>
    made.filter(
      ({ kind, changes }) => kind === 'refined' && changes.some((change) => change.attribute === attribute),
    ).length;
  const mandated = rows.filter((row) => row.mandated).length;
  const approved = made.filter((each) => each.approved).length;
  const lead =
    `${year}年，${organisation}共调整公开目录${made.length}次：采用上级目录${counts.adopted}次，增列${counts.added}行，` +
    `取消${counts.dropped}行，细化${counts.refined}次；其中调整公开形式${touching('forms')}次、公开时限${touching('timing')}次、` +
    `公开范围${touching('audience')}次。报上级审批同意${approved}次，不同意${counts.refused}次。` +
    `现行目录共${rows.length}行，其中规定动作${mandated}行，自选动作${rows.length - mandated}行。`;
  const lines = made.map(({ at, kind, about, reason }, index) => {
    const [, month, day] = dayOf(at).split('-').map(Number);
    const why = reason === undefined ? '' : `，理由：${reason}`;
    return `${index + 1}. ${month}月${day}日，${ADJUSTMENT_KINDS[kind]}“${about.name}”${why}`;
  });
  return [lead, ...lines].join('\n');
}
