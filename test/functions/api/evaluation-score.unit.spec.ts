import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST_STANDARD } from '../../../domain/evaluation/standard/state.ts';
import { EVALUATION_ANSWERS } from '../../../functions/api/evaluation-answers.ts';
import { DISTRICT, PEOPLE, SCHOOL } from '../../support/school.ts';
import { at, codeOf } from './duties.ts';
import { type EvaluatedWorld, path, startEvaluation } from './evaluation-calls.ts';
import { ok } from './school.ts';
import type { World } from './world.ts';

const { clerk, districtOffice } = PEOPLE;
let world: World;
let { refused, read, scoreFor } = {} as EvaluatedWorld;

beforeAll(async () => {
  ({ world, refused, read, scoreFor } = await startEvaluation());
}, 60_000);
afterAll(() => world?.stop());

interface Piece {
  readonly about: { readonly kind: string; readonly id?: string };
  readonly weight: number;
  readonly value: number;
}
interface Criterion {
  readonly id: string;
  readonly part: string;
  readonly of: number;
  readonly share?: number;
  readonly pieces: readonly Piece[];
}

/** The score once more, from nothing but the pieces of the answer. */
function reckoned(criteria: readonly Criterion[]): number {
  let got = 0;
  let had = 0;
  for (const { of, pieces } of criteria) {
    const all = pieces.reduce((sum, { weight }) => sum + weight, 0);
    if (all === 0) continue;
    const kept = pieces.reduce((sum, { weight, value }) => sum + weight * value, 0);
    got += of * (Math.round((kept / all) * 1e4) / 1e4);
    had += of;
  }
  return Math.round((1e4 * got) / had) / 100;
}
const criterion = ({ criteria }: { criteria: readonly Criterion[] }, id: string) =>
  criteria.find((each) => each.id === id) as Criterion;

describe('the score of a quarter', () => {
  it('[JX-15] [JX-17] has four published sub-scores, reckoned by anybody from what it was reckoned from', async () => {
    const score = await scoreFor();
    expect(EVALUATION_ANSWERS.evaluation.safeParse(score).error).toBeUndefined();
    expect(Object.keys(score.parts).toSorted()).toEqual(['content', 'effect', 'method', 'procedure']);
    for (const part of Object.keys(score.parts)) {
      const own = score.criteria.filter((each: Criterion) => each.part === part);
      expect(reckoned(own), part).toBe(score.parts[part]);
    }
    expect(reckoned(score.criteria)).toBe(score.total);
    for (const each of score.criteria) {
      expect(each.formula.zh).toMatch(/÷|取平均/);
      expect(each.source.zh).not.toBe('');
    }
    expect(criterion(score, 'mix').pieces.map(({ value }) => value)).toEqual(expect.arrayContaining([0, 1]));
    expect(criterion(score, 'process').share).toBe(1);
  });

  it('is the same number for everybody, and names nothing that they may not see', async () => {
    const [stranger, inside, above] = await Promise.all([
      scoreFor(),
      scoreFor(clerk),
      scoreFor(districtOffice),
    ]);
    for (const score of [stranger, above]) {
      expect([score.total, score.parts]).toEqual([inside.total, inside.parts]);
      expect(reckoned(score.criteria)).toBe(inside.total);
    }
    const named = (score: { criteria: readonly Criterion[] }) =>
      criterion(score, 'conformity').pieces.filter(({ about }) => about.id !== undefined).length;
    expect([named(stranger), named(inside), named(above)]).toEqual([2, 3, 3]);
    expect(JSON.stringify(stranger)).not.toContain('支部分工');
    expect(stranger).not.toHaveProperty('work');
    const streams = above.work.record.map(({ stream }: { stream: string }) => stream);
    expect(streams).toContain(`ORG#${SCHOOL}#LEDGER#2026q3`);
    for (const { stream, version, hash } of above.work.record)
      expect((await world.log.read(stream)).at(-1)).toMatchObject({ version, hash });
  });

  it('changes with an event and never with the clock', async () => {
    const before = await scoreFor(clerk);
    const { asOf } = before;
    const later = await world.call('GET', path('evaluation?period=2026Q3'), {
      person: clerk,
      now: at('2027-03-01'),
    });
    expect(later.body).toEqual(before);
    await world.wake(at('2026-10-01'));
    const closed = await scoreFor(clerk);
    expect(closed.closed).toBe(true);
    expect(closed.asOf > asOf).toBe(true);
    expect(criterion(closed, 'timeliness').pieces.length).toBeGreaterThan(
      criterion(before, 'timeliness').pieces.length,
    );
    expect(closed.total).toBeLessThan(before.total);
    expect(await scoreFor(clerk)).toEqual(closed);
  });

  it('[DF-33] gives a number each for regularity, liveliness and timeliness', async () => {
    const score = await scoreFor();
    const shares = ['regularity', 'liveliness', 'timeliness'].map((id) => criterion(score, id).share);
    expect(shares.every((share) => share !== undefined && share >= 0 && share <= 1)).toBe(true);
    // Three of the fourteen weeks that began in the quarter.
    expect(shares[1]).toBe(Math.round((3 / 14) * 1e4) / 1e4);
  });

  it('shows satisfaction with n and margin, and hides groups that few answered for', async () => {
    const { satisfaction, hidden } = await scoreFor();
    expect(satisfaction).toEqual([expect.objectContaining({ group: 'society', n: 6, share: 4 / 6 })]);
    expect(satisfaction[0].margin).toBeGreaterThan(0.2);
    expect(hidden).toEqual(['party']);
  });

  it('is of a quarter in which something was owed', async () => {
    expect(codeOf(await world.call('GET', path('evaluation?period=2020Q1')))).toEqual([
      404,
      'period-not-open',
    ]);
    expect(codeOf(await world.call('GET', path('evaluation', 'nowhere')))[0]).toBe(404);
  });
});

describe('the standard', () => {
  it('[JX-12] is the district’s, with fields that an item must have, and never reaches back', async () => {
    const standard = { ...FIRST_STANDARD, fields: [{ field: 'basedOn' }] };
    const publish = (from: string, person: string, organisation = DISTRICT) =>
      refused('standards', { from, standard }, person, organisation);
    expect(await publish('2026Q3', clerk, SCHOOL)).toEqual([404, 'not-found']);
    expect(await publish('2026Q2', districtOffice)).toEqual([422, 'standard-retroactive']);
    const broken = { from: '2026Q4', standard: { ...standard, priorityFactor: 9 } };
    expect((await refused('standards', broken, districtOffice, DISTRICT))[0]).toBe(400);
    expect(await publish('2026Q3', districtOffice)).toEqual([200, undefined]);
    expect(await publish('2026Q4', districtOffice)).toEqual([200, undefined]);
    const score = await scoreFor(clerk);
    expect(score.standard).toBe(1);
    // Forms and audience within the row (with 网站 one is beyond it), but no document named.
    expect(
      criterion(score, 'conformity')
        .pieces.map(({ value }) => value)
        .toSorted(),
    ).toEqual([1 / 3, 1 / 3, 2 / 3]);
    expect(await read('standards?period=2026Q4')).toMatchObject({
      edition: 2,
      published: [{ from: '2026Q3' }, {}],
    });
  });
});

describe('a priority row', () => {
  it('[HZ-30] comes first in its class and weighs more in the evaluation', async () => {
    interface Line {
      readonly row: { readonly id: string; readonly level1: string };
      readonly priority: boolean;
    }
    const rows = async (): Promise<readonly Line[]> => (await read('catalogue')).rows;
    const flagsOf = (lines: readonly Line[], level1: string) =>
      lines.filter(({ row }) => row.level1 === level1).map(({ priority }) => priority);
    const before = criterion(await scoreFor(clerk), 'completeness');
    const pieceOf = ({ pieces }: Criterion, id: string) => pieces.findIndex(({ about }) => about.id === id);
    const lines = await rows();
    const { id, level1 } = lines.find(
      ({ row, priority }) => !priority && before.pieces[pieceOf(before, row.id)]?.weight === 1,
    )?.row ?? { id: '', level1: '' };
    expect(pieceOf(before, id)).toBeGreaterThan(0);
    const refinement = { priority: true, reason: '家长最关心' };
    await ok(world, 'PUT', path(`catalogue/rows/${id}`), { person: districtOffice, body: refinement });
    const now = await rows();
    const flags = flagsOf(now, level1);
    expect(now.find(({ row }) => row.id === id)?.priority).toBe(true);
    expect(flags).toEqual(flags.toSorted((a, b) => Number(b) - Number(a)));
    const after = criterion(await scoreFor(clerk), 'completeness');
    const weights = after.pieces.map(({ weight }) => weight);
    expect(after.pieces[pieceOf(after, id)]?.weight).toBe(2);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(after.share).not.toBe(before.share);
  });
});
