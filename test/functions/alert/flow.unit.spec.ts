import { beforeEach, describe, expect, test } from 'vitest';
import type { ALERT_REFUSALS } from '../../../domain/alert/refusals.ts';
import { ChannelRefused } from '../../../functions/adapters/mailer.ts';
import { openRobot } from '../../../functions/shell/robots.ts';
import { AlertWorld, DISTRICT, SCHOOL } from './alert-world.ts';

let world: AlertWorld;
beforeEach(() => {
  world = new AlertWorld();
  world.openLedger('b-01', 'b-02');
});

/** T−7 at half past eight, and nine o'clock after it. */
const FIRST = ['2026-12-22T00:31:00.000Z', '2026-12-22T01:01:00.000Z'] as const;
const subjects = () => world.mails.map(({ to, subject }) => `${to.split('@')[0]} ${subject.split('：')[1]}`);
const KEY = '693a91f6-7777-4bc4-97a0-0ec2sifa5aaa';

const register = (commandId = 'key-1', key = KEY) =>
  world.robots.issue(DISTRICT, 'group', {
    type: 'RegisterRobot',
    data: {
      kind: 'wecom',
      name: '工作群',
      address: `https://qyapi.example.cn/cgi-bin/webhook/send?key=${key}`,
    },
    now: world.now,
    actor: { kind: 'person', person: 'qiu-lan', organisation: DISTRICT.organisation },
    commandId,
    correlation: 'test',
  });

describe('a reminder', () => {
  test('that the mail server refuses for good is reported to whoever answers for the office, the next working day', async () => {
    world.refuse = ({ to }) => (to.startsWith('zhou-min') ? new ChannelRefused('550') : undefined);
    await world.at(...FIRST, '2026-12-23T01:01:00.000Z');
    expect(subjects().toSorted()).toEqual(['chen-guang 其他1项', 'ma-yuan 其他1项']);
    expect(world.mails[0]?.text).toContain('给zhou-min的提醒未能通过电子邮件送达：邮件服务器拒收');
    expect(world.mails[0]?.text).not.toContain('zhou-min@');
  });

  test('that fails is sent again under the same id, and once', async () => {
    let failures = 2;
    world.refuse = () => (failures-- > 0 ? new Error('busy') : undefined);
    await world.at(
      ...FIRST,
      '2026-12-22T01:05:00.000Z',
      '2026-12-22T02:00:00.000Z',
      '2026-12-22T05:00:00.000Z',
    );
    expect(subjects()).toEqual(['zhou-min 即将到期2项']);
  });

  test('whose event comes twice at the same moment is sent once', async () => {
    await world.at(FIRST[0]);
    world.now = FIRST[1];
    await world.wake();
    const [due] = world.relay().filter(({ type }) => type === 'DigestDue');
    if (!due) throw new Error('nothing is due');
    await Promise.all([world.take(due), world.take(due), world.take({ ...due, id: `${due.id}-again` })]);
    expect(subjects()).toEqual(['zhou-min 即将到期2项']);
  });

  test('stays in the inbox where there is no mail server', async () => {
    world.hasMail = false;
    await world.at(...FIRST);
    const sent = world.recorded('DIGEST').filter(({ event }) => event.type === 'DigestSent');
    expect(sent.map(({ event }) => event.data)).toEqual([{ attempt: 1, channel: 'inbox' }]);
    expect(await world.told(SCHOOL, { kind: 'person', id: 'zhou-min' }, '2026-12-22')).toHaveLength(1);
  });

  test('of an empty seat goes to the superior’s office', async () => {
    world.write(SCHOOL, 'ORGANISATION', SCHOOL.organisation, {
      type: 'SeatVacated',
      data: { person: 'zhou-min', body: 'office', position: 'member', until: '2026-12-01' },
    });
    await world.at(...FIRST);
    expect(subjects()).toEqual(['qiu-lan 即将到期2项']);
  });

  test('is not sent to two days when the calendar is edited before its event comes again', async () => {
    await world.at('2026-12-22T01:30:00.000Z');
    world.now = '2026-12-22T03:00:00.000Z';
    world.write(DISTRICT, 'CALENDAR', 'main', {
      type: 'DaysEdited',
      data: { days: [{ day: '2026-12-23', working: false, name: '停课' }], reason: '大雪' },
    });
    for (const event of world.everything()) await world.take(event);
    const noted = world.recorded('DIGEST').filter(({ event }) => event.type === 'AlertNoted');
    expect(noted).toHaveLength(1);
  });
});

describe('a group robot', () => {
  test('is told once what its organisation is told, and its key is in no commit', async () => {
    await register();
    await world.at('2027-01-08T00:31:00.000Z', '2027-01-08T01:01:00.000Z', '2027-01-08T02:00:00.000Z');
    expect(world.groups.map(({ key, lines }) => [key, lines[0]?.text])).toEqual([
      [KEY, '云溪小学：逾期2项，最早期限2026年12月31日'],
    ]);
    expect(JSON.stringify([...world.log.streams])).not.toContain(KEY);
  });

  test('that is registered again by the same request is the same, by another it is refused', async () => {
    await register();
    expect((await register()).repeated).toBe(true);
    await expect(register('key-2')).rejects.toMatchObject({ code: 'robot-exists' });
    await expect(register('key-1', KEY.replace('7777', '8888'))).rejects.toMatchObject({
      code: 'key-reused',
    });
    const { state } = await register();
    expect(state && openRobot(world.sealer, DISTRICT, 'group', state).key).toBe(KEY);
  });

  test('needs an address of its platform', async () => {
    const code: keyof typeof ALERT_REFUSALS = 'robot-address-wrong';
    await expect(register('key-3', 'no')).rejects.toMatchObject({ code });
  });
});
