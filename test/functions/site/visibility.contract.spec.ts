import { beforeAll, describe, expect, it } from 'vitest';
import type { Audience } from '../../../domain/kernel/audience.ts';
import {
  bring,
  content,
  PEOPLE,
  SCHOOL,
  sampleDistrict,
  tokenOf,
  type Who,
} from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { Site } from './support.ts';

/** Who may see what, role by role: the widest audience of the item comes first. */
const MATRIX: readonly (readonly [Audience, readonly (Who | 'stranger')[]])[] = [
  ['public', ['stranger', 'administrator', 'teacher', 'member', 'clerk', 'secretary']],
  ['unit', ['teacher', 'member', 'clerk', 'secretary']],
  ['party', ['member', 'clerk', 'secretary']],
  ['named', ['member']],
];
const EVERYBODY: readonly (Who | 'stranger')[] = [
  'stranger',
  'administrator',
  'teacher',
  'member',
  'clerk',
  'secretary',
];

const MARK: Record<Audience, string> = {
  public: '社会可见之事项',
  unit: '单位可见之事项',
  party: '党内可见之事项',
  named: '个别可见之事项',
};
const idOf = (audience: Audience) => `seen-by-${audience}`;

describe('every page keeps to the one rule of visibility', () => {
  let district: MemoryDistrict;
  let site: Site;

  beforeAll(async () => {
    district = await sampleDistrict();
    for (const [audience] of MATRIX) {
      const what = content({
        row: 'b-05',
        title: MARK[audience],
        text: `${MARK[audience]}的正文。`,
        audience,
        releasePlan: [{ audience }],
        ...(audience === 'named' && { named: [PEOPLE.member[0]] }),
      });
      await bring(district, idOf(audience), what, 'approved');
    }
    site = new Site(district);
  });

  const asked = (who: Who | 'stranger') => (who === 'stranger' ? {} : { token: tokenOf(who) });

  it.each(MATRIX)('an item for %s: board, page, full picture', async (audience, readers) => {
    for (const who of EVERYBODY) {
      const may = readers.includes(who);
      const board = await site.text(
        `/o/${SCHOOL}?class=${encodeURIComponent('党的思想建设情况')}`,
        asked(who),
      );
      expect(board.includes(MARK[audience]), `board, ${who}`).toBe(may);
      const page = await site.ask(`/o/${SCHOOL}/items/${idOf(audience)}`, asked(who));
      expect(page.status, `page, ${who}`).toBe(may ? 200 : 404);
      expect((await page.text()).includes(MARK[audience]), `page, ${who}`).toBe(may);
      const picture = await site.text(`/o/${SCHOOL}/catalogue`, asked(who));
      expect(picture.includes(MARK[audience]), `full picture, ${who}`).toBe(may);
    }
  });

  it('screens and the district show what is public, whoever stands before them', async () => {
    for (const path of ['/', `/display/${SCHOOL}`, `/display/${SCHOOL}/items.json`]) {
      for (const who of ['stranger', 'secretary'] as const) {
        const text = await site.text(path, asked(who));
        for (const [audience] of MATRIX) {
          expect(text.includes(MARK[audience]), `${path}, ${audience}`).toBe(audience === 'public');
        }
      }
    }
  });
});
