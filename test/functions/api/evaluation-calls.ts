import { DISTRICT, INSIDE_ONLY, PEOPLE, SCHOOL } from '../../support/school.ts';
import { at, codeOf } from './duties.ts';
import { draft, ok, openSchools, release } from './school.ts';
import { startWorld, type World } from './world.ts';

const { clerk, districtOffice, districtHead } = PEOPLE;
export const path = (place: string, organisation = SCHOOL) => `/v1/organisations/${organisation}/${place}`;
export const idOf = (address: string): string => address.split('/').at(-1) ?? '';

const QUESTIONNAIRE = {
  kind: 'questionnaire',
  title: '满意度调查',
  questions: [{ kind: 'scale', text: '您对党务公开是否满意' }],
  groups: ['party', 'society'],
  audience: 'public',
  opensAt: '2026-08-11T00:00:00Z',
  closesAt: '2026-08-20T00:00:00Z',
};

/** A school on the tenth of September, with three disclosures of the quarter and a survey that is over. */
export interface EvaluatedWorld {
  readonly world: World;
  /** Items of the third quarter that everybody may see. */
  readonly congress: string;
  readonly repairs: string;
  /** Status and code of a call that may fail. */
  refused(
    place: string,
    body: object,
    person: string,
    organisation?: string,
  ): Promise<ReturnType<typeof codeOf>>;
  // biome-ignore-start lint/suspicious/noExplicitAny: tests look into answers of every shape
  read(place: string, person?: string, organisation?: string): Promise<any>;
  /** Of the third quarter. */
  scoreFor(person?: string): Promise<any>;
  // biome-ignore-end lint/suspicious/noExplicitAny: as above
  /** Proposed, reviewed, approved and shown on one day; what is shown in a meeting has its proof. */
  disclose(day: string, changes: object, inMeeting?: boolean): Promise<string>;
}

export async function startEvaluation(): Promise<EvaluatedWorld> {
  const world = await startWorld(at('2026-07-01'));
  await openSchools(world);
  const disclose: EvaluatedWorld['disclose'] = async (day, changes, inMeeting = false) => {
    world.now = at(day);
    const item = await draft(world, changes);
    await release(world, item);
    if (inMeeting) {
      const proof = {
        form: '会议',
        audience: 'party',
        place: '会议室',
        heldAt: world.now,
        reached: 9,
        recipients: '全体党员',
        note: '会议记录',
      };
      await ok(world, 'POST', `${item}/proofs`, { person: clerk, body: proof });
    }
    return item;
  };
  // A second person for the district's office, who answers objections.
  const seat = { body: 'office', position: 'member', person: districtHead, from: '2026-01-01' };
  await ok(world, 'POST', path('seats', DISTRICT), { person: districtOffice, body: seat });
  await world.openQuarter(at('2026-07-01'));
  const congress = idOf(await disclose('2026-07-06', { title: '教职工代表大会' }));
  await disclose('2026-07-20', { ...INSIDE_ONLY, forms: ['会议'], title: '支部分工' }, true);
  const repairs = idOf(await disclose('2026-08-10', { title: '校舍维修方案' }));
  const { headers } = await ok(world, 'POST', path('surveys'), { person: clerk, body: QUESTIONNAIRE });
  world.now = at('2026-08-12');
  await world.wake(world.now);
  for (const degree of [5, 4, 4, 4, 2, 1])
    await ok(world, 'POST', `${headers.location}/ballots`, {
      person: clerk,
      body: { answers: [degree], group: 'society' },
    });
  await world.wake(at('2026-08-20'));
  world.now = at('2026-09-10');
  const read: EvaluatedWorld['read'] = async (place, person, organisation = SCHOOL) =>
    (await ok(world, 'GET', path(place, organisation), { person })).body;
  return {
    world,
    congress,
    repairs,
    refused: async (place, body, person, organisation = SCHOOL) =>
      codeOf(await world.call('POST', path(place, organisation), { person, body })),
    read,
    scoreFor: (person) => read('evaluation?period=2026Q3', person),
    disclose,
  };
}
