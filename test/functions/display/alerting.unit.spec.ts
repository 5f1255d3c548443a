import { beforeEach, describe, expect, test } from 'vitest';
import { digestHistory } from '../../../domain/alert/digest-state.ts';
import { linesOf } from '../../../domain/alert/digest-text.ts';
import { parseStream } from '../../../domain/kernel/scope.ts';
import { tellOf } from '../../../functions/on-duty-alert/on-duty-alert.ts';
import { Digests } from '../../../functions/shell/digests.ts';
import { approved, proposed, released } from '../../domain/display/items.ts';
import { SCHOOL, World } from './world.ts';

const HOUR = 3_600_000;
const TOKEN = 'not-for-everybody';
const TOLD = new Set(['DeliveriesFailing', 'DeliveriesRecovered', 'DisplayDisabled', 'SecretRotated']);
let world: World;

beforeEach(async () => {
  world = new World();
  world.now = '2026-09-01T01:00:00.000Z';
  world.send = async () => ({ status: 204 });
  const url = `https://screens.example.cn/in?key=${TOKEN}`;
  await world.display('gate', 'RegisterDisplay', {
    name: '校门口大屏',
    place: '校门口',
    url,
    audience: 'public',
  });
  await settle();
});

/** Lets everything happen, and the alerts hear of it, each event twice. */
async function settle(): Promise<void> {
  const { log, aggregates, views } = world;
  const digests = new Digests(log, aggregates, SCHOOL.organisation);
  for (const event of await world.settle()) {
    if (!TOLD.has(event.type)) continue;
    const dependencies = { log, aggregates, views, district: SCHOOL.organisation, digests };
    for (const _time of [1, 2]) await tellOf(event, dependencies);
  }
}

/** What the head of the office is told, over all days. */
async function told(): Promise<readonly string[]> {
  const streams = [...world.log.streams.keys()].filter((stream) => parseStream(stream).kind === 'DIGEST');
  const digests = await Promise.all(
    streams.map(async (stream) => (await world.aggregates.load(stream, digestHistory)).state),
  );
  return digests.flatMap((digest) => {
    expect(digest?.addressee).toEqual({ kind: 'person', id: 'linxiao' });
    return linesOf(digest?.alerts ?? [], SCHOOL.organisation, false).map(({ text }) => text);
  });
}

const release = (id: string) => world.write('ITEM', id, proposed(), approved('public'), released('public'));

describe('the head of the office', () => {
  test('hears that nothing gets through, half way again, that it is over, each once', async () => {
    world.send = async () => ({ failure: 'unreachable' });
    for (let hour = 0; hour < 150; hour += 1) {
      if (hour % 24 === 0) release(`item-${hour}`);
      await settle();
      await world.pass(HOUR);
    }
    const lines = await told();
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(
      '公示屏“校门口大屏”（校门口）自 2026-09-01 09:00 起收不到通知，如不恢复，将于 2026-09-06 09:00 后自动停用',
    );
    expect(lines[1]).toContain('自 2026-09-01 09:00 起收不到通知');
    expect(lines[2]).toBe('公示屏“校门口大屏”（校门口）连续多日收不到通知，已自动停用，不再接收通知');
  });

  test('hears that it is reached again', async () => {
    world.send = async () => ({ status: 500 });
    release('item-1');
    await settle();
    world.send = async () => ({ status: 204 });
    await world.pass(HOUR);
    await settle();
    expect((await told()).at(-1)).toBe('公示屏“校门口大屏”（校门口）已恢复接收通知');
  });

  test('hears that a key was changed, and nothing of the key or the address', async () => {
    await world.display('gate', 'RotateSecret', { overlapHours: 24 });
    await world.display('gate', 'DisableDisplay', { reason: '检修' });
    await settle();
    const lines = await told();
    expect(lines).toEqual([
      '公示屏“校门口大屏”（校门口）密钥已更换，旧密钥于 2026-09-02 09:00 失效',
      '公示屏“校门口大屏”（校门口）已由经办人停用，不再接收通知',
    ]);
    const digests = [...world.log.streams].filter(([stream]) => stream.includes('DIGEST'));
    for (const secret of ['whsec_', TOKEN, 'screens.example.cn'])
      expect(JSON.stringify(digests)).not.toContain(secret);
  });
});
