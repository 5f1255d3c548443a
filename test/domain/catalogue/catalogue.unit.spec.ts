import { describe, expect, it } from 'vitest';
import { catalogue, catalogueDecider } from '../../../domain/catalogue/catalogue.ts';
import {
  addLocalRowSchema,
  adoptTemplateSchema,
  type CatalogueCommand,
  type CatalogueFacts,
  dropRowSchema,
  refineRowSchema,
} from '../../../domain/catalogue/commands.ts';
import type { CatalogueEvent } from '../../../domain/catalogue/events.ts';
import { effectiveRows, findRow } from '../../../domain/catalogue/state.ts';
import { OFFICIAL_TEMPLATES, OPEN_CLASS, type Template } from '../../../domain/catalogue/templates.ts';
import { given, SOMEBODY } from '../../support/decider.ts';

type Type = CatalogueCommand['type'];
type DataOf<T extends Type> = Extract<CatalogueCommand, { type: T }>['data'];

const EDITOR: CatalogueFacts = { mayEditCatalogue: true };

const command = <T extends Type>(type: T, data: DataOf<T>, facts = EDITOR): CatalogueCommand =>
  ({ type, data, facts, now: '2026-09-01T01:00:00.000Z', actor: SOMEBODY }) as CatalogueCommand;

const adopt = (template: 'committee' | 'branch', version = 1) =>
  command('AdoptTemplate', { template, version });
const refine = (data: Partial<DataOf<'RefineRow'>>) =>
  command('RefineRow', { rowId: 'c-11', reason: '细化', ...data });
const drop = (rowId: string) => command('DropRow', { rowId, reason: '不再需要' });

const localRow = addLocalRowSchema.parse({
  rowId: 'l-canteen',
  level2: '食堂伙食费收支情况',
  forms: ['公示栏'],
  audience: 'unit',
  timing: 'periodic',
  reason: '家长和教职工关心',
});
const addLocal = (data: Partial<DataOf<'AddLocalRow'>> = {}) =>
  command('AddLocalRow', { ...localRow, ...data });

const adopted = (template: 'committee' | 'branch', version = 1): CatalogueEvent => ({
  type: 'CatalogueAdopted',
  data: { template, version },
});

describe('adopting the official catalogue', () => {
  it('[XH-17] gives a committee 31 numbered rows, a branch 25', () => {
    const numbered = (template: 'committee' | 'branch') =>
      effectiveRows(given(catalogue).when(adopt(template)).state).filter((row) => row.no);
    expect(numbered('committee')).toHaveLength(31);
    expect(numbered('branch')).toHaveLength(25);
  });

  it('records the version, not the rows', () => {
    given(catalogue)
      .when(adopt('branch'))
      .then([adopted('branch')]);
  });

  it('twice changes nothing', () => {
    given(catalogue, [adopted('branch')])
      .when(adopt('branch'))
      .then([]);
  });

  it('refuses a version that does not exist', () => {
    given(catalogue).when(adopt('committee', 9)).thenRefused('template-unknown', { version: 9 });
  });

  it('must come first', () => {
    given(catalogue).when(addLocal()).thenRefused('catalogue-not-adopted');
  });

  it('cannot be read back from a log that names a version this software lacks', () => {
    expect(() => given(catalogue, [adopted('committee', 9)])).toThrow(/version 9/);
  });
});

it.each([adopt('branch'), refine({ detail: '每年七月' }), addLocal(), drop('c-33')])(
  '$type needs the seat for it',
  (wanted) => {
    given(catalogue, [adopted('committee')])
      .when({ ...wanted, facts: { mayEditCatalogue: false } })
      .thenRefused('catalogue-not-permitted');
  },
);

describe('refining a row', () => {
  const start = given(catalogue, [adopted('committee')]);

  it('records only what changed, with the reason', () => {
    start
      .when(refine({ detail: '每年七一前', timing: 'periodic' }))
      .then([{ type: 'RowRefined', data: { rowId: 'c-11', detail: '每年七一前', reason: '细化' } }]);
  });

  it('changes nothing when all is so already', () => {
    start.when(refine({ timing: 'periodic', audience: 'party' })).then([]);
  });

  it('keeps earlier refinements', () => {
    const { state } = start.when(refine({ detail: '每年七一前' })).when(refine({ timing: 'prompt' }));
    expect(findRow(state, 'c-11')).toMatchObject({ detail: '每年七一前', timing: 'prompt', mandated: true });
  });

  it('may choose among the mandated forms and add to an open list', () => {
    const { state } = start.when(refine({ forms: ['会议', '公示栏'] }));
    expect(findRow(state, 'c-11')?.forms).toEqual(['会议', '公示栏']);
  });

  it.each([
    ['leave no mandated form', refine({ forms: ['公示栏'] }), 'forms-replaced'],
    ['name an unknown form', refine({ forms: ['会议', '心灵感应'] }), 'form-unknown'],
    ['use an alias for a form', refine({ forms: ['会议', '公文'] }), 'form-unknown'],
    ['narrow the audience', refine({ audience: 'named' }), 'audience-narrowed'],
    ['relax the timing', refine({ rowId: 'c-01', timing: 'periodic' }), 'timing-relaxed'],
    ['turn a periodic row into a standing one', refine({ timing: 'standing' }), 'timing-relaxed'],
    ['name an unknown row', refine({ rowId: 'c-99', detail: '无' }), 'row-unknown'],
  ])('may not %s', (_, wanted, code) => {
    start.when(wanted).thenRefused(code);
  });

  it('may not add to a list of forms that is closed', () => {
    const closed: Template = {
      ...(OFFICIAL_TEMPLATES[0] as Template),
      rows: (OFFICIAL_TEMPLATES[0] as Template).rows.map((row) => ({ ...row, openEnded: false })),
    };
    given(catalogueDecider([closed]), [adopted('committee')])
      .when(refine({ forms: ['会议', '公示栏'] }))
      .thenRefused('forms-closed', { allowed: '会议、文件、设限平台' });
  });

  it('takes anything for a row that the superior leaves open', () => {
    const { state } = start.when(
      refine({ rowId: 'c-32', forms: ['会议'], audience: 'unit', timing: 'staged' }),
    );
    expect(findRow(state, 'c-32')).toMatchObject({ forms: ['会议'], audience: 'unit', timing: 'staged' });
  });

  it('uses the forms that the district knows', () => {
    const facts = { ...EDITOR, forms: [] };
    start.when({ ...refine({ forms: ['会议'] }), facts } as CatalogueCommand).thenRefused('form-unknown');
  });
});

describe('local rows', () => {
  const start = given(catalogue, [adopted('branch')]);

  it('[XH-37] are added to the open class unless another one is named', () => {
    const { state } = start.when(addLocal());
    expect(effectiveRows(state).at(-1)).toEqual({
      id: 'l-canteen',
      level1: OPEN_CLASS,
      level2: '食堂伙食费收支情况',
      forms: ['公示栏'],
      audience: 'unit',
      timing: 'periodic',
      openEnded: true,
      mandated: false,
      origin: 'local',
    });
  });

  it('cannot take an id twice, not even a dropped one', () => {
    const taken = start.when(addLocal());
    taken.when(addLocal()).thenRefused('row-exists');
    taken.when(drop('l-canteen')).when(addLocal()).thenRefused('row-exists');
  });

  it('take forms of the vocabulary only', () => {
    start.when(addLocal({ forms: ['公示栏', '心灵感应'] })).thenRefused('form-unknown', {
      field: 'forms.1',
    });
  });

  it('may be refined in any direction', () => {
    const { state } = start
      .when(addLocal())
      .when(refine({ rowId: 'l-canteen', forms: ['会议'], audience: 'named', timing: 'standing' }));
    expect(findRow(state, 'l-canteen')).toMatchObject({
      forms: ['会议'],
      audience: 'named',
      timing: 'standing',
    });
  });

  it('[HZ-51] are marked local and survive a later template version', () => {
    const { state } = upgraded(start.when(addLocal()).events);
    expect(findRow(state, 'l-canteen')).toMatchObject({ origin: 'local', mandated: false });
    expect(effectiveRows(state)).toHaveLength(26);
  });
});

describe('dropping a row', () => {
  const start = given(catalogue, [adopted('committee')]);

  it('that the superior asks for is forbidden, and it stays among the mandated rows', () => {
    const outcome = start.when(drop('c-01'));
    expect(outcome.thenRefused('row-mandated').text.kind).toBe('forbidden');
    expect(effectiveRows(outcome.state).filter((row) => row.mandated)).toHaveLength(32);
  });

  it('takes out the self-chosen row and local ones, which can still be read', () => {
    const { state } = start.when(addLocal()).when(drop('l-canteen')).when(drop('c-33'));
    expect(effectiveRows(state).map((row) => row.id)).not.toContain('l-canteen');
    expect(effectiveRows(state)).toHaveLength(32);
    expect(findRow(state, 'l-canteen')?.level2).toBe('食堂伙食费收支情况');
  });

  it('twice changes nothing', () => {
    start.when(drop('c-33')).when(drop('c-33')).then([]);
  });

  it('refuses an unknown row, and refining a dropped one', () => {
    start.when(drop('l-nowhere')).thenRefused('row-unknown');
    start
      .when(drop('c-33'))
      .when(refine({ rowId: 'c-33', detail: '无' }))
      .thenRefused('row-unknown');
  });
});

describe('a later template version', () => {
  it('keeps refinements, but never below what it asks for now', () => {
    const { state } = upgraded([
      { type: 'RowRefined', data: { rowId: 'b-01', detail: '含区委文件', audience: 'unit', reason: '细化' } },
    ]);
    expect(findRow(state, 'b-01')).toMatchObject({ detail: '含区委文件', audience: 'public' });
  });

  it('cannot be taken back', () => {
    upgraded([]).when(adopt('branch', 1)).thenRefused('template-older', { current: 2 });
  });
});

it('never waits for time to pass', () => {
  expect(catalogue.nextDue(given(catalogue, [adopted('branch')]).state)).toBeUndefined();
});

describe('the input of commands', () => {
  it('is refused when it names unknown fields, repeats a form or gives no reason', () => {
    expect(adoptTemplateSchema.safeParse({ template: 'branch', version: 1, by: 'x' }).success).toBe(false);
    expect(dropRowSchema.safeParse({ rowId: 'c-33', reason: ' ' }).success).toBe(false);
    expect(
      refineRowSchema.safeParse({ rowId: 'c-01', forms: ['会议', '会议'], reason: '细化' }).success,
    ).toBe(false);
    expect(addLocalRowSchema.safeParse({ ...localRow, rowId: 'c-34' }).success).toBe(false);
  });
});

/** A branch that had these events under version 1, then adopted a version 2 in which row 1 is for the public. */
function upgraded(events: readonly CatalogueEvent[]) {
  const first = OFFICIAL_TEMPLATES.find((template) => template.kind === 'branch') as Template;
  const second: Template = {
    ...first,
    version: 2,
    rows: first.rows.map((row) => (row.id === 'b-01' ? { ...row, audience: 'public' } : row)),
  };
  return given(catalogueDecider([first, second]), [adopted('branch'), ...events]).when(adopt('branch', 2));
}
