import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { content, OTHER_STAFF, PEOPLE, STAFFED, World } from './support.ts';

const SCHOOL = 'dongfang';
const SCHOOL_PATH = `/v1/organisations/${SCHOOL}`;
const NAMED = 'fang-wen';

const restricted = (title: string, audience: string, more: object = {}) =>
  content({
    row: 'b-09',
    title,
    forms: ['设限平台'],
    audience,
    releasePlan: [{ audience }],
    pair: { part: 'plan' },
    ...more,
  });

/** One item for each audience. Each is half of a pair, so that the list of half pairs has them too. */
const ITEMS: Readonly<Record<string, object>> = {
  named: restricted('写给特定对象的事项', 'named', { named: [NAMED] }),
  party: restricted('写给党员的事项', 'party'),
  unit: content({
    title: '写给全校的事项',
    forms: ['公示栏'],
    audience: 'unit',
    releasePlan: [{ audience: 'unit' }],
    pair: { part: 'plan' },
  }),
  public: content({ title: '写给社会的事项', pair: { part: 'plan' } }),
  meeting: restricted('只在会议上公开的事项', 'party', { forms: ['会议'] }),
};

const READERS: readonly (readonly [who: string, as: string | undefined, sees: readonly string[]])[] = [
  ['a visitor', undefined, ['public']],
  ['somebody on no roster', PEOPLE.passerBy, ['public']],
  ['a member of another school', PEOPLE.otherHead, ['public']],
  ['a colleague of another school', PEOPLE.otherTeacher, ['public']],
  ['a colleague', PEOPLE.teacher, ['unit', 'public']],
  ['the colleague who is named', NAMED, ['named', 'unit', 'public']],
  ['a Party member', PEOPLE.member, ['party', 'unit', 'public']],
];

/** Lists whose content depends on who asks. */
const LISTS = [
  `${SCHOOL_PATH}/board`,
  `${SCHOOL_PATH}/catalogue`,
  `${SCHOOL_PATH}/half-pairs`,
  `/o/${SCHOOL}`,
  `/o/${SCHOOL}/catalogue`,
];
/** Ways out to society: the same for everybody. */
const PUBLIC_LISTS = ['/v1/board', '/', `/display/${SCHOOL}`, `/display/${SCHOOL}/items.json`];

describe('who sees what, on every way out', () => {
  let world: World;
  const paths: Record<string, string> = {};

  beforeAll(async () => {
    world = await World.start();
    const named = { id: NAMED, name: '方雯', partyMember: false, staff: true };
    await world.openSchool(SCHOOL, {
      name: '东方小学党支部',
      kind: 'branch',
      people: [...STAFFED.people, named],
      seats: STAFFED.seats,
    });
    await world.openSchool('hezui', { name: '河嘴小学党支部', kind: 'branch', ...OTHER_STAFF });
    for (const [audience, item] of Object.entries(ITEMS)) {
      paths[audience] = await world.disclose(SCHOOL, item);
    }
    await world.act(`${paths.meeting}/proofs`, PEOPLE.clerk, {
      form: '会议',
      audience: 'party',
      place: '会议室',
      heldAt: world.at(0),
      reached: 12,
      recipients: '全体党员',
      note: '会议记录存档',
    });
  });
  afterAll(() => world?.stop());

  const get = (path: string, as?: string) =>
    path.startsWith('/v1/') ? world.call('GET', path, as) : world.page(path, as);
  const titleOf = (audience: string) => (ITEMS[audience] as { title: string }).title;
  const seenIn = (text: string) => Object.keys(ITEMS).filter((audience) => text.includes(titleOf(audience)));

  describe.each(READERS)('%s', (_, as, sees) => {
    it.each(LISTS)('in %s', async (path) => {
      const { status, text } = await get(path, as);
      expect([status, seenIn(text)]).toEqual([200, sees]);
    });

    it.each(PUBLIC_LISTS)('in %s, which is for society', async (path) => {
      const { status, text } = await get(path, as);
      expect([status, seenIn(text)]).toEqual([200, ['public']]);
    });

    it('in the items themselves', async () => {
      for (const [audience, path] of Object.entries(paths)) {
        const page = `/o/${SCHOOL}/items/${path.split('/').at(-1)}`;
        for (const way of [path, page]) {
          const { status, text } = await get(way, as);
          expect([status === 200, seenIn(text).includes(audience)], `${audience} ${way}`).toEqual(
            sees.includes(audience) ? [true, true] : [false, false],
          );
        }
      }
    });
  });
});
