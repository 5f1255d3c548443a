import { readFile, writeFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import type { SealedCommit } from '../../domain/kernel/commit.ts';
import { ID_PATTERN, type StreamName } from '../../domain/kernel/scope.ts';
import type { OwnedRecord } from './record.ts';

/** The format that docs/verifying.md describes: JSON lines, one commit each; the last line is the manifest. */
const FORMAT = 1;

const commit = z.strictObject({
  stream: z.string(),
  version: z.int(),
  previous: z.string(),
  hash: z.string(),
  body: z.string(),
});
const id = z.string().check(z.regex(ID_PATTERN));
const manifest = z.strictObject({
  manifest: z.object({
    format: z.literal(FORMAT),
    organisation: id,
    superior: z.optional(id),
    exportedAt: z.string(),
    commits: z.int(),
  }),
});

/** It comes last, so that a file that was cut off has none. */
export async function writeExport(path: string, { owner, commits }: OwnedRecord, at: string): Promise<void> {
  const last = { manifest: { format: FORMAT, ...owner, exportedAt: at, commits: commits.length } };
  const lines = [
    ...commits.map(({ stream, version, previous, hash, body }) => ({
      stream,
      version,
      previous,
      hash,
      body,
    })),
    last,
  ];
  // It holds personal data and what was never disclosed: nobody else on this machine may read it.
  await writeFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 });
}

/** @throws Error with one sentence for the operator when the file is not a whole export */
export async function readExport(path: string): Promise<OwnedRecord> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  if (lines.pop() !== '')
    throw new Error('文件不完整：末行没有换行 the file is cut off: its last line does not end');
  const last = manifest.safeParse(parsed(lines.pop() ?? ''));
  if (!last.success)
    throw new Error('文件不完整：末行不是清单 the file is cut off: its last line is no manifest');
  const { organisation, superior, commits: count } = last.data.manifest;
  const commits = lines.map((line, index) => {
    const read = commit.safeParse(parsed(line));
    if (!read.success) throw new Error(`第 ${index + 1} 行不是记录 line ${index + 1} is no commit`);
    return { ...read.data, stream: read.data.stream as StreamName } satisfies SealedCommit;
  });
  if (commits.length !== count)
    throw new Error(
      `清单为 ${count} 次记录，文件中有 ${commits.length} 次 the manifest counts ${count} commits, the file holds ${commits.length}`,
    );
  return { owner: { organisation, superior }, commits };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
