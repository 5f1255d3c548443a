import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SealedCommit } from '../../../domain/kernel/commit.ts';
import { type Fault, verifyRecord } from '../../../domain/seal/verification.ts';
import { writeExport } from '../../../infra/operate/export-file.ts';
import { verifyFile } from '../../../infra/operate/verify.ts';
import { OWNER, type Record, recordOf, TAMPERINGS, week } from './tampering.ts';

const faultsOf = (commits: readonly SealedCommit[], kept: readonly string[] = []): readonly Fault[] =>
  verifyRecord(OWNER, commits, kept).faults;

describe('the record of a school', () => {
  let records: readonly Record[];
  beforeAll(async () => {
    records = await Promise.all(fc.sample(week, 20).map(recordOf));
  });

  it('is whole as it was sealed, and nothing in it is left unsealed', async () => {
    await fc.assert(
      fc.asyncProperty(week, async (changes) => {
        const found = verifyRecord(OWNER, await recordOf(changes));
        expect(found).toMatchObject({ unsealed: 0, faults: [] });
        expect(found.anchored).toEqual(found.last);
      }),
      { numRuns: 25 },
    );
  });

  for (const [name, tamper] of Object.entries(TAMPERINGS)) {
    it(`shows ${name}`, () => {
      fc.assert(
        fc.property(fc.nat(), fc.nat(), fc.nat(), (which, where, luck) => {
          const record = records[which % records.length] as Record;
          expect(faultsOf(tamper(record, where, luck))).not.toEqual([]);
        }),
      );
    });
  }

  it('shows anchors of the superior that were cut off, and seals that nobody anchors by a kept hash', async () => {
    const record = await recordOf(fc.sample(week, { numRuns: 1, seed: 7 })[0] ?? []);
    const lastOf = (kind: string) => record.findLast(({ stream }) => stream.includes(kind)) as SealedCommit;
    const anchor = lastOf('#qu#ANCHOR#');
    expect(faultsOf(record.filter((each) => each !== anchor))).toEqual([
      { stream: anchor.stream, version: anchor.version, fault: 'sealed-but-missing' },
    ]);
    const seal = lastOf('#qu#SEAL#');
    expect(faultsOf(record, [seal.hash])).toEqual([]);
    expect(
      faultsOf(
        record.filter((each) => each !== seal),
        [seal.hash],
      ),
    ).toEqual([{ stream: seal.hash, version: 0, fault: 'kept-but-missing' }]);
  });
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

describe.skipIf(!hasPython)(
  `the verifier that was written from the document${hasPython ? '' : ' (no python3 here)'}`,
  () => {
    const python = (...args: string[]): { faults?: [string, number, string][]; error?: string }[] => {
      const { stdout, stderr } = spawnSync('python3', ['test/support/verify.py', ...args], {
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      return stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    };

    it('agrees with ours, on whole records and on every kind of tampering', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'exports-'));
      try {
        const seed = Math.trunc(Math.random() * 2 ** 31);
        const cases: { name: string; path: string; commits: readonly SealedCommit[] }[] = [];
        for (const [round, changes] of fc.sample(week, { numRuns: 8, seed }).entries()) {
          const record = await recordOf(changes);
          for (const [name, tamper] of [
            ['nothing', (same: typeof record) => same] as const,
            ...Object.entries(TAMPERINGS),
          ]) {
            const commits = tamper(record, seed + 31 * round, seed + round);
            const path = join(folder, `${round}-${name.replaceAll(/\W/g, '-')}.jsonl`);
            await writeExport(path, { owner: OWNER, commits }, '2026-10-05T00:00:00.000Z');
            cases.push({ name, path, commits });
          }
        }
        const answers = python(...cases.map(({ path }) => path));
        const sorted = (faults: readonly (readonly unknown[])[]) =>
          faults.map((fault) => fault.join(' ')).toSorted();
        for (const [index, { name, path }] of cases.entries()) {
          const ours = (await verifyFile(path)).faults.map(({ stream, version, fault }) => [
            stream,
            version,
            fault,
          ]);
          const theirs = answers[index]?.faults ?? [];
          expect(sorted(theirs), `${name}, seed ${seed}`).toEqual(sorted(ours));
          expect(theirs.length === 0, `${name}, seed ${seed}`).toBe(name === 'nothing');
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  },
);
