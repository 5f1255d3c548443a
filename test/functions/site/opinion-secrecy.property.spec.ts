import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { mayHear } from '../../../domain/feedback/hearing.ts';
import { itemHistory } from '../../../domain/item/evolve.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { maySee, type Reader } from '../../../domain/visibility.ts';
import { PEOPLE, SCHOOL, sampleDistrict, tokenOf, type Who } from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { Site } from './support.ts';

/** Stands in the opinion and in the answer, and nowhere else in the district. */
const SECRET = '白鹭计划';
/** One on show to the unit only, and one to everybody. */
const ITEMS = { unit: 'study-unit', public: 'playground' } as const;
const READERS: readonly (Who | undefined)[] = [
  undefined,
  'member',
  'teacher',
  'clerk',
  'director',
  'secretary',
  'administrator',
];

let district: MemoryDistrict;
let site: Site;
const opinions: Record<string, { readonly id: string; readonly code: string }> = {};
beforeAll(async () => {
  district = await sampleDistrict();
  site = new Site(district);
  const scope = new OrgScope(SCHOOL);
  for (const item of Object.values(ITEMS)) {
    const { id, code } = district.receipts.issue(scope, `secret-on-${item}`);
    opinions[item] = { id, code };
    const director = { kind: 'person', person: PEOPLE.director[0], organisation: SCHOOL } as const;
    const from = { kind: 'anonymous' } as const;
    for (const [type, data] of [
      ['LeaveFeedback', { item, text: `${SECRET}怎样了？`, from, speaker: 'staff', channel: 'box' }],
      ['AnswerFeedback', { text: `${SECRET}已经完成。`, outcome: 'explained' }],
      ['ModerateFeedback', { shown: true, reason: '普遍关心。' }],
      ['CloseFeedback', {}],
    ] as const) {
      const command = { type, data, actor: director, now: district.now, correlation: 'test' };
      await district.feedback.issue(scope, id, { ...command, commandId: `${type}-${item}` } as never);
      await district.settle();
    }
  }
});

/** Whether the reader is in the audience of the item, by the one rule that there is. */
async function sees(item: string, who: Who | undefined): Promise<{ reader: Reader; sees: boolean }> {
  const { readings, aggregates } = district.services('https://gongkai.example.edu.cn');
  const scope = new OrgScope(SCHOOL);
  const found = await readings.reader(scope, who && PEOPLE[who][0], district.now);
  const reader = { ...found, official: false };
  const audience = item === ITEMS.public ? 'public' : 'unit';
  const shown = { organisation: SCHOOL, onShow: true, releases: [{ audience, online: true } as const] };
  const { state } = await aggregates.load(scope.stream('ITEM', item), itemHistory);
  expect(mayHear(reader, SCHOOL, { item }, state)).toBe(maySee(reader, shown));
  return { reader, sees: maySee(reader, shown) };
}

describe('nobody outside the audience of an item learns of it through an opinion', () => {
  it('on any page, list, feed or receipt', async () => {
    const pages = (item: string): readonly ((who: Who | undefined) => Promise<string>)[] => {
      const token = (who: Who | undefined) => (who ? { token: tokenOf(who) } : {});
      const page = (path: string) => (who: Who | undefined) => site.text(path, token(who));
      const { id = '', code = '' } = opinions[item] ?? {};
      return [
        page(`/o/${SCHOOL}/items/${item}`),
        page(`/o/${SCHOOL}`),
        page('/'),
        page(`/o/${SCHOOL}/opinions`),
        page(`/o/${SCHOOL}/opinions/${id}`),
        page(`/o/${SCHOOL}/catalogue`),
        page(`/feeds/${SCHOOL}/rss.xml`),
        page(`/feeds/${SCHOOL}/board.json`),
        (who) => site.text(`/o/${SCHOOL}/opinions/follow`, { ...token(who), form: { code } }),
      ];
    };
    const ways = pages(ITEMS.unit).length;
    let told = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(ITEMS)),
        fc.constantFrom(...READERS),
        fc.nat(ways - 1),
        async (item, who, way) => {
          district.time += 3_600_000;
          const html = await pages(item)[way]?.(who);
          const isIn = (await sees(item, who)).sees;
          if (html?.includes(SECRET)) told += 1;
          if (item === ITEMS.unit && !isIn) expect(html).not.toContain(SECRET);
        },
      ),
      { numRuns: 120 },
    );
    // Otherwise the property would hold of a school that says nothing.
    expect(told).toBeGreaterThan(5);
  });

  it('on a desk, a list of opinions or an overview, unless they work there', async () => {
    const { id } = opinions[ITEMS.unit] ?? { id: '' };
    for (const path of [
      `/desk/o/${SCHOOL}/opinions`,
      `/desk/o/${SCHOOL}/opinions/${id}`,
      `/o/${SCHOOL}/opinions/overview`,
    ]) {
      for (const who of ['member', 'teacher'] as const)
        expect((await site.ask(path, { token: tokenOf(who) })).status, path).toBe(404);
      expect((await site.ask(path)).status, path).toBe(303);
    }
  });

  it('in a reminder, to anybody', async () => {
    const services = district.services('https://gongkai.example.edu.cn');
    const rows = await services.views.list(new OrgScope(SCHOOL).partition('DIGEST'), { limit: 100 });
    expect(JSON.stringify(rows)).not.toContain(SECRET);
  });
});
