import { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { type HttpEnv, httpApp } from '../../../functions/edge/http.ts';
import { dutyFeedRoutes } from '../../../functions/site/routes/duty-feed.ts';
import { BUSY, dutyDistrict } from '../../browser/support/duties.ts';
import { ADMINISTRATOR, DISTRICT, type MemoryDistrict } from '../../browser/support/memory-district.ts';
import { PUBLIC_URL } from './support.ts';

const DIRECTOR = `director-of-${BUSY}`;
let district: MemoryDistrict;
let app: Hono<HttpEnv>;

beforeAll(async () => {
  district = await dutyDistrict();
  app = httpApp(new Hono<HttpEnv>());
  app.route('/', dutyFeedRoutes(district.services(PUBLIC_URL)));
});

const issue = (id: string, person: string): string =>
  district.services(PUBLIC_URL).feedTokens.issue({ id, feedEdition: 0 }, person);

const feed = async (organisation: string, token: string) =>
  app.request(
    `/feeds/${organisation}/duties.ics?token=${encodeURIComponent(token)}`,
    {},
    { requestContext: { timeEpoch: district.time, requestId: 'feed-test' } },
  );

describe('the feed of due days', () => {
  it('opens with the token of somebody who works there, or in the superior', async () => {
    for (const person of [DIRECTOR, ADMINISTRATOR]) {
      const response = await feed(BUSY, issue(BUSY, person));
      expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      expect((await response.text()).match(/BEGIN:VEVENT/g)).toHaveLength(6);
    }
  });

  it('holds what is still open of earlier periods', async () => {
    const text = await (await feed('qingshan', issue('qingshan', ADMINISTRATOR))).text();
    expect(text).toContain('UID:qingshan.2026Q3.unit@gongkai');
    expect(text).toContain('UID:qingshan.2026Q4.unit@gongkai');
  });

  it('knows nothing for a token of another organisation, a forged one, or none', async () => {
    const forged = issue(BUSY, DIRECTOR).replace(DIRECTOR, ADMINISTRATOR);
    for (const token of [issue('hehua', DIRECTOR), forged, ''])
      expect((await feed(BUSY, token)).status).toBe(404);
    expect((await feed(BUSY, issue(BUSY, 'director-of-hehua'))).status).toBe(404);
  });

  it('is worthless once the office has revoked the addresses, until a new one is taken', async () => {
    const token = issue(BUSY, DIRECTOR);
    await district.organisations.issue(new OrgScope(BUSY), {
      type: 'RevokeFeeds',
      data: { reason: '地址外泄' },
      now: district.now,
      actor: { kind: 'person', person: ADMINISTRATOR, organisation: DISTRICT },
      commandId: 'revoke',
      correlation: 'test',
    });
    expect((await feed(BUSY, token)).status).toBe(404);
    const fresh = district.services(PUBLIC_URL).feedTokens.issue({ id: BUSY, feedEdition: 1 }, DIRECTOR);
    expect((await feed(BUSY, fresh)).status).toBe(200);
  });

  it('ends when the person gives up the last seat', async () => {
    const token = issue('hehua', 'director-of-hehua');
    await district.organisations.issue(new OrgScope('hehua'), {
      type: 'VacateSeat',
      data: { body: 'office', position: 'head', person: 'director-of-hehua', until: '2026-12-24' },
      now: district.now,
      actor: { kind: 'person', person: ADMINISTRATOR, organisation: DISTRICT },
      commandId: 'vacate',
      correlation: 'test',
    });
    expect((await feed('hehua', token)).status).toBe(404);
  });
});
