import { beforeEach, describe, expect, it } from 'vitest';
import { fileHistory } from '../../../domain/file/state.ts';
import { MAX_BYTES } from '../../../domain/file/types.ts';
import { GENESIS, sealCommit } from '../../../domain/kernel/commit.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import type { OrganisationEvent } from '../../../domain/organisation/organisation.ts';
import type { Files } from '../../../functions/adapters/files.ts';
import { MemoryLog } from '../../../functions/adapters/memory-log.ts';
import { readArrival } from '../../../functions/inspect-file/arrival.ts';
import { cleanPdf } from '../../../functions/inspect-file/aside.ts';
import { inspectFile } from '../../../functions/inspect-file/inspect-file.ts';
import { Aggregates } from '../../../functions/shell/aggregates.ts';
import { FileCommands } from '../../../functions/shell/file-commands.ts';
import { docx, PLACE, photo, RESIDENT_ID } from './samples.ts';

const NOW = '2026-09-01T01:00:00.000Z';
const DISTRICT = 'chengjiang';
const CLERK = 'zhou-min';
const scope = new OrgScope(DISTRICT);

const FOUNDED: readonly OrganisationEvent[] = [
  {
    type: 'OrganisationOnboarded',
    data: { name: '澄江区教育党工委', shortName: '澄江区', kind: 'committee' },
  },
  { type: 'SeatFilled', data: { body: 'office', position: 'head', person: CLERK, from: '2020-01-01' } },
];

class MemoryFiles implements Files {
  readonly objects = new Map<string, Uint8Array>();
  async read(key: string, most: number): Promise<Uint8Array | undefined> {
    const bytes = this.objects.get(key);
    if (!bytes) throw new Error('no such object');
    return bytes.length <= most ? bytes : undefined;
  }
  async write(key: string, bytes: Uint8Array): Promise<void> {
    this.objects.set(key, bytes);
  }
}

describe('what arrives', () => {
  let log: MemoryLog;
  let files: MemoryFiles;
  let aggregates: Aggregates;
  let commands: FileCommands;
  let told = 0;

  beforeEach(async () => {
    log = new MemoryLog();
    files = new MemoryFiles();
    aggregates = new Aggregates(log);
    commands = new FileCommands(log, aggregates);
    await log.append(
      sealCommit(scope.stream('ORGANISATION', DISTRICT), 1, GENESIS, {
        at: NOW,
        by: { kind: 'system', name: 'test' },
        command: 'onboard',
        correlation: 'test',
        events: FOUNDED,
      }),
    );
    await request('f-1');
  });

  const request = (id: string) =>
    commands.issue(scope, id, {
      type: 'RequestUpload',
      data: { name: '公示栏照片' },
      now: NOW,
      actor: { kind: 'person', person: CLERK, organisation: DISTRICT },
      commandId: `request-${id}`,
      isNew: true,
      correlation: 'test',
    });
  const arrive = (bytes: Uint8Array, key = `incoming/${DISTRICT}/f-1`) => {
    files.objects.set(key, bytes);
    told += 1;
    return again(key);
  };
  const again = (key = `incoming/${DISTRICT}/f-1`) =>
    inspectFile({ id: `event-${told}`, key, at: NOW }, { files, aggregates, commands, cleanPdf });
  const state = async (id = 'f-1') => (await aggregates.load(scope.stream('FILE', id), fileHistory)).state;
  const keys = (prefix: string) => [...files.objects.keys()].filter((key) => key.startsWith(prefix));
  const isIn = (key: string | undefined, text: string) =>
    Buffer.from(files.objects.get(key ?? '') ?? []).includes(text);

  it('is sealed as it came, and lies beside it without what it tells of the place', async () => {
    await arrive(photo());
    expect(await state()).toMatchObject({ stage: 'accepted', inspection: { type: 'jpeg' } });
    const [sealed, ...more] = keys('sealed/');
    expect(more).toEqual([]);
    expect(files.objects.get(sealed ?? '')).toEqual(photo());
    const [published, thumbnail] = keys('published/').toSorted();
    expect(thumbnail).toBe(`${published}-thumbnail`);
    expect([isIn(sealed, PLACE), isIn(published, PLACE), isIn(thumbnail, PLACE)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is screened, and the record never holds the number', async () => {
    await arrive(docx([[`身份证号 ${RESIDENT_ID}`]]));
    expect((await state())?.inspection?.screening).toMatchObject({
      coverage: 'all',
      findings: [{ kind: 'resident-id', count: 1 }],
    });
    expect(JSON.stringify([...log.streams.values()])).not.toContain(RESIDENT_ID);
  });

  it('is rejected with its reason, and nothing of it is kept or published', async () => {
    await arrive(Buffer.from('<svg onload="alert(1)"/>'));
    expect(await state()).toMatchObject({ stage: 'rejected', rejection: 'active-content' });
    expect([...keys('sealed/'), ...keys('published/')]).toEqual([]);
  });

  it('is not even read when it is too large', async () => {
    await arrive(new Uint8Array(MAX_BYTES + 1));
    expect(await state()).toMatchObject({ stage: 'rejected', rejection: 'too-large' });
  });

  it('is looked into once, however often it is told, and whatever comes after it', async () => {
    await arrive(photo());
    const before = await state();
    await again();
    await arrive(Buffer.from('something else'));
    expect(await state()).toEqual(before);
    expect(keys('sealed/')).toHaveLength(1);
  });

  it('is left alone when nobody asked for it, or when it is none of ours', async () => {
    await arrive(photo(), `incoming/${DISTRICT}/unasked`);
    await arrive(photo(), `sealed/${DISTRICT}/f-1`);
    await arrive(photo(), `incoming/${DISTRICT}/f-1/more`);
    await arrive(photo(), 'incoming/../f-1');
    expect((await state())?.stage).toBe('awaited');
    expect(await state('unasked')).toBeUndefined();
    expect(keys('published/')).toEqual([]);
  });

  it('that cannot be read now is tried again', async () => {
    await expect(again()).rejects.toThrow('no such object');
    await arrive(photo());
    expect((await state())?.stage).toBe('accepted');
  });
});

it('a message of EventBridge is read, and any other is an error', () => {
  const event = { id: 'e-1', time: '2026-09-01T01:00:00Z', detail: { object: { key: 'incoming/a/b' } } };
  expect(readArrival(event)).toEqual({ id: 'e-1', key: 'incoming/a/b', at: '2026-09-01T01:00:00.000Z' });
  for (const broken of [undefined, {}, { ...event, detail: {} }, { ...event, time: 'today' }]) {
    expect(() => readArrival(broken)).toThrow('missing or wrong');
  }
});
