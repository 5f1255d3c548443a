import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RobotPlatform } from '../support/robot-platform.ts';
import { content, DISTRICT, PEOPLE, STAFFED } from '../support/school.ts';
import { DAY, World } from './support.ts';

const SCHOOL = 'yunxi';
const MINUTES = 120_000;

describe('a school that stays silent through a due day', () => {
  let world: World;
  let platform: RobotPlatform;

  beforeAll(async () => {
    [world, platform] = await Promise.all([
      World.start('2026-11-30T01:00:00.000Z'),
      RobotPlatform.start('wecom'),
    ]);
    const people = STAFFED.people.map((person) => ({ ...person, email: `${person.id}@yunxi.example.cn` }));
    await world.openSchool(SCHOOL, { name: '云溪小学党支部', kind: 'branch', ...STAFFED, people });
    await joinGroup();
  }, MINUTES);
  afterAll(() => Promise.all([world?.stop(), platform?.stop()]));

  /** The district's office has a mailbox and a chat group with a robot. */
  async function joinGroup(): Promise<void> {
    const { body } = await world.ok('GET', `/v1/organisations/${DISTRICT}`, PEOPLE.districtOffice);
    const displayNetworks = { allowHttp: true, allowedAddresses: ['127.0.0.1'] };
    await world.ok('PUT', `/v1/organisations/${DISTRICT}/policy`, PEOPLE.districtOffice, {
      policy: { ...body.work.policy, displayNetworks },
      reason: '本机试行。',
    });
    const qiu = body.work.people.find(({ id }: { id: string }) => id === PEOPLE.districtOffice);
    await world.act(`/v1/organisations/${DISTRICT}/people`, PEOPLE.districtOffice, {
      people: [{ ...qiu, email: 'qiu-lan@chengjiang.example.cn' }],
    });
    await world.act(`/v1/organisations/${DISTRICT}/robots`, PEOPLE.districtOffice, {
      kind: 'wecom',
      name: '区办公室工作群',
      address: platform.url,
    });
  }

  /** Until the office opens, the ledgers speak at half past eight, and the digests go out at nine. */
  async function morningOf(day: string): Promise<void> {
    const { clock } = world.cloud;
    await clock.advanceTo(`${day}T00:31:00.000Z`, { coarsest: 28 * DAY });
    await clock.advanceTo(`${day}T01:01:00.000Z`, { coarsest: 28 * DAY });
  }

  /** Who of the school was sent what since the last look, without the title that all of them have. */
  let seen = 0;
  function mails(): readonly string[] {
    const fresh = world.cloud.mails().slice(seen);
    seen += fresh.length;
    return fresh
      .filter(({ to }) => to.join().endsWith('@yunxi.example.cn'))
      .map(({ to, subject }) => `${to.join().split('@')[0]} ${subject.split('：')[1]}`)
      .toSorted();
  }

  /** What the district's office was last sent: its own duties are in it as well. */
  function toDistrict(): string {
    return world.cloud.mails().findLast(({ to }) => to.join().startsWith('qiu-lan'))?.text ?? '';
  }

  it(
    'is reminded: the office before the due day, the head on it',
    async () => {
      for (const day of ['2026-12-22', '2026-12-28', '2026-12-30']) {
        await morningOf(day);
        expect(mails(), day).toEqual(['lin-hui 即将到期14项', 'zhou-min 即将到期14项']);
      }
      await morningOf('2026-12-31');
      expect(mails()).toEqual(['lin-hui 即将到期14项', 'ma-yuan 即将到期14项', 'zhou-min 即将到期14项']);
    },
    MINUTES,
  );

  it(
    'is escalated over the holiday: to the secretary, then to the district and its group',
    async () => {
      for (const day of ['2027-01-04', '2027-01-05', '2027-01-06']) {
        await morningOf(day);
        expect(mails(), day).toEqual(['chen-guang 逾期14项']);
      }
      const line = '云溪小学党支部：逾期14项，最早期限2026年12月31日';
      expect(toDistrict()).not.toContain('云溪小学');
      await morningOf('2027-01-08');
      expect(mails()).toEqual([]);
      expect(toDistrict()).toContain(line);
      expect(platform.messages.filter(({ text }) => text.includes(line))).toHaveLength(1);
    },
    MINUTES,
  );

  it(
    'tells whoever was told that a duty is met, on the next working morning',
    async () => {
      await world.disclose(SCHOOL, content());
      expect(mails()).toEqual([]);
      await morningOf('2027-01-11');
      expect(mails()).toEqual([
        'chen-guang 已公开2项',
        'lin-hui 已公开2项',
        'ma-yuan 已公开2项',
        'zhou-min 已公开2项',
      ]);
      expect(toDistrict()).toContain('云溪小学党支部：已公开2项');
      expect(platform.messages.at(-1)?.text).toContain('云溪小学党支部：已公开');
    },
    MINUTES,
  );

  it('keeps every reminder in the inbox of those it was for, and of nobody else', async () => {
    const secretary = await world.page('/desk/reminders', PEOPLE.head);
    expect(secretary.text).toContain('4 条提醒，4 条未读');
    const teacher = await world.page('/desk/reminders', PEOPLE.teacher);
    expect(teacher.text).toContain('没有提醒');
    const office = await world.page('/desk/reminders', PEOPLE.districtOffice);
    expect(office.text).toContain('2027年节假日安排尚未录入');
  });

  it('shows no key of a robot', async () => {
    const { text } = await world.page(`/desk/o/${DISTRICT}/robots`, PEOPLE.districtOffice);
    const key = new URL(platform.url).searchParams.get('key') ?? 'missing';
    expect(text).toContain(`…${key.slice(-4)}`);
    expect(text).not.toContain(key);
  });

  it('leaves no failure behind', () => {
    expect(world.troubles).toEqual([]);
  });
});
