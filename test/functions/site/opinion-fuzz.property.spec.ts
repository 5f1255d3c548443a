import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { SCHOOL, sampleDistrict, tokenOf } from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { codeIn, WORDS, workIn } from './opinion-forms.ts';
import { Site } from './support.ts';

const RUNS = 300;

/** What people who mean harm write into forms. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; DROP TABLE log; --",
  '{{constructor.constructor("alert(1)")()}}',
  'javascript:alert(1)',
  '\u202egnp.exe',
  'a\u0000b',
  '%00%0d%0aSet-Cookie: x=1',
  '{"$ne":null}',
  '__proto__',
  'https://evil.example/?next=//evil.example',
  "=cmd|' /C calc'!A0",
  '<svg/onload=alert(1)>',
  '\ud800',
  '党'.repeat(2_100),
  '',
] as const;

const anything = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
);
const NAMES = [
  'text',
  'speaker',
  'signed',
  'from.name',
  'kind',
  'command',
  'sum',
  'challenge',
  'work',
  'website',
  'code',
  'next',
  '__proto__',
  'constructor',
] as const;

let district: MemoryDistrict;
let site: Site;
beforeAll(async () => {
  district = await sampleDistrict();
  site = new Site(district);
});

/** Nothing that was written may come back as markup. */
function expectHarmless(html: string): void {
  expect(html).not.toMatch(/<script>|<script [^s]|<img src=x|<svg\/onload/i);
  expect(html).not.toMatch(/href="javascript:/i);
}

describe(`whatever is sent to the open forms, ${RUNS} times`, () => {
  it('is refused with a reason or stored as text; never an error, never a script, never somewhere else', async () => {
    const pages = [
      `/o/${SCHOOL}/items/playground/opinions`,
      `/o/${SCHOOL}/opinions`,
      `/o/${SCHOOL}/opinions/follow`,
      `/o/${SCHOOL}/opinions/follow/add`,
    ] as const;
    const counts: Record<number, number> = {};
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...pages),
        fc.dictionary(fc.constantFrom(...NAMES), anything, { maxKeys: 5, noNullPrototype: true }),
        fc.boolean(),
        async (path, spoilt, isSpoilt) => {
          // Each its own hour, so that it is the form that answers and not the limit.
          district.time += 3_600_000;
          const base = path.endsWith('/opinions')
            ? workIn(await site.text(path.replace(/(items\/playground)\/opinions/, '$1')))
            : {};
          const text = isSpoilt ? spoilt : { text: spoilt.text ?? '<script>alert(1)</script>' };
          const response = await site.ask(path, { form: { ...base, ...WORDS, ...text } });
          counts[response.status] = (counts[response.status] ?? 0) + 1;
          expect([200, 400, 404, 413, 422, 429], await response.clone().text()).toContain(response.status);
          expect(response.headers.get('location')).toBeNull();
          const html = await response.text();
          expectHarmless(html);
          const code = codeIn(html);
          if (code === '') return;
          const id = district.receipts.idFor(new OrgScope(SCHOOL), code);
          expectHarmless(await site.text(`/desk/o/${SCHOOL}/opinions/${id}`, { token: tokenOf('director') }));
        },
      ),
      { numRuns: RUNS },
    );
    // Both happened: some was taken, and some was not.
    expect(counts[200], JSON.stringify(counts)).toBeGreaterThan(20);
    expect(counts[422], JSON.stringify(counts)).toBeGreaterThan(20);
    expectHarmless(await site.text(`/desk/o/${SCHOOL}/opinions?show=all`, { token: tokenOf('director') }));
  });

  it('is not looked at when it is larger than any opinion', async () => {
    const form = { ...WORDS, text: 'x'.repeat(40_000) };
    const headers = { 'content-length': '40100' };
    expect((await site.ask(`/o/${SCHOOL}/opinions`, { form, headers })).status).toBe(413);
  });
});
