import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { Refusal } from '../../../domain/kernel/refusal.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { readAreas } from '../../../functions/queries/areas.ts';
import { PEOPLE, SCHOOL, sampleDistrict, tokenOf, type Who } from '../../browser/support/fixture.ts';
import { ADMINISTRATOR, DISTRICT, type MemoryDistrict } from '../../browser/support/memory-district.ts';
import { crawl, routesOf } from '../contract/crawl.ts';
import { PUBLIC_URL } from './support.ts';

/** Those who never decide on the cases below, and are not in the supervision group. */
const OUTSIDERS: readonly (Who | undefined)[] = [undefined, 'teacher', 'clerk'];
/** Two districts in which the same happened, but for cases: only the first has any. */
let withCases: MemoryDistrict;
let without: MemoryDistrict;
let commands = 0;

beforeAll(async () => {
  [withCases, without] = await Promise.all([founded(), founded()]);
});

/** The member and another one watch; the cases are about the director's colleague, who has no log-in here. */
async function founded(): Promise<MemoryDistrict> {
  const district = await sampleDistrict();
  const by = { kind: 'person', person: ADMINISTRATOR, organisation: DISTRICT } as const;
  const issue = (type: 'RegisterPeople' | 'FillSeat', data: object) =>
    district.organisations.issue(new OrgScope(SCHOOL), {
      type,
      data: data as never,
      actor: by,
      now: district.now,
      commandId: `secrecy-${type}`,
      correlation: 'secrecy',
    });
  await issue('RegisterPeople', {
    people: [{ id: 'person-in-question', name: '当事人', partyMember: true, staff: true }],
  });
  const seat = { body: 'supervision-group', position: 'head', from: '2026-01-01' };
  await issue('FillSeat', { ...seat, person: PEOPLE.member[0] });
  await district.settle();
  return district;
}

/** What is done with the last case, or with a new one; whatever is not its turn is refused and changes nothing. */
const STEPS = {
  open: [
    'OpenCase',
    PEOPLE.member[0],
    { person: 'person-in-question', fact: '白鹭事实。', basis: '白鹭依据' },
  ],
  decide: ['DecideCase', PEOPLE.secretary[0], { measure: 'notice', reason: '白鹭理由。' }],
  appeal: ['AppealCase', 'person-in-question', { text: '白鹭申诉。' }],
  review: ['DecideAppeal', ADMINISTRATOR, { result: 'revoked', reason: '白鹭结果。' }],
} as const;

async function take(step: keyof typeof STEPS, last: string): Promise<string> {
  const [command, person, data] = STEPS[step];
  try {
    const { id } = await withCases.services(PUBLIC_URL).issuers.case({
      command,
      data,
      parameters: { organisation: SCHOOL, case: last },
      person,
      actingSeat: undefined,
      key: { value: `secret-${++commands}`, minted: false },
      expectedVersion: undefined,
      now: withCases.now,
      correlation: 'secrecy',
      address: undefined,
      receipt: undefined,
    });
    await withCases.settle();
    return id;
  } catch (error) {
    if (error instanceof Refusal) return last;
    throw error;
  }
}

/** Every reading of the API, with the id of a case in every place where an id may stand. */
async function readings(district: MemoryDistrict, who: Who | undefined, id: string): Promise<object> {
  const { readings, access } = district.services(PUBLIC_URL);
  const areas = readAreas(readings, async () => access);
  const reads = (await Promise.all(areas.map(({ load }) => load()))).flat();
  const identity = who && { person: PEOPLE[who][0], name: PEOPLE[who][1] };
  // The two documents are the same for everybody, and slow to make.
  const asked = reads.filter(({ id: read }) => read !== 'openapi' && read !== 'asyncapi');
  const answers = asked.map(async (read) => {
    const parameters = Object.fromEntries(
      [...read.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, KNOWN[name] ?? id]),
    );
    const query = { kind: 'item', id: 'playground', q: '白鹭', limit: 20, top: 20 };
    const request = { parameters, query, identity, receipt: undefined, now: district.now };
    const answer = await read.answer(request as never).catch((error) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    });
    return [read.id, answer] as const;
  });
  return Object.fromEntries(await Promise.all(answers));
}

const KNOWN: Readonly<Record<string, string>> = {
  organisation: SCHOOL,
  item: 'playground',
  period: '2026Q4',
  year: '2026',
};

/** Every page that a reader comes to, without what differs from one request to the next: ids and sums of forms. */
async function pages(district: MemoryDistrict, who: Who | undefined, id: string): Promise<object> {
  const desk = `/desk/o/${SCHOOL}/supervision`;
  const starts = [`/o/${SCHOOL}`, '/desk', desk, `${desk}/cases/${id}`, `/o/${SCHOOL}/supervision`];
  const found = await crawl(district, starts, who && tokenOf(who));
  const random = who ? /[0-9a-f]{8}-[0-9a-f-]{27,}/g : /<form[\s\S]*?<\/form>/g;
  return Object.fromEntries(
    found.map(({ path, status, html }) => [path, [status, html.replaceAll(random, '')]]),
  );
}

it('nobody outside learns of a case by any reading, page or count, whatever has happened to it', async () => {
  const steps = fc.array(fc.constantFrom(...(Object.keys(STEPS) as (keyof typeof STEPS)[])), {
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...OUTSIDERS), steps, async (who, more) => {
      let last = 'no-case-yet';
      for (const step of ['open', 'decide', 'appeal', ...more] as const) last = await take(step, last);
      expect(await readings(withCases, who, last)).toEqual(await readings(without, who, last));
    }),
    { numRuns: 8 },
  );
  const { cases } = withCases.services(PUBLIC_URL).readings;
  const member = { person: PEOPLE.member[0] } as never;
  const known = await cases.all(new OrgScope(SCHOOL), member, withCases.now);
  expect(known.length).toBeGreaterThanOrEqual(8);
  const id = known[0]?.id ?? '';
  for (const who of [undefined, 'clerk'] as const) {
    const shown = await pages(withCases, who, id);
    expect(shown).toEqual(await pages(without, who, id));
    expect(JSON.stringify(shown)).not.toContain('白鹭');
  }
  expect(routesOf(withCases)).toContain('/desk/o/:org/supervision/cases/:case');
});
