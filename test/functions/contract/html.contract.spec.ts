import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error It has no types; what it exports is the path of the program.
import vnuJar from 'vnu-jar';
import type { Page } from './crawl.ts';
import { allPages } from './walks.ts';

const hasJava = spawnSync('java', ['-version']).status === 0;
const whyNot = hasJava ? '' : ' (skipped: the Nu checker needs Java 11 or later)';

/** Redirections, and what is no page: files, feeds, scripts for the radio. */
const NO_PAGES = /^\/log|^\/assets\/|\.[a-z]+$|\/files\/:file/;

let pages: readonly Page[];
let routes: readonly string[];

beforeAll(async () => {
  ({ pages, routes } = await allPages());
}, 60_000);

describe('HTML', () => {
  it('is what every kind of page was looked at for', () => {
    const seen = new Set(pages.filter(({ status }) => status === 200).map(({ route }) => route));
    expect(routes.filter((route) => !NO_PAGES.test(route) && !seen.has(route))).toEqual([]);
  });

  it.skipIf(!hasJava)(
    `is valid by the Nu checker, on every kind of page${whyNot}`,
    () => {
      const different = [...new Map(pages.map((page) => [page.html, page])).values()];
      // One that is wrong goes with them, so that a checker which checks nothing is noticed.
      const wrong = {
        path: '/wrong',
        route: '',
        status: 200,
        html: different[0]?.html.replace('</title>', '') ?? '',
      };
      const complaints = complaintsOf([...different, wrong]);
      expect(complaints.filter(({ path }) => path !== '/wrong')).toEqual([]);
      expect(complaints.length).toBeGreaterThan(0);
    },
    120_000,
  );
});

interface Complaint {
  readonly path: string | undefined;
  readonly message: string;
}

/** Errors that the Nu checker finds, in one run: most of what one takes is the start. */
function complaintsOf(checked: readonly Page[]): readonly Complaint[] {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-html-'));
  for (const [index, { html }] of checked.entries()) writeFileSync(join(folder, `${index}.html`), html);
  // A short run is over before the thorough compiler pays off; the schema of HTML needs a deep stack.
  const java = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xss8m', '-jar', String(vnuJar)];
  const options = ['--format', 'json', '--stdout', '--exit-zero-always', '--errors-only'];
  const answer = execFileSync('java', [...java, ...options, folder], { maxBuffer: 1 << 26 });
  rmSync(folder, { recursive: true });
  const { messages }: { messages: { url: string; message: string; extract?: string }[] } = JSON.parse(
    answer.toString(),
  );
  return messages.map(({ url, message, extract = '' }) => ({
    path: checked[Number(basename(url, '.html'))]?.path,
    message: `${message} ${extract}`,
  }));
}
