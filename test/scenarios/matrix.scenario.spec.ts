import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMAT_NAMES } from '../../functions/site/feed-formats.ts';
import { content, OTHER_STAFF, PEOPLE, STAFFED } from '../support/school.ts';
import { World } from './support.ts';

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

/** The answer to an opinion on each item that has a page. */
const SAID = '提意见的人的原话';
const answerTo = (audience: string) => `对意见的答复，仅供 ${audience} 查阅`;
const WHO_ASKS: Readonly<Record<string, string | undefined>> = {
  named: NAMED,
  party: PEOPLE.member,
  unit: PEOPLE.teacher,
  public: undefined,
};

/** Lists whose content depends on who asks. */
const LISTS = [
  `${SCHOOL_PATH}/board`,
  `${SCHOOL_PATH}/catalogue`,
  `${SCHOOL_PATH}/half-pairs`,
  `/o/${SCHOOL}`,
  `/o/${SCHOOL}/catalogue`,
];
/** Ways out to society: the same for everybody. */
const PUBLIC_LISTS = [
  '/v1/board',
  '/',
  `/display/${SCHOOL}`,
  ...[`/o/${SCHOOL}`, `/display/${SCHOOL}`].flatMap((home) => FORMAT_NAMES.map((name) => `${home}/${name}`)),
  `/o/${SCHOOL}/print/window`,
  `/o/${SCHOOL}/print/catalogue`,
];

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
    for (const [audience, as] of Object.entries(WHO_ASKS)) {
      const opinion = await world.act(`${paths[audience]}/feedback`, as, {
        text: SAID,
        from: { kind: 'anonymous' },
        speaker: 'parent',
        channel: 'online',
      });
      const feedback = opinion.headers.get('location') ?? '';
      await world.act(`${feedback}/answers`, PEOPLE.clerk, { text: answerTo(audience), outcome: 'adopted' });
      await world.act(`${feedback}/closing`, PEOPLE.office);
    }
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

    it('[DF-27] in what became of opinions on them', async () => {
      for (const audience of Object.keys(WHO_ASKS)) {
        const page = `/o/${SCHOOL}/items/${paths[audience]?.split('/').at(-1)}`;
        for (const way of [`${paths[audience]}/answers`, page]) {
          const { status, text } = await get(way, as);
          expect([status === 200, text.includes(answerTo(audience))], `${audience} ${way}`).toEqual(
            sees.includes(audience) ? [true, true] : [false, false],
          );
          expect(text).not.toContain(SAID);
        }
      }
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
