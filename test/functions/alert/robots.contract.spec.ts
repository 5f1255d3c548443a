import { afterEach, describe, expect, test } from 'vitest';
import { ROBOT_KINDS, type RobotKind } from '../../../domain/alert/platforms.ts';
import type { RobotAddress } from '../../../domain/alert/robot.ts';
import { GroupRobot, type RobotOptions } from '../../../functions/adapters/robots.ts';
import { RobotPlatform } from '../../support/robot-platform.ts';

const MESSAGE = {
  title: '公开事项逾期提醒',
  lines: [{ text: '东方小学：经费收支情况', url: 'https://gongkai.example.cn/o/dongfang' }],
};
const platforms: RobotPlatform[] = [];
afterEach(async () => {
  for (const platform of platforms.splice(0)) await platform.stop();
});

async function platformOf(kind: RobotKind, limit?: number): Promise<RobotPlatform> {
  const platform = await RobotPlatform.start(kind, limit);
  platforms.push(platform);
  return platform;
}

const robotAt = (address: RobotAddress, change: Partial<RobotOptions> = {}) =>
  new GroupRobot(address, {
    allowedAddresses: ['127.0.0.1'],
    opensLoopback: true,
    clock: Date.now,
    timeoutMs: 5_000,
    ...change,
  });

describe.each(ROBOT_KINDS)('%s', (kind) => {
  test('shows the group what was sent', async () => {
    const platform = await platformOf(kind);
    expect(await robotAt(platform.address).send(MESSAGE)).toEqual({ result: 'sent' });
    expect(platform.messages).toHaveLength(1);
    expect(platform.messages[0]?.title).toContain('公开事项逾期提醒');
    expect(platform.messages[0]?.text).toContain(
      '[东方小学：经费收支情况](https://gongkai.example.cn/o/dongfang)',
    );
  });

  test('takes as much as we ever send', async () => {
    const platform = await platformOf(kind);
    const line = { text: '“经'.repeat(200), url: `https://gongkai.example.cn/${'x'.repeat(100)}` };
    const message = { title: '“长"'.repeat(100), lines: Array.from({ length: 500 }, () => line) };
    expect(await robotAt(platform.address).send(message)).toEqual({ result: 'sent' });
    expect(platform.messages[0]?.text).toMatch(/另有 \d+ 项/);
  });

  test('asks for a pause when it has had enough', async () => {
    const platform = await platformOf(kind, 1);
    const robot = robotAt(platform.address);
    await robot.send(MESSAGE);
    expect(await robot.send(MESSAGE)).toMatchObject({
      result: 'retry',
      reason: 'rate-limited',
      afterSeconds: kind === 'dingtalk' ? 600 : 60,
    });
    expect(platform.messages).toHaveLength(1);
  });

  test('cannot be reached where the policy does not allow it', async () => {
    const platform = await platformOf(kind);
    const refused = { result: 'refused', reason: 'address-refused' };
    expect(await robotAt(platform.address, { allowedAddresses: [] }).send(MESSAGE)).toEqual(refused);
    expect(await robotAt(platform.address, { opensLoopback: false }).send(MESSAGE)).toEqual(refused);
    expect(platform.bodies).toEqual([]);
  });

  test('may answer too late, with rubbish, or not at all', async () => {
    const platform = await platformOf(kind);
    const robot = robotAt(platform.address, { timeoutMs: 200 });
    platform.fail('hang', { status: 502, body: '<html>' }, { status: 200, body: 'x'.repeat(1_000_000) });
    expect(await robot.send(MESSAGE)).toEqual({ result: 'retry', reason: 'timeout' });
    expect(await robot.send(MESSAGE)).toEqual({ result: 'retry', reason: 'answer-unknown' });
    expect(await robot.send(MESSAGE)).toEqual({ result: 'retry', reason: 'answer-unknown' });
    await platform.stop();
    expect(await robot.send(MESSAGE)).toEqual({ result: 'retry', reason: 'unreachable' });
  });

  test('does not send us elsewhere', async () => {
    const [platform, elsewhere] = [await platformOf(kind), await platformOf(kind)];
    platform.fail({ status: 307, body: '', location: elsewhere.url });
    expect(await robotAt(platform.address).send(MESSAGE)).toMatchObject({ result: 'retry' });
    expect(elsewhere.bodies).toEqual([]);
  });
});

describe.each(['dingtalk', 'feishu'] as const)('%s refuses', (kind) => {
  const refused = { result: 'refused', reason: 'security-refused', code: kind === 'feishu' ? 19021 : 310000 };

  test('another secret', async () => {
    const platform = await platformOf(kind);
    const { base, key } = platform.address;
    expect(await robotAt({ kind, base, key, secret: 'SEC000' }).send(MESSAGE)).toEqual(refused);
  });

  test('another time', async () => {
    const platform = await platformOf(kind);
    const clock = () => Date.now() - 2 * 3_600_000;
    expect(await robotAt(platform.address, { clock }).send(MESSAGE)).toEqual(refused);
  });
});

describe.each(['wecom', 'feishu'] as const)('%s does not know', (kind) => {
  test('another key', async () => {
    const platform = await platformOf(kind);
    const robot = robotAt({ ...platform.address, key: '00000000-0000-0000-0000-000000000000' });
    expect(await robot.send(MESSAGE)).toMatchObject({ result: 'refused', reason: 'robot-unknown' });
    expect(platform.messages).toEqual([]);
  });
});
