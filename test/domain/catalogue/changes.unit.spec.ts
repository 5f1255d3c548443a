import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../domain/catalogue/catalogue.ts';
import type { CatalogueCommand, CatalogueFacts } from '../../../domain/catalogue/commands.ts';
import type { CatalogueEvent } from '../../../domain/catalogue/events.ts';
import { effectiveRows, findRow } from '../../../domain/catalogue/state.ts';
import type { Template } from '../../../domain/catalogue/templates.ts';
import type { Actor } from '../../../domain/kernel/decider.ts';
import { given, SOMEBODY } from '../../support/decider.ts';

type Type = CatalogueCommand['type'];
type DataOf<T extends Type> = Extract<CatalogueCommand, { type: T }>['data'];

const SCHOOL: CatalogueFacts = { mayEditCatalogue: true, approvedAbove: true };
const ABOVE: CatalogueFacts = { mayEditCatalogue: true, approvedAbove: true, isSuperior: true };
const DISTRICT: Actor = { kind: 'person', person: 'district-office', organisation: 'district' };

const by =
  (facts: CatalogueFacts, actor: Actor) =>
  <T extends Type>(type: T, data: DataOf<T>): CatalogueCommand =>
    ({ type, data, facts, now: '2026-09-01T01:00:00.000Z', actor }) as CatalogueCommand;
const school = by(SCHOOL, SOMEBODY);
const above = by(ABOVE, DISTRICT);

const adopted: CatalogueEvent = { type: 'CatalogueAdopted', data: { template: 'branch', version: 1 } };
const start = given(catalogue, [adopted]);
const refine = (data: Partial<DataOf<'RefineRow'>> = {}) =>
  school('RefineRow', { rowId: 'b-05', timing: 'prompt', reason: '及时公开', ...data });
const drop = school('DropRow', { rowId: 'b-25', reason: '没有内容' });
const local: DataOf<'AddLocalRow'> = {
  rowId: 'l-fees',
  level1: '其他应公开事项',
  level2: '课后服务收费',
  forms: ['公示栏'],
  audience: 'unit',
  timing: 'periodic',
  reason: '家长关心',
};
const approve = (change = 'change-1') => above('ApproveChange', { change });

describe('[XH-25] a change that has to be approved', () => {
  const refined: CatalogueEvent = {
    type: 'RowRefined',
    data: { rowId: 'b-05', timing: 'prompt', reason: '及时公开' },
  };

  it('waits as the event that it will be, and changes nothing', () => {
    const outcome = start.when(refine());
    outcome.then([{ type: 'ChangeRequested', data: { change: 'change-1', event: refined as never } }]);
    expect(findRow(outcome.state, 'b-05')?.timing).toBe('periodic');
  });

  it('holds once it is approved', () => {
    const outcome = start.when(refine()).when(approve());
    outcome.then([{ type: 'ChangeApproved', data: { change: 'change-1' } }, refined]);
    expect(findRow(outcome.state, 'b-05')?.timing).toBe('prompt');
    expect(outcome.state.pending).toEqual([]);
    outcome.when(approve()).thenRefused('change-unknown');
  });

  it('is named anew each time', () => {
    const { state } = start.when(refine()).when(approve()).when(drop);
    expect(state.pending.map(({ id }) => id)).toEqual(['change-2']);
  });

  it('may be a new row or one that goes', () => {
    const { state } = start
      .when(school('AddLocalRow', local))
      .when(drop)
      .when(approve('change-1'))
      .when(approve('change-2'));
    const ids = effectiveRows(state).map(({ id }) => id);
    expect(ids).toContain('l-fees');
    expect(ids).not.toContain('b-25');
  });

  it('is one at a time for each row', () => {
    start
      .when(refine())
      .when(refine({ detail: '含主题活动' }))
      .thenRefused('change-waits');
  });

  it('is approved by the superior, and not by whoever asked', () => {
    const waiting = start.when(refine());
    waiting.when(school('ApproveChange', { change: 'change-1' })).thenRefused('change-not-yours');
    waiting
      .when(school('RefuseChange', { change: 'change-1', reason: '不妥' }))
      .thenRefused('change-not-yours');
    const self = by(ABOVE, SOMEBODY)('ApproveChange', { change: 'change-1' });
    expect(waiting.when(self).thenRefused('change-own').text.kind).toBe('forbidden');
  });

  it('is refused with a reason, or taken back', () => {
    const waiting = start.when(refine());
    const refused = waiting.when(above('RefuseChange', { change: 'change-1', reason: '按季度即可' }));
    refused.then([{ type: 'ChangeRefused', data: { change: 'change-1', reason: '按季度即可' } }]);
    const back = waiting.when(school('WithdrawChange', { change: 'change-1' }));
    for (const { state } of [refused, back]) {
      expect(state.pending).toEqual([]);
      expect(findRow(state, 'b-05')?.timing).toBe('periodic');
    }
  });

  it('is held against the rules when it is asked for, and again when it is approved', () => {
    start.when(refine({ rowId: 'b-01', timing: 'periodic' })).thenRefused('timing-relaxed');
    start.when(refine({ audience: 'party' })).thenRefused('audience-narrowed');
    start.when(refine({ forms: ['网站'] })).thenRefused('forms-replaced');
    start
      .when(school('AddLocalRow', local))
      .when(above('AddLocalRow', local))
      .when(approve())
      .thenRefused('row-exists');
  });

  it('comes to nothing more when all is so already', () => {
    start
      .when(refine())
      .when(above('RefineRow', { rowId: 'b-05', timing: 'prompt', reason: '统一' }))
      .when(approve())
      .thenTypes('ChangeApproved');
  });

  it('is not asked of those who approve, nor where nobody wants to approve', () => {
    start
      .when(above('RefineRow', { rowId: 'b-05', timing: 'prompt', reason: '统一' }))
      .thenTypes('RowRefined');
    start
      .when({ ...refine(), facts: { mayEditCatalogue: true } } as CatalogueCommand)
      .thenTypes('RowRefined');
  });
});

describe('what a row says beside what is asked for', () => {
  it('[XH-07] from when a mandated row is owed, the superior says', () => {
    const later = { rowId: 'b-05', activeFrom: '2027-01-01', reason: '分步实施' };
    start.when(school('RefineRow', later)).thenRefused('activation-not-yours');
    const { state } = start.when(above('RefineRow', later));
    expect(findRow(state, 'b-05')?.activeFrom).toBe('2027-01-01');
    start
      .when(above('AddLocalRow', local))
      .when({
        ...school('RefineRow', { ...later, rowId: 'l-fees' }),
        facts: { mayEditCatalogue: true },
      } as CatalogueCommand)
      .thenTypes('RowRefined');
  });

  it('[HZ-29] entries of the power register that there are', () => {
    const command = above('RefineRow', { rowId: 'b-03', powers: ['p-1'], reason: '对应' });
    start.when(command).thenRefused('row-power-unknown', { field: 'powers.0' });
    const facts = { ...ABOVE, powers: ['p-1'] };
    start.when({ ...command, facts } as CatalogueCommand).thenTypes('RowRefined');
  });

  it('records nothing of what is so already, said or not', () => {
    const same = {
      rowId: 'b-03',
      priority: true,
      tags: [],
      powers: [],
      forms: ['会议', '文件'],
      reason: '核对',
    };
    start.when(above('RefineRow', same)).then([]);
    start.when(above('RefineRow', { ...same, rowId: 'b-04', priority: false })).then([]);
    const less = start.when(above('RefineRow', { ...same, tags: ['four-opens:rules'], priority: false }));
    less.thenTypes('RowRefined');
    expect(findRow(less.state, 'b-03')).toMatchObject({ tags: ['four-opens:rules'], priority: false });
    expect(findRow(less.when(above('RefineRow', same)).state, 'b-03')).toMatchObject({ tags: [] });
  });

  it('only classes that the district lists, and a category within the open one', () => {
    const facts = { mayEditCatalogue: true, classes: ['其他应公开事项'] };
    const add = (data: object) =>
      ({ ...school('AddLocalRow', { ...local, ...data }), facts }) as CatalogueCommand;
    start.when(add({ level1: '绿色校园' })).thenRefused('class-unknown');
    start.when(add({ level2: '其他事项' })).thenRefused('category-missing');
    start.when(add({})).thenTypes('LocalRowAdded');
  });
});

describe('a template that the district published', () => {
  const published: Template = {
    kind: 'branch',
    version: 2,
    title: '支部目录（修订）',
    rows: (start.state.template as Template).rows.map((row) =>
      row.id === 'b-25' ? { ...row, mandated: true, priority: true } : row,
    ),
  };
  const adopt = {
    ...school('AdoptTemplate', { template: 'branch', version: 2 }),
    facts: { ...SCHOOL, published },
  } as CatalogueCommand;

  it('is written along with the adoption, each row that is built in by its id alone', () => {
    const outcome = start.when(adopt);
    const [event] = outcome.events as [Extract<CatalogueEvent, { type: 'CatalogueAdopted' }>];
    expect(event.data.edition?.rows.filter((row) => typeof row !== 'string')).toMatchObject([{ id: 'b-25' }]);
    expect(effectiveRows(outcome.state)).toEqual(published.rows);
  });

  it('[HZ-50] brings back what was dropped before it was mandated, and keeps its priority', () => {
    const free = { mayEditCatalogue: true };
    const dropped = start.when({ ...drop, facts: free } as CatalogueCommand);
    expect(effectiveRows(dropped.state).map(({ id }) => id)).not.toContain('b-25');
    const after = dropped.when(adopt);
    expect(findRow(after.state, 'b-25')).toBeDefined();
    expect(effectiveRows(after.state).map(({ id }) => id)).toContain('b-25');
    after
      .when({ ...refine({ rowId: 'b-25', priority: false }), facts: free } as CatalogueCommand)
      .thenRefused('priority-mandated');
  });

  it('is refused where nobody published it', () => {
    start.when(school('AdoptTemplate', { template: 'branch', version: 2 })).thenRefused('template-unknown');
  });
});
