import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../domain/kernel/commit.ts';
import { ANSWERS } from '../../../functions/api/answers.ts';
import { READS, type ReadId } from '../../../functions/api/reads.ts';
import { fillPath } from '../../../functions/api/routing.ts';
import { DISTRICT, INSIDE_ONLY, PEOPLE, SCHOOL } from '../../support/school.ts';
import { GOOD_BODIES } from './bodies.ts';
import { withFile } from './files.ts';
import { draft, ok, openSchools, release } from './school.ts';
import { startWorld, type World } from './world.ts';

const person = PEOPLE.clerk;
let world: World;

beforeAll(async () => {
  world = await startWorld('2026-09-01T00:00:00.000Z');
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

describe('a reading', () => {
  it('is not sent again to who has it', async () => {
    const item = await draft(world);
    await release(world, item);
    for (const [path, as] of [
      [item, undefined],
      [item, person],
      [`/v1/organisations/${SCHOOL}/board`, undefined],
      [`/v1/organisations/${SCHOOL}/catalogue`, person],
    ] as const) {
      const { headers } = await world.call('GET', path, { person: as });
      const etag = headers.etag ?? '';
      const again = await world.call('GET', path, {
        person: as,
        headers: { 'if-none-match': `"x", ${etag}` },
      });
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
      const other = await world.call('GET', path, { person: as, headers: { 'if-none-match': '"x"' } });
      expect(other.status).toBe(200);
    }
  });

  it('has another tag for who sees something else', async () => {
    const item = await draft(world);
    await release(world, item);
    const tags = await Promise.all(
      [undefined, person].map(async (as) => (await world.call('GET', item, { person: as })).headers.etag),
    );
    expect(tags[0]).not.toBe(tags[1]);
  });

  it('may be kept by everybody only when everybody may see it', async () => {
    const board = `/v1/organisations/${SCHOOL}/board`;
    expect((await world.call('GET', board)).headers['cache-control']).toMatch(/^public, max-age=\d+$/);
    expect((await world.call('GET', board, { person })).headers['cache-control']).toBe('private, no-store');
    expect((await world.call('GET', board)).headers.vary).toContain('Authorization');
  });

  it('comes without a body for HEAD', async () => {
    const answer = await world.call('HEAD', `/v1/organisations/${SCHOOL}/board`);
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(answer.headers.etag).toBeTruthy();
  });

  it('takes only the parameters it knows', async () => {
    const board = `/v1/organisations/${SCHOOL}/board`;
    for (const query of [
      'limit=0',
      'limit=101',
      'limit=x',
      'limit=1.5',
      'page=2',
      'after=*',
      'after=',
      'documentType=x',
    ]) {
      const answer = await world.call('GET', `${board}?${query}`);
      expect(answer.status, query).toBe(400);
      expect(answer.body.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it('of the record can be verified by itself', async () => {
    const item = await draft(world);
    await release(world, item);
    const { body } = await world.call('GET', `${item}/record`, { person });
    expect(body.commits.length).toBeGreaterThan(4);
    expect(verifyChain(body.commits)).toBeUndefined();
    const changed = body.commits.with(1, { ...body.commits[1], body: `${body.commits[1].body} ` });
    expect(verifyChain(changed)).toMatchObject({ fault: 'hash-mismatch', version: 2 });
  });
});

describe('pages of a board', () => {
  it('hold every item once, however small they are', async () => {
    for (let n = 0; n < 5; n += 1) {
      const item = await draft(world, n % 2 ? {} : INSIDE_ONLY);
      world.now = new Date(Date.parse(world.now) + 60_000).toISOString();
      await release(world, item);
    }
    for (const as of [undefined, PEOPLE.member]) {
      const board = `/v1/organisations/${SCHOOL}/board`;
      const all = (await world.call('GET', `${board}?limit=100`, { person: as })).body.lines;
      const seen = [];
      let after = '';
      do {
        const { body } = await world.call('GET', `${board}?limit=2${after}`, { person: as });
        expect(body.lines.length).toBeLessThanOrEqual(2);
        seen.push(...body.lines);
        after = body.next ? `&after=${body.next}` : '';
      } while (after);
      expect(seen).toEqual(all);
      expect(all.length).toBeGreaterThan(2);
    }
  });
});

/** Of things that specs of their own bring about; every answer there is held against the document as well. */
const ELSEWHERE: ReadonlySet<ReadId> = new Set([
  'activity',
  'assessment',
  'campaign',
  'case',
  'circular',
  'filing',
  'followUp',
  'news',
  'receivedCircular',
  'receivedFiling',
  'round',
  'evaluationOverview',
  'summary',
  'supervisionSteps',
  'visit',
]);

describe('every reading', () => {
  it('answers what the OpenAPI document says', async () => {
    const item = await draft(world);
    await release(world, item);
    const opinion = await ok(world, 'POST', `${item}/feedback`, {
      body: { text: '很好', from: { kind: 'anonymous' }, speaker: 'parent', channel: 'online' },
    });
    const display = await ok(world, 'POST', `/v1/organisations/${SCHOOL}/displays`, {
      person: PEOPLE.office,
      body: { name: '校门口屏', place: '校门口', audience: 'public' },
    });
    const enquiry = await ok(world, 'POST', `/v1/organisations/${SCHOOL}/enquiries`, {
      body: { subject: '校车租赁合同', from: { kind: 'anonymous' }, speaker: 'parent', channel: 'online' },
    });
    const topic = await ok(world, 'POST', `/v1/organisations/${SCHOOL}/topics`, {
      body: GOOD_BODIES.raiseTopic,
      person: PEOPLE.office,
    });
    const survey = await ok(world, 'POST', `/v1/organisations/${SCHOOL}/surveys`, {
      person: PEOPLE.office,
      body: { ...(GOOD_BODIES.planSurvey as object), item: item.split('/').at(-1) },
    });
    const decision = await ok(world, 'POST', `/v1/organisations/${SCHOOL}/decisions`, {
      person: PEOPLE.office,
      body: GOOD_BODIES.openDecision,
    });
    const { attached, file } = await withFile(world);
    for (const { id, path } of READS) {
      if (ELSEWHERE.has(id)) continue;
      const filled = fillPath(path, {
        organisation: id === 'calendar' ? DISTRICT : SCHOOL,
        period: '2026Q3',
        view: 'four-opens',
        template: 'branch',
        item: (id === 'itemFile' ? attached : item).split('/').at(-1) ?? '',
        file,
        feedback: opinion.body.id,
        display: display.body.id,
        enquiry: enquiry.body.id,
        topic: topic.body.id,
        survey: survey.body.id,
        decision: decision.body.id,
      });
      const query = id === 'matches' ? `?q=${encodeURIComponent('校车')}` : '';
      const answer = await world.call('GET', `${filled}${query}`, { person: PEOPLE.office });
      expect(answer.status, `${filled}: ${answer.text}`).toBe(200);
      expect(ANSWERS[id].safeParse(answer.body).error, id).toBeUndefined();
    }
  });
});
