import { beforeAll, describe, expect, it } from 'vitest';
import type { ItemContent } from '../../../domain/item/content.ts';
import { valuesOf } from '../../../functions/site/forms/content-form.ts';
import { act, bring, content, SCHOOL, sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import { ADMINISTRATOR, DISTRICT, type MemoryDistrict } from '../../browser/support/memory-district.ts';
import { type Asked, Site } from './support.ts';

const HOME = `/o/${SCHOOL}`;
const WORDS = `/desk/o/${DISTRICT}/catalogue/vocabulary`;
const PROPOSE = `/desk/o/${SCHOOL}/propose/b-11`;
const clerk = { token: tokenOf('clerk') };
const above = { token: `${ADMINISTRATOR}~赵启明` };
const APPOINTMENT = {
  'keep-type.id': 'appointment-notice',
  'keep-type.name': '任前公示',
  'keep-type.asksObjections': 'yes',
  'keep-type.reason': '干部任前须公示',
};
const OBJECTION = {
  periodDays: 5,
  contact: '干部科 李老师',
  phone: '0510-85120088',
  supervisionPhone: '0510-85120099',
  howToObject: '书面反映。',
};

let district: MemoryDistrict;
let site: Site;
let forms = 0;

beforeAll(async () => {
  district = await sampleDistrict();
  site = new Site(district);
});

const send = (path: string, form: Record<string, string>, asked: Asked) =>
  site.ask(path, { form: { command: `types-${String(++forms).padStart(4, '0')}`, ...form }, ...asked });
/** Edits the words, and gives the page that this leads to. */
async function edited(action: string, form: Record<string, string>): Promise<string> {
  const response = await send(`${WORDS}/${action}`, form, above);
  expect(response.status, (await response.clone().text()).replaceAll(/<[^>]+>/g, ' ')).toBe(303);
  return site.text(response.headers.get('location') ?? '', above);
}
/** What the form of a proposal sends. */
const filledWith = (what: Partial<ItemContent>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(valuesOf(what)).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'string' ? value : (value[0] ?? '')]],
    ),
  );
const optionsOf = (html: string, field: string): string =>
  new RegExp(`<select id="${field}".*?</select>`, 's').exec(html)?.[0] ?? '';

const APPOINTED = content({
  row: 'b-11',
  title: '王敏同志拟任党支部副书记',
  documentType: 'appointment-notice',
});

describe('a type of document that the district adds', () => {
  it('is added by its office alone', async () => {
    expect(await site.text(`/desk/o/${SCHOOL}/catalogue/vocabulary`, clerk)).not.toContain('keep-type');
    const below = `/desk/o/${SCHOOL}/catalogue/vocabulary/keep-type`;
    expect((await send(below, APPOINTMENT, clerk)).status).toBe(404);
    const page = await edited('keep-type', APPOINTMENT);
    expect(page).toContain('appointment-notice');
    expect(page).toContain('增列文种“任前公示”');
    expect(page).toContain('干部任前须公示');
    const school = await site.text(`/desk/o/${SCHOOL}/catalogue/vocabulary`, clerk);
    expect(school).toContain('任前公示');
  });

  it('is offered to schools with the terms of a 公示, with a script and without', async () => {
    const page = await site.text(PROPOSE, clerk);
    expect(optionsOf(page, 'f-documentType')).toContain(
      '<option value="appointment-notice">任前公示</option>',
    );
    expect(page).toContain('data-shown-for="documentType=public-notice appointment-notice"');
    expect(page).toContain('公示事项（文种为“公示”“任前公示”时必填）');
    const refused = await send(PROPOSE, filledWith(APPOINTED), clerk);
    expect(refused.status).toBe(422);
    const again = await refused.text();
    expect(again).toContain('id="f-objection-periodDays-error"');
    expect(again).toMatch(/<details[^>]* open[^>]*>\s*<summary>公示事项/);
    const taken = await send(PROPOSE, filledWith({ ...APPOINTED, objection: OBJECTION }), clerk);
    expect(taken.status).toBe(303);
    expect(await site.text(taken.headers.get('location') ?? '', clerk)).toContain('>任前公示<');
  });

  it('is refused when it is not in the vocabulary', async () => {
    const refused = await send(PROPOSE, filledWith({ ...APPOINTED, documentType: 'open-letter' }), clerk);
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('文种“open-letter”不在区里的文种名录中');
    expect(page).toContain('任前公示（appointment-notice）');
  });

  it('is told by every way out', async () => {
    await bring(district, 'appointed', { ...APPOINTED, objection: OBJECTION }, 'approved');
    const said = async (path: string, asked?: Asked) => {
      const text = await site.text(path, asked);
      expect(text, path).toContain('王敏同志拟任党支部副书记');
      expect(text, path).toContain('任前公示');
      return text;
    };
    const board = await said(HOME);
    expect(optionsOf(board, 'type')).toContain('<option value="appointment-notice">任前公示</option>');
    expect(board, 'whom to turn to').toContain('0510-85120099');
    await said('/');
    for (const place of ['items/appointed', 'print/items/appointed', 'print/window?audience=public'])
      await said(`${HOME}/${place}`);
    await said(`/display/${SCHOOL}`);
    expect(await said(`${HOME}/items/appointed/script.txt`)).toContain('党务公开任前公示');
    await said(`/desk/o/${SCHOOL}/items/appointed`, clerk);
    const items = JSON.parse(await site.text(`${HOME}/items.json`));
    expect(items[0]).toMatchObject({ id: 'appointed', documentType: '任前公示' });
    for (const feed of ['feed.rss', 'feed.atom', 'feed.json']) await said(`${HOME}/${feed}`);
  });

  it('narrows a board, which takes what is no type for none', async () => {
    const narrowed = await site.text(`${HOME}?type=appointment-notice`);
    expect(narrowed).toContain('王敏同志拟任党支部副书记');
    expect(narrowed).not.toContain('周启明同志');
    expect(await site.text(`${HOME}?type=no-such-type`)).toContain('周启明同志');
  });
});

describe('a type of document that the district renames or retires', () => {
  it('goes by its old name where it was read under that, and by the new one from then on', async () => {
    const page = await edited('keep-type', {
      'keep-type.id': 'announcement',
      'keep-type.name': '情况公告',
      'keep-type.reason': '规范名称',
    });
    expect(page).toContain('修改文种“情况公告”');
    expect(await site.text(`${HOME}/items/playground`)).toContain('>公告<');
    const named = content({ title: '校园开放日安排', documentType: 'announcement' });
    await bring(district, 'open-day', named, 'approved');
    expect(await site.text(`${HOME}/items/open-day`)).toContain('>情况公告<');
    const narrowed = await site.text(`${HOME}?type=announcement`);
    expect(narrowed).toContain('校园开放日安排');
    expect(narrowed).toContain('操场塑胶跑道');
  });

  it('is offered no more, and stays with what has it', async () => {
    await act(district, 'clerk', 'drafted-before', 'ProposeItem', content({ documentType: 'announcement' }));
    await edited('retire-type', { 'retire-type.id': 'announcement', 'retire-type.reason': '并入通报' });
    const page = await site.text(`/desk/o/${SCHOOL}/propose/b-20`, clerk);
    expect(optionsOf(page, 'f-documentType')).not.toContain('announcement');
    expect(page).not.toContain('?outline=announcement');
    const draft = await site.text(`/desk/o/${SCHOOL}/items/drafted-before/edit`, clerk);
    expect(optionsOf(draft, 'f-documentType')).toMatch(
      /value="announcement" selected[^>]*>情况公告（已停用）</,
    );
    const late = content({ documentType: 'announcement' });
    const refused = await send(`/desk/o/${SCHOOL}/propose/b-20`, filledWith(late), clerk);
    expect(await refused.text()).toContain('文种“情况公告”已停用');
    const board = await site.text(`${HOME}?type=announcement`);
    expect(optionsOf(board, 'type')).toContain('情况公告（已停用）');
    expect(board).toContain('校园开放日安排');
    expect(await site.text(`${HOME}/items/open-day`)).toContain('>情况公告<');
  });

  it('does not stand in the way of a routine text when it is the usual one', async () => {
    await edited('retire-type', { 'retire-type.id': 'matter', 'retire-type.reason': '一律用规定文种' });
    // The first has had texts before, of which the next one is made; the other has not.
    for (const row of ['b-20', 'b-03']) {
      const page = await site.text(`/desk/o/${SCHOOL}/propose/${row}`, clerk);
      expect(optionsOf(page, 'f-documentType'), row).toMatch(/<option value="document" selected/);
    }
    const refused = await send(
      `${WORDS}/retire-type`,
      {
        'retire-type.id': 'public-notice',
        'retire-type.reason': '不用',
      },
      above,
    );
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('“公示”是事项决定前听取异议的文种');
  });

  it('shows in the difference between two versions', async () => {
    const compared = await site.text(`${WORDS}?from=0&to=4`, above);
    const table = /第 0 版与第 4 版对照：共 3 处.*?<\/table>/s.exec(compared)?.[0] ?? '';
    for (const [change, name] of [
      ['增列', '任前公示'],
      ['停用', '公告'],
      ['停用', '公开事项'],
    ])
      expect(table).toMatch(new RegExp(`${change}</td><th scope="row">${name}<`));
    const renamed = await site.text(`${WORDS}?from=1&to=2`, above);
    expect(renamed).toContain('<del>公告</del> → <ins>情况公告</ins>');
    expect(await site.text(`${WORDS}?from=0&to=99`, above)).not.toContain('对照：共');
  });
});
