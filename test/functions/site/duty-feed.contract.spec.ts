import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { type HttpEnv, httpApp } from '../../../functions/edge/http.ts';
import { FeedTokens } from '../../../functions/export/feed-token.ts';
import { dutyFeedRoutes } from '../../../functions/site/routes/duty-feed.ts';
import { BUSY, dutyDistrict } from '../../browser/support/duties.ts';
import { ADMINISTRATOR, DISTRICT, type MemoryDistrict } from '../../browser/support/memory-district.ts';
import { PUBLIC_URL } from './support.ts';

const DIRECTOR = `director-of-${BUSY}`;
const tokens = new FeedTokens('feed-key-'.repeat(5));
let district: MemoryDistrict;
let app: Hono<HttpEnv>;

beforeAll(async () => {
  district = await dutyDistrict();
  app = httpApp();
  app.route('/', dutyFeedRoutes(district.services(PUBLIC_URL), tokens));
});

const feed = async (organisation: string, token: string) =>
  app.request(
    `/feeds/${organisation}/duties.ics?token=${encodeURIComponent(token)}`,
    {},
    { requestContext: { timeEpoch: district.time, requestId: 'feed-test' } },
  );

describe('the feed of due days', () => {
  it('opens with the token of somebody who works there, or in the superior', async () => {
    for (const person of [DIRECTOR, ADMINISTRATOR]) {
      const response = await feed(BUSY, tokens.issue(BUSY, person));
      expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      expect((await response.text()).match(/BEGIN:VEVENT/g)).toHaveLength(6);
    }
  });

  it('holds what is still open of earlier periods', async () => {
    const text = await (await feed('qingshan', tokens.issue('qingshan', ADMINISTRATOR))).text();
    expect(text).toContain('UID:qingshan.2026Q3.unit@gongkai');
    expect(text).toContain('UID:qingshan.2026Q4.unit@gongkai');
  });

  it('knows nothing for a token of another organisation, a forged one, or none', async () => {
    const forged = tokens.issue(BUSY, DIRECTOR).replace(DIRECTOR, ADMINISTRATOR);
    for (const token of [tokens.issue('hehua', DIRECTOR), forged, ''])
      expect((await feed(BUSY, token)).status).toBe(404);
    expect((await feed(BUSY, tokens.issue(BUSY, 'director-of-hehua'))).status).toBe(404);
  });

  it('ends when the person gives up the last seat', async () => {
    const token = tokens.issue(BUSY, DIRECTOR);
    await district.organisations.issue(new OrgScope(BUSY), {
      type: 'VacateSeat',
      data: { body: 'office', position: 'head', person: DIRECTOR, until: '2026-12-24' },
      now: district.now,
      actor: { kind: 'person', person: ADMINISTRATOR, organisation: DISTRICT },
      commandId: 'vacate',
      correlation: 'test',
    });
    expect((await feed(BUSY, token)).status).toBe(404);
  });
});
