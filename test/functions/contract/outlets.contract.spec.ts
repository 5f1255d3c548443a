import { readFileSync } from 'node:fs';
import RssParser from 'rss-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { SCHOOL, sampleDistrict } from '../../browser/support/fixture.ts';
import { PUBLIC_URL, Site } from '../site/support.ts';

let site: Site;
beforeAll(async () => {
  site = new Site(await sampleDistrict());
});

describe('the guide to embedding', () => {
  const guide = readFileSync('docs/embedding.md', 'utf8');
  const places = {
    单位: SCHOOL,
    organisation: SCHOOL,
    屏: 'gate',
    display: 'gate',
    事项: 'candidate',
    item: 'candidate',
  };
  /** Every address that stands in the guide as code, with an example's names in it. */
  const addresses = [...guide.matchAll(/`(\/[^`…]+)`/g)]
    .map(([, address = '']) =>
      address.replaceAll(/\{([^}]+)\}/g, (_, name: keyof typeof places) => places[name]),
    )
    .map((address) =>
      address.startsWith('/print/') ? `/o/${SCHOOL}${address}` : address.replace(/\/$/, ''),
    );
  const files = [...new Set(guide.match(/\b(?:feed|items|ticker|calendar)\.[a-z]+/g))];

  it('names addresses that are there, for boards, screens, feeds and sheets', async () => {
    expect(addresses.length).toBeGreaterThan(8);
    for (const address of new Set(addresses)) {
      if (/^\/(desk|o$|display$)/.test(address)) continue;
      expect(address).not.toContain('undefined');
      expect([address, (await site.ask(address)).status]).toEqual([address, 200]);
    }
  });

  it('names files that are under the address of a board, of its screens and of one of them', async () => {
    expect(files.sort()).toEqual(
      ['calendar.ics', 'feed.atom', 'feed.json', 'feed.rss', 'items.json', 'ticker.txt'].sort(),
    );
    for (const place of [`/o/${SCHOOL}`, `/display/${SCHOOL}`, `/display/${SCHOOL}/gate`])
      for (const file of files) {
        const { status, headers } = await site.ask(`${place}/${file}`, { method: 'HEAD' });
        const promised = [headers.get('etag'), headers.get('last-modified'), headers.get('cache-control')];
        expect([file, status, ...promised]).toEqual([
          file,
          200,
          expect.stringMatching(/^(W\/)?"/),
          expect.stringMatching(/ GMT$/),
          expect.stringContaining('no-cache'),
        ]);
      }
  });

  it('says who may frame what', async () => {
    const ancestors = async (path: string) =>
      /frame-ancestors ([^;]+)/.exec(
        (await site.ask(path)).headers.get('content-security-policy') ?? '',
      )?.[1];
    expect(await ancestors(`/display/${SCHOOL}`)).toBe('*');
    expect(await ancestors(`/o/${SCHOOL}`)).toBe("'self'");
    expect(await ancestors('/desk')).toBe("'none'");
  });
});

describe('the Atom feed, read by a parser that is not ours', () => {
  const all = { keepArray: true };
  const parser = new RssParser({
    customFields: {
      feed: [
        ['id', 'ids', all],
        ['updated', 'updates', all],
        ['author', 'authors', all],
        ['link', 'links', all],
      ] as never,
      item: [
        ['id', 'ids', all],
        ['updated', 'updates', all],
        ['title', 'titles', all],
        ['link', 'links', all],
      ] as never,
    },
  });
  const ONE_INSTANT = [expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)];

  it('has what RFC 4287 asks of a feed and of every entry, once each', async () => {
    const self = `/o/${SCHOOL}/feed.atom`;
    const feed = (await parser.parseString(await site.text(self))) as unknown as Record<string, unknown>;
    expect(feed).toMatchObject({ ids: [`${PUBLIC_URL}${self}`], updates: ONE_INSTANT });
    expect(feed.authors).toMatchObject([{ name: ['东方小学党支部'] }]);
    const links = (feed.links as { $: Record<string, string> }[]).map(({ $: { rel, href } }) => [rel, href]);
    expect(links).toEqual([
      ['self', `${PUBLIC_URL}${self}`],
      ['alternate', `${PUBLIC_URL}/o/${SCHOOL}`],
    ]);
    const entries = feed.items as { ids: string[]; updates: string[]; titles: string[] }[];
    expect(entries.length).toBeGreaterThan(2);
    for (const { ids, updates, titles } of entries) {
      expect(updates).toEqual(ONE_INSTANT);
      expect(titles).toHaveLength(1);
      expect(ids).toHaveLength(1);
      expect((await site.ask((ids[0] ?? '').replace(PUBLIC_URL, ''))).status).toBe(200);
    }
    expect(new Set(entries.flatMap(({ ids }) => ids)).size).toBe(entries.length);
    const newest =
      entries
        .flatMap(({ updates }) => updates)
        .toSorted()
        .at(-1) ?? '';
    const [updated = ''] = feed.updates as string[];
    expect(updated >= newest, `${updated} is not before ${newest}`).toBe(true);
  });
});
