import { expect } from 'vitest';
import { startOfDay } from '../../../domain/kernel/time.ts';
import { CAMPAIGN_ANSWERS } from '../../../functions/api/campaign-answers.ts';
import { DISTRICT, PEOPLE } from '../../support/school.ts';
import { ok, openSchools } from './school.ts';
import { type Answer, type Call, startWorld, type World } from './world.ts';

export const ABOVE = `/v1/organisations/${DISTRICT}`;

/** One o'clock in the morning of the day, in Shanghai. */
export const on = (day: string) => startOfDay(day).replace('T16', 'T17');

/** What the district's office does about campaigns, in a world with two schools whose ledgers of the quarter are open. */
export interface CampaignWorld {
  readonly world: World;
  post(path: string, body: object, call: Call): Promise<Answer>;
  /** Address of a campaign that it has planned. */
  plan(title: string, stages: readonly object[], changes?: object): Promise<string>;
  // biome-ignore-start lint/suspicious/noExplicitAny: tests look into answers of every shape
  read(path: string, day: string): Promise<any>;
  /** How a unit stands with a stage on a day. */
  stateOf(path: string, unit: string, stage: number, day: string): Promise<any>;
  /** What is to be done about campaigns on a day. */
  tasks(day: string): Promise<any[]>;
  // biome-ignore-end lint/suspicious/noExplicitAny: as above
}

export async function startCampaigns(): Promise<CampaignWorld> {
  const world = await startWorld(on('2026-09-01'));
  await openSchools(world);
  await world.openQuarter(world.now);
  const person = PEOPLE.districtOffice;
  const post: CampaignWorld['post'] = (path, body, call) => ok(world, 'POST', path, { body, ...call });
  const read: CampaignWorld['read'] = async (path, day) => {
    const { body } = await ok(world, 'GET', path, { person, now: on(day) });
    expect(CAMPAIGN_ANSWERS.campaign.safeParse(body).error).toBeUndefined();
    return body;
  };
  return {
    world,
    post,
    read,
    async plan(title, stages, changes = {}) {
      const { headers } = await post(`${ABOVE}/campaigns`, { title, stages, ...changes }, { person });
      return headers.location ?? '';
    },
    async stateOf(path, unit, stage, day) {
      const { units } = await read(path, day);
      return units.find(({ id }: { id: string }) => id === unit).stages[stage];
    },
    async tasks(day) {
      const { body } = await ok(world, 'GET', `${ABOVE}/desk`, { person, now: on(day) });
      return body.tasks.filter(({ about }: { about: string }) => about === 'campaign');
    },
  };
}
