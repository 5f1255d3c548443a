import { describe, expect, it, vi } from 'vitest';
import { openCommit, verifyChain } from '../../../domain/kernel/commit.ts';
import { MemoryLog } from '../../../functions/adapters/memory-log.ts';
import { counterShell, STREAM } from './counter.ts';

describe('execute', () => {
  it('appends one commit for a command, chained to the one before', async () => {
    const { add, log } = counterShell();
    expect(await add(1)).toMatchObject({ state: 1, version: 1, repeated: false });
    expect(await add(2)).toMatchObject({ state: 3, version: 2 });
    const commits = await log.read(STREAM);
    expect(commits).toHaveLength(2);
    expect(verifyChain(commits)).toBeUndefined();
  });

  it('keeps who, when and why', async () => {
    const { add, log } = counterShell();
    const actor = {
      kind: 'person',
      person: 'zhou-min',
      organisation: 'dongfang',
      seat: 'office:head',
    } as const;
    await add(1, { actor, cause: 'event-1', correlation: 'request-1', commandId: 'key' });
    const [commit] = (await log.read(STREAM)).map(openCommit);
    expect(commit).toMatchObject({
      at: '2026-09-01T00:00:00.000Z',
      by: actor,
      cause: 'event-1',
      correlation: 'request-1',
      command: 'key',
    });
  });

  it('decides again when somebody was faster', async () => {
    const log = new MemoryLog();
    const [slow, fast] = [counterShell(log), counterShell(log)];
    let overtaken = false;
    const outcome = await slow.add(3, {
      commandId: 'slow-key',
      facts: async () => {
        if (!overtaken) await fast.add(4, { commandId: 'fast-key' });
        overtaken = true;
        return { limit: 10 };
      },
    });
    expect(outcome).toMatchObject({ state: 7, version: 2 });
  });

  it('lets everybody through who comes at the same moment', async () => {
    const log = new MemoryLog();
    const people = Array.from({ length: 10 }, (_, index) => index);
    await Promise.all(people.map((each) => counterShell(log).add(1, { commandId: `at-once-${each}` })));
    const commits = await log.read(STREAM);
    expect(commits).toHaveLength(people.length);
    expect(verifyChain(commits)).toBeUndefined();
  });

  it('is refused by the state that it meets at last, not by the one it first saw', async () => {
    const log = new MemoryLog();
    const [slow, fast] = [counterShell(log), counterShell(log)];
    let overtaken = false;
    const late = slow.add(3, {
      commandId: 'slow-key',
      facts: async () => {
        if (!overtaken) await fast.add(9, { commandId: 'fast-key' });
        overtaken = true;
        return { limit: 10 };
      },
    });
    await expect(late).rejects.toMatchObject({ code: 'full' });
    expect(await log.read(STREAM)).toHaveLength(1);
  });

  it('gives up loudly when it is overtaken again and again', async () => {
    const log = new MemoryLog();
    const [slow, fast] = [counterShell(log), counterShell(log)];
    let n = 0;
    const facts = async () => {
      n += 1;
      await fast.add(n % 2 === 0 ? -1 : 1, { commandId: `fast-${n}` });
      return { limit: 100 };
    };
    await expect(slow.add(1, { commandId: 'slow-key', facts })).rejects.toThrow('gave up after 12 conflicts');
  });

  it('answers a repeat without deciding, and writes nothing', async () => {
    const { add, log } = counterShell();
    await add(1, { commandId: 'same-key' });
    await add(2);
    // With these it could not decide; they are asked for all the same, since they are read beside the state.
    const facts = () => Promise.reject(new Error('no facts'));
    const again = await add(1, { commandId: 'same-key', facts });
    expect(again).toMatchObject({ version: 1, repeated: true, events: [] });
    expect(await log.read(STREAM)).toHaveLength(2);
  });

  it('tells a repeat also when the first answer was lost on the way to another process', async () => {
    const log = new MemoryLog();
    await counterShell(log).add(1, { commandId: 'same-key', isNew: true });
    const again = await counterShell(log).add(1, { commandId: 'same-key', isNew: true });
    expect(again).toMatchObject({ state: 1, version: 1, repeated: true });
    expect(await log.read(STREAM)).toHaveLength(1);
  });

  it('refuses a key that was used for something else', async () => {
    const { add, log } = counterShell();
    await add(1, { commandId: 'same-key' });
    await expect(add(2, { commandId: 'same-key' })).rejects.toMatchObject({ code: 'key-reused' });
    expect(await log.read(STREAM)).toHaveLength(1);
  });

  it('refuses a version that is not the current one, and names that', async () => {
    const { add, log } = counterShell();
    await add(1);
    await add(1);
    await expect(add(1, { expectedVersion: 1 })).rejects.toMatchObject({
      code: 'version-conflict',
      details: { current: 2 },
    });
    expect(await add(1, { expectedVersion: 2 })).toMatchObject({ version: 3 });
    expect(await log.read(STREAM)).toHaveLength(3);
  });

  it('does not read a stream that can hardly be there', async () => {
    const log = new MemoryLog();
    const read = vi.spyOn(log, 'read');
    await counterShell(log).add(1, { isNew: true });
    expect(read).not.toHaveBeenCalled();
  });

  it('decides on what is there when the new id was taken after all', async () => {
    const log = new MemoryLog();
    await counterShell(log).add(9, { commandId: 'first-key' });
    const second = counterShell(log).add(3, { commandId: 'second-key', isNew: true });
    await expect(second).rejects.toMatchObject({ code: 'full' });
  });

  it('asks for the facts while the state is on its way, and lets them wait for it', async () => {
    const log = new MemoryLog();
    await counterShell(log).add(4);
    let hasRead = false;
    const read = log.read.bind(log);
    vi.spyOn(log, 'read').mockImplementation(async (...args) => {
      const commits = await read(...args);
      hasRead = true;
      return commits;
    });
    const seen: unknown[] = [];
    const facts = async (state: Promise<number>) => {
      seen.push(hasRead, await state);
      return { limit: 10 };
    };
    await counterShell(log).add(1, { facts });
    expect(seen).toEqual([false, 4]);
  });

  it('fails once when the record cannot be read, whoever waits for it', async () => {
    const log = new MemoryLog();
    vi.spyOn(log, 'read').mockRejectedValue(new Error('record down'));
    const facts = async () => ({ limit: 10 });
    await expect(counterShell(log).add(1, { facts })).rejects.toThrow('record down');
  });

  it('writes nothing when nothing has to change', async () => {
    const { add, log } = counterShell();
    await add(1);
    expect(await add(0)).toMatchObject({ state: 1, version: 1, events: [], repeated: false });
    expect(await log.read(STREAM)).toHaveLength(1);
  });

  it('reads only the tail of what it has folded before', async () => {
    const log = new MemoryLog();
    const { add } = counterShell(log);
    await add(1);
    await counterShell(log).add(2, { commandId: 'elsewhere' });
    const read = vi.spyOn(log, 'read');
    expect(await add(3)).toMatchObject({ state: 6, version: 3 });
    expect(read.mock.calls).toEqual([[STREAM, 1]]);
  });
});
