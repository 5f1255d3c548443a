import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RobotPlatform } from '../support/robot-platform.ts';
import { DISTRICT, PEOPLE, STAFFED } from '../support/school.ts';
import { HOUR, World } from './support.ts';

const SCHOOL = 'yunxi';

describe('a school that stays silent through a due day', () => {
  let world: World;
  let platform: RobotPlatform;

  beforeAll(async () => {
    [world, platform] = await Promise.all([World.start('2026-11-16T01:00:00.000Z'), RobotPlatform.start('wecom')]);
    const people = STAFFED.people.map((person) => ({ ...person, email: `${person.id}@yunxi.example.cn` }));
    await world.openSchool(SCHOOL, { name: '云溪小学党支部', kind: 'branch', ...STAFFED, people });
  });
  afterAll(() => Promise.all([world?.stop(), platform?.stop()]));

  /** The hour in which people come to the office, minute by minute. */
  async function morningOf(day: string): Promise<void> {
    await world.cloud.clock.advanceTo(`${day}T00:29:00.000Z`, { coarsest: 6 * HOUR });
    await world.cloud.clock.advanceTo(`${day}T01:20:00.000Z`);
  }

  it('explores', async () => {
    const t = Date.now();
    for (const day of ['2026-12-22', '2026-12-28', '2026-12-30', '2026-12-31', '2027-01-04', '2027-01-08', '2027-01-15'])
      await morningOf(day);
    console.log(Date.now() - t, 'ms');
    for (const mail of world.cloud.mails()) console.log(mail.receivedAt, mail.to.join(), mail.subject, mail.messageId);
    console.log(world.cloud.mails()[0]?.text);
    console.log(world.cloud.mails().at(-1)?.text);
    console.log(world.troubles);
    expect(DISTRICT && PEOPLE).toBeTruthy();
  });
});
