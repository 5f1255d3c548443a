import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CommitBody,
  eventId,
  GENESIS,
  openCommit,
  type SealedCommit,
  sealCommit,
  verifyChain,
} from '../../../domain/kernel/commit.ts';
import { OrgScope, type StreamName } from '../../../domain/kernel/scope.ts';

const STREAM = new OrgScope('dongfang').stream('ITEM', 'i-1');
const OTHER = new OrgScope('hezui').stream('ITEM', 'i-1');

const body = fc.record({
  at: fc.constant('2026-09-01T01:00:00.000Z'),
  by: fc.constant({ kind: 'person', person: 'li', organisation: 'dongfang' } as const),
  command: fc.uuid(),
  correlation: fc.uuid(),
  events: fc.array(
    fc.record({ type: fc.constantFrom('ItemProposed', 'ItemAmended'), data: fc.jsonValue() }),
    { maxLength: 3 },
  ),
}) satisfies fc.Arbitrary<CommitBody>;
const bodies = fc.array(body, { minLength: 2, maxLength: 6 });

function chain(stream: StreamName, all: readonly CommitBody[]): SealedCommit[] {
  const commits: SealedCommit[] = [];
  for (const each of all)
    commits.push(sealCommit(stream, commits.length + 1, commits.at(-1)?.hash ?? GENESIS, each));
  return commits;
}

/** The same text with one unit at `index` changed to another. */
function flip(text: string, index: number): string {
  const at = index % text.length;
  const other = text[at] === 'x' ? 'y' : 'x';
  return text.slice(0, at) + other + text.slice(at + 1);
}

const damaged = (
  name: string,
  damage: (commits: SealedCommit[], at: number, luck: number) => SealedCommit[],
) =>
  test(name, () => {
    fc.assert(
      fc.property(bodies, fc.nat(), fc.nat(), (all, where, luck) => {
        const commits = chain(STREAM, all);
        expect(verifyChain(commits)).toBeUndefined();
        expect(verifyChain(damage([...commits], where % commits.length, luck))).toBeDefined();
      }),
    );
  });

describe('the chain of a stream', () => {
  test('is whole as it was sealed, and empty when there is nothing', () => {
    expect(verifyChain([])).toBeUndefined();
    fc.assert(
      fc.property(bodies, (all) => {
        expect(verifyChain(chain(STREAM, all))).toBeUndefined();
      }),
    );
  });

  damaged('finds a changed byte of a body', (commits, at, luck) =>
    commits.map((c, i) => (i === at ? { ...c, body: flip(c.body, luck) } : c)),
  );
  damaged('finds a changed byte of a hash', (commits, at, luck) =>
    commits.map((c, i) => (i === at ? { ...c, hash: flip(c.hash, luck) } : c)),
  );
  damaged('finds a changed link', (commits, at, luck) =>
    commits.map((c, i) => (i === at ? { ...c, previous: c.previous ? flip(c.previous, luck) : 'x' } : c)),
  );
  damaged('finds a dropped commit, unless it is the last', (commits, at) =>
    commits.toSpliced(at % (commits.length - 1), 1),
  );
  damaged('finds a dropped commit whose followers were renumbered', (commits, at) =>
    commits.toSpliced(at % (commits.length - 1), 1).map((c, i) => ({ ...c, version: i + 1 })),
  );
  damaged('finds a repeated commit', (commits, at) => commits.toSpliced(at, 0, commits[at] as SealedCommit));
  damaged('finds swapped commits', (commits, at) => {
    const i = at % (commits.length - 1);
    return commits.with(i, commits[i + 1] as SealedCommit).with(i + 1, commits[i] as SealedCommit);
  });
  damaged('finds swapped bodies', (commits, at) => {
    const i = at % (commits.length - 1);
    const [a, b] = [commits[i], commits[i + 1]] as [SealedCommit, SealedCommit];
    return commits.with(i, { ...a, body: b.body }).with(i + 1, { ...b, body: a.body });
  });
  damaged('finds a body that was sealed anew, unless it is the last', (commits, at, luck) => {
    const i = at % (commits.length - 1);
    const c = commits[i] as SealedCommit;
    const forged = { ...openCommit(c), command: `forged-${luck}` };
    return commits.with(i, sealCommit(STREAM, c.version, c.previous, forged));
  });
  damaged('finds a commit under another stream’s name', (commits, at) =>
    commits.map((c, i) => (i === at ? { ...c, stream: OTHER } : c)),
  );

  test('finds a commit of another stream in its place', () => {
    fc.assert(
      fc.property(bodies, bodies, (ours, theirs) => {
        const commits = chain(STREAM, ours);
        const foreign = { ...(chain(OTHER, theirs)[0] as SealedCommit), stream: STREAM };
        expect(verifyChain(commits.with(0, foreign))).toEqual({
          stream: STREAM,
          version: 1,
          fault: 'hash-mismatch',
        });
      }),
    );
  });

  test('says where it breaks', () => {
    const all = fc.sample(bodies, { numRuns: 1, seed: 1 })[0] as CommitBody[];
    const commits = chain(STREAM, [...all, ...all]);
    const broken = commits.with(2, { ...(commits[2] as SealedCommit), body: '{}' });
    expect(verifyChain(broken)).toEqual({ stream: STREAM, version: 3, fault: 'hash-mismatch' });
    expect(verifyChain(commits.toSpliced(1, 1))).toEqual({
      stream: STREAM,
      version: 3,
      fault: 'version-gap',
    });
    const unlinked = commits.with(3, { ...(commits[3] as SealedCommit), previous: 'x' });
    expect(verifyChain(unlinked)).toEqual({ stream: STREAM, version: 4, fault: 'previous-mismatch' });
  });
});

test('a commit opens to what was sealed, and names its events', () => {
  fc.assert(
    fc.property(body, (each) => {
      const sealed = sealCommit(STREAM, 1, GENESIS, each);
      expect(openCommit(sealed)).toEqual({
        ...(JSON.parse(JSON.stringify(each)) as CommitBody),
        stream: STREAM,
        version: 1,
        previous: GENESIS,
        hash: sealed.hash,
      });
      expect(eventId(sealed, 2)).toBe(`${sealed.hash}.2`);
    }),
  );
});
