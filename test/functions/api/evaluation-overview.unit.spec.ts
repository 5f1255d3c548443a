import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssessmentEvent } from '../../../domain/evaluation/assessment/state.ts';
import type { Rating } from '../../../domain/evaluation/rating.ts';
import { GENESIS, sealCommit } from '../../../domain/kernel/commit.ts';
import type { DomainEvent } from '../../../domain/kernel/decider.ts';
import { OrgScope, type StreamKind } from '../../../domain/kernel/scope.ts';
import type { Views } from '../../../functions/adapters/views.ts';
import { Aggregates } from '../../../functions/shell/aggregates.ts';
import { overviewOf } from '../../../functions/shell/reading/evaluation-overview.ts';
import { Tenancy } from '../../../functions/shell/tenancy.ts';
import { DISTRICT, OTHER_SCHOOL, PEOPLE, SCHOOL } from '../../support/school.ts';
import { at, codeOf } from './duties.ts';
import { ok, openSchools } from './school.ts';
import { startWorld, type World } from './world.ts';

const { clerk, districtOffice, otherHead, passerBy } = PEOPLE;
const YEAR = '2026';
const PATH = (organisation = DISTRICT) => `/v1/organisations/${organisation}/rounds/${YEAR}/overview`;

/** 46 units, 16 of them models; those but two have an appraisal and no more, which is all that is looked at. */
const UNITS = [SCHOOL, OTHER_SCHOOL, ...Array.from({ length: 44 }, (_, index) => `unit-${index + 2}`)];
const MODELS = 16;
const MET = 40;
const ratingOf = (index: number): Rating => (index < MODELS ? 'model' : index < MET ? 'met' : 'not-met');

let world: World;
const record = (organisation: string, kind: StreamKind, id: string, ...events: readonly DomainEvent[]) => {
  const stream = new OrgScope(organisation).stream(kind, id);
  const by = { kind: 'system', name: 'test' } as const;
  const body = { at: world.now, by, command: `write-${id}`, correlation: 'test', events };
  return world.log.append(sealCommit(stream, 1, GENESIS, body));
};

beforeAll(async () => {
  world = await startWorld(at('2026-12-01'));
  await openSchools(world);
  const opened = { year: YEAR, units: UNITS, selfUntil: '2026-12-20' };
  await record(DISTRICT, 'ROUND', YEAR, { type: 'RoundOpened', data: opened });
  for (const [index, id] of UNITS.entries()) {
    const assessed: Extract<AssessmentEvent, { type: 'UnitAssessed' }> = {
      type: 'UnitAssessed',
      data: {
        year: YEAR,
        to: DISTRICT,
        composite: 100 - index,
        rating: ratingOf(index),
        inputs: { superior: 100 - index },
        record: 50 + index,
        standard: 0,
        text: '已评定',
        figures: {
          parts: { content: 90 - index, procedure: 80, method: 70, effect: 10 + index },
          satisfaction: [{ group: 'party', share: 0.9 }],
          signals: index % 3 === 0 ? [{ period: '2026Q3', signal: 'silence' }] : [],
        },
      },
    };
    await record(id, 'ASSESSMENT', YEAR, assessed);
  }
}, 60_000);
afterAll(() => world?.stop());

const read = async (query = '', person: string = districtOffice, organisation = DISTRICT) =>
  (await ok(world, 'GET', `${PATH(organisation)}${query}`, { person })).body;
const idsOf = ({ units }: { units: readonly { id: string }[] }) => units.map(({ id }) => id);

describe('46 units side by side', () => {
  it('are all there, with their sub-scores, satisfaction and ratings, and the shares to two digits', async () => {
    const overview = await read();
    expect(idsOf(overview)).toEqual(UNITS);
    expect(overview.count).toBe(46);
    expect(overview.shares).toEqual({
      units: 46,
      met: 40,
      model: 16,
      metPercent: 86.96,
      modelPercent: 34.78,
    });
    expect(overview.units[1]).toMatchObject({
      stage: 'settled',
      rating: 'model',
      figures: {
        content: 89,
        procedure: 80,
        method: 70,
        effect: 11,
        party: 90,
        record: 51,
        composite: 99,
      },
      signals: [],
    });
  });

  it('are sorted and chosen as asked, and the shares stay those of all', async () => {
    const rising = await read('?sort=effect&order=falling&rating=not-met');
    expect(idsOf(rising)).toEqual(UNITS.slice(MET).toReversed());
    expect(rising.count).toBe(46);
    expect(rising.shares.modelPercent).toBe(34.78);
    expect(idsOf(await read('?signals=open'))).toEqual(UNITS.filter((_, index) => index % 3 === 0));
    expect(idsOf(await read('?rating=none'))).toEqual([]);
    const wrong = await world.call('GET', `${PATH()}?sort=size`, { person: districtOffice });
    expect(codeOf(wrong)).toEqual([400, 'input-malformed']);
  });

  it('are for officials of whoever appraises them; a unit sees itself, and the shares once they are out', async () => {
    const own = await read('', clerk, SCHOOL);
    expect(own).not.toHaveProperty('units');
    expect(own.own.standing).toMatchObject({ id: SCHOOL, rating: 'model', figures: { content: 90 } });
    expect(own.own).not.toHaveProperty('shares');
    for (const [person, organisation] of [
      [clerk, DISTRICT],
      [otherHead, SCHOOL],
      [passerBy, SCHOOL],
    ] as const)
      expect((await world.call('GET', PATH(organisation), { person })).status).toBe(404);
    expect((await world.call('GET', PATH())).status).toBe(401);
    expect((await world.call('GET', PATH('nowhere'), { person: clerk })).status).toBe(404);
  });

  it('cost as many questions as two of them', async () => {
    let asked = 0;
    const counting = <Args extends readonly unknown[], Answer>(ask: (...args: Args) => Answer) => {
      return (...args: Args): Answer => {
        asked += 1;
        return ask(...args);
      };
    };
    const aggregates = new Aggregates({ ...world.log, read: counting((...args) => world.log.read(...args)) });
    const views = {
      list: counting((...args: Parameters<Views['list']>) => world.views.list(...args)),
      listIndex: counting((...args: Parameters<Views['listIndex']>) => world.views.listIndex(...args)),
    } as unknown as Views;
    const sources = {
      log: world.log,
      aggregates,
      views,
      tenancy: new Tenancy(aggregates),
      district: DISTRICT,
    };
    const scope = new OrgScope(DISTRICT);
    const reader = { ...(await new Tenancy(aggregates).reader(scope, districtOffice, world.now)) };
    asked = 0;
    const { units } = await overviewOf(sources as never, scope, reader, YEAR, {});
    expect(units).toHaveLength(46);
    expect(asked).toBeLessThanOrEqual(5);
  });

  it('drop a signal that was explained, and tell a unit the shares that were disclosed', async () => {
    const dispute = {
      period: '2026Q3',
      signal: 'silence',
      to: DISTRICT,
      said: '最长连续 93 日',
      reason: '暑假。',
    };
    const answer = { outcome: 'explained', text: '情况合理。' };
    await record(
      SCHOOL,
      'SIGNAL',
      '2026q3-silence',
      { type: 'SignalDisputed', data: dispute },
      { type: 'SignalAnswered', data: answer },
    );
    await record(
      'unit-3',
      'SIGNAL',
      '2026q3-silence',
      { type: 'SignalDisputed', data: dispute },
      { type: 'SignalAnswered', data: { ...answer, outcome: 'confirmed' } },
    );
    expect(idsOf(await read('?signals=open'))).toEqual(
      UNITS.filter((id, index) => index % 3 === 0 && id !== SCHOOL),
    );
    const stream = new OrgScope(DISTRICT).stream('ROUND', YEAR);
    const [first] = await world.log.read(stream);
    const shares = { units: 46, met: 40, model: 16, metPercent: 86.96, modelPercent: 34.78 };
    const by = { kind: 'system', name: 'test' } as const;
    const events = [{ type: 'ResultsDisclosed', data: { item: 'results', shares } }];
    const body = { at: world.now, by, command: 'disclose', correlation: 'test', events };
    await world.log.append(sealCommit(stream, 2, first?.hash ?? '', body));
    const { own } = await read('', clerk, SCHOOL);
    expect(own).toMatchObject({ shares, standing: { signals: [] } });
  });
});
