import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DisplayReceiver } from '../support/display-receiver.ts';
import { content, PEOPLE, STAFFED } from '../support/school.ts';
import { HOUR, World } from './support.ts';

const SCHOOL = 'yunxi';
const MINUTE = 60_000;

/** A school's screen in its own network: it hears of what is disclosed, and of what is gone. */
describe('a notice display', () => {
  let world: World;
  let receiver: DisplayReceiver;
  let display: string;

  beforeAll(async () => {
    [world, receiver] = await Promise.all([World.start(), DisplayReceiver.start()]);
    const displayNetworks = { allowHttp: true, allowedAddresses: ['127.0.0.1'] };
    await world.openSchool(SCHOOL, {
      name: '云溪小学党支部',
      kind: 'branch',
      ...STAFFED,
      policy: { displayNetworks },
    });
    const { body } = await world.act(`/v1/organisations/${SCHOOL}/displays`, PEOPLE.office, {
      name: '大厅电子班牌',
      place: '教学楼一层大厅',
      url: receiver.url,
      audience: 'public',
    });
    display = body.id;
    receiver.trust(body.secret);
  });
  afterAll(() => Promise.all([world?.stop(), receiver?.stop()]));
  beforeEach(() => void receiver.receptions.splice(0));

  const idOf = (item: string) => item.split('/').at(-1);
  const withdraw = (item: string) =>
    world.act(`${item}/withdrawals`, PEOPLE.clerk, { reason: '内容有误', inError: true });

  it('is told once of what is disclosed, signed, and can fetch the same', async () => {
    const item = await world.disclose(SCHOOL, content({ title: '食堂公开栏' }));
    expect(receiver.receptions.map(({ answered, notice }) => [answered, notice?.type])).toEqual([
      [204, 'notice.released'],
    ]);
    expect(receiver.onShow).toMatchObject([{ id: idOf(item), title: '食堂公开栏' }]);
    const feed = await world.ok('GET', `/display/${SCHOOL}/${display}/items.json`);
    expect(feed.body).toMatchObject([{ id: idOf(item), title: '食堂公开栏' }]);
    await withdraw(item);
  });

  it('takes down what was withdrawn because it was wrong', async () => {
    const item = await world.disclose(SCHOOL, content({ title: '有误的公示' }));
    await withdraw(item);
    expect(receiver.receptions.map(({ notice }) => [notice?.type, notice?.data.status])).toEqual([
      ['notice.released', 'on-show'],
      ['notice.withdrawn', 'withdrawn'],
    ]);
    expect(receiver.receptions.at(-1)?.body).not.toContain('有误的公示');
    expect(receiver.onShow).toEqual([]);
    const feed = await world.ok('GET', `/display/${SCHOOL}/${display}/items.json`);
    expect(feed.body).toEqual([]);
  });

  it('that is out of order gets the same message again later', async () => {
    receiver.fail(500, 500);
    const item = await world.disclose(SCHOOL, content({ title: '故障期间的公开' }));
    expect(receiver.receptions.map(({ answered }) => answered)).toEqual([500]);
    await world.pass(MINUTE);
    expect(receiver.receptions.map(({ answered }) => answered)).toEqual([500, 500]);
    await world.pass(10 * MINUTE);
    expect(receiver.receptions.map(({ answered }) => answered)).toEqual([500, 500, 204]);
    const messages = new Set(receiver.receptions.map(({ id, body }) => `${id} ${body}`));
    expect(messages.size).toBe(1);
    expect(receiver.onShow).toMatchObject([{ id: idOf(item) }]);
    await world.pass(HOUR);
    expect(receiver.receptions).toHaveLength(3);
  });

  it('hears only that it is gone when that happens before it is reached', async () => {
    receiver.fail(500);
    const item = await world.disclose(SCHOOL, content({ title: '没有送达的公开' }));
    await withdraw(item);
    await world.pass(10 * MINUTE);
    const delivered = receiver.receptions.filter(({ answered }) => answered === 204);
    expect(delivered.map(({ notice }) => notice?.type)).toEqual(['notice.withdrawn']);
    expect(receiver.onShow.map(({ id }) => id)).not.toContain(idOf(item));
  });

  it('is tested, verified and sent everything again on request, and every message is in its log', async () => {
    const item = await world.disclose(SCHOOL, content({ title: '再发一次的公开' }));
    const [first] = receiver.receptions;
    receiver.receptions.splice(0);
    receiver.probes.splice(0);
    const path = `/v1/organisations/${SCHOOL}/displays`;
    for (const request of ['tests', 'challenges', 'resynchronisations'])
      await world.act(`${path}/${display}/${request}`, PEOPLE.office);
    expect(receiver.probes.map(({ body, answered }) => [JSON.parse(body).type, answered])).toEqual([
      ['notice.test', 204],
      ['display.challenge', 200],
    ]);
    const again = receiver.receptions.find(({ notice }) => notice?.data.id === idOf(item));
    expect([again?.id, again?.body, again?.answered]).toEqual([first?.id, first?.body, 204]);
    const { body } = await world.ok('GET', path, PEOPLE.office);
    expect(body.displays[0]).toMatchObject({ verified: true, test: { answer: { status: 204 } } });
    const log = await world.ok('GET', `${path}/${display}/attempts?kind=resend`, PEOPLE.office);
    expect(log.body.attempts).toHaveLength(receiver.receptions.length);
    await withdraw(item);
  });

  it('leaves no failure behind', () => {
    expect(world.troubles).toEqual([]);
  });
});
