import { describe, expect, it } from 'vitest';
import type { SealedCommit } from '../../../domain/kernel/commit.ts';
import { OrgScope, type StreamName } from '../../../domain/kernel/scope.ts';
import { type Known, Tails } from '../../../functions/adapters/tails.ts';

const scope = new OrgScope('dongfang');
const [A, B, C] = ['aa', 'bb', 'cc'].map((id) => scope.stream('ITEM', id)) as [
  StreamName,
  StreamName,
  StreamName,
];
const commitOf = ({ stream, version }: Known) => ({ stream, version: version + 1 }) as SealedCommit;

/** Tails over streams of which some have grown, and what was asked of the record for them. */
function tailsOver(...grown: StreamName[]) {
  const looked: (readonly Known[])[] = [];
  const read: Known[] = [];
  const tails = new Tails({
    async having(commits) {
      looked.push(commits);
      return new Set(grown);
    },
    async read(known) {
      read.push(known);
      return grown.includes(known.stream) ? [commitOf(known)] : [];
    },
  });
  const of = (stream: StreamName, version = 1) => tails.of({ stream, version });
  return { of, looked, read };
}

describe('the tails of streams', () => {
  it('that are asked for in one tick share one look at the versions that would be next', async () => {
    const { of, looked, read } = tailsOver();
    expect(await Promise.all([of(A, 3), of(B, 1), of(C, 7)])).toEqual([[], [], []]);
    expect(looked).toEqual([
      [
        { stream: A, version: 4 },
        { stream: B, version: 2 },
        { stream: C, version: 8 },
      ],
    ]);
    expect(read).toEqual([]);
  });

  it('are asked for together also when some come after promises that were ready', async () => {
    const { of, looked } = tailsOver();
    const later = async () => {
      for (let n = 0; n < 20; n += 1) await undefined;
      return of(B);
    };
    await Promise.all([of(A), later()]);
    expect(looked).toHaveLength(1);
  });

  it('are read where the stream has grown, and nowhere else', async () => {
    const { of, read } = tailsOver(B);
    expect(await Promise.all([of(A), of(B), of(C)])).toEqual([[], [commitOf({ stream: B, version: 1 })], []]);
    expect(read).toEqual([{ stream: B, version: 1 }]);
  });

  it('are looked at anew in the next tick: what was true before proves nothing', async () => {
    const { of, looked } = tailsOver();
    await Promise.all([of(A), of(B)]);
    await Promise.all([of(A), of(B)]);
    expect(looked).toHaveLength(2);
  });

  it('are read at once when there is only one', async () => {
    const { of, looked, read } = tailsOver(A);
    expect(await of(A)).toHaveLength(1);
    expect([looked, read]).toEqual([[], [{ stream: A, version: 1 }]]);
  });

  it('name a stream once, whoever asks, and go by the one who knows least of it', async () => {
    const { of, looked, read } = tailsOver(A);
    await Promise.all([of(A, 5), of(A, 2), of(A, 9), of(B)]);
    expect(looked[0]).toEqual([
      { stream: A, version: 3 },
      { stream: B, version: 2 },
    ]);
    expect(read.map(({ version }) => version)).toEqual([5, 2, 9]);
  });

  it('fail for all who asked, and leave the next tick alone', async () => {
    let isDown = true;
    const tails = new Tails({
      having: async () => {
        if (isDown) throw new Error('down');
        return new Set();
      },
      read: async () => [],
    });
    const both = () => [A, B].map((stream) => tails.of({ stream, version: 1 }));
    const answers = await Promise.allSettled(both());
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isDown = false;
    expect(await Promise.all(both())).toEqual([[], []]);
  });
});
