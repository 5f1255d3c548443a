import { parseArgs } from 'node:util';
import { type Verification, verifyRecord } from '../../domain/seal/verification.ts';
import { CONNECTION_OPTIONS, type Connection, connect, runCommand } from './connection.ts';
import { readExport } from './export-file.ts';
import { readRecord } from './record.ts';

/** Recomputes every hash of one organisation from the record alone, and holds it against the seals. */
export async function verifyOrganisation(
  connection: Connection,
  organisation: string,
  kept: readonly string[] = [],
): Promise<Verification> {
  const { owner, commits } = await readRecord(connection, organisation);
  return verifyRecord(owner, commits, kept);
}

/** One hash in 64 begins with a dash, which looks like an option; written as `--kept=<hash>` it does not. */
const withHashes = (args: readonly string[]): string[] =>
  args.flatMap((arg, index) => {
    if (args[index - 1] === '--kept') return [];
    return arg === '--kept' ? [`--kept=${args[index + 1] ?? ''}`] : [arg];
  });

/** The same from an export: without a network, and whoever made the file. */
export async function verifyFile(path: string, kept: readonly string[] = []): Promise<Verification> {
  const { owner, commits } = await readExport(path);
  return verifyRecord(owner, commits, kept);
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    args: withHashes(process.argv.slice(2)),
    options: {
      ...CONNECTION_OPTIONS,
      organisation: { type: 'string' },
      file: { type: 'string' },
      kept: { type: 'string', multiple: true },
    },
  });
  const { organisation, file, kept } = values;
  if (!organisation === !file)
    throw new Error(
      '用法 usage: npm run verify -- --organisation <id> | --file <file.jsonl> [--kept <hash of a seal>]…',
    );
  const found = file
    ? await verifyFile(file, kept)
    : await verifyOrganisation(connect(values), organisation ?? '', kept);
  report(found);
  return found.faults.length === 0;
}

function report({ streams, commits, seals, last, anchored, unsealed, faults }: Verification): void {
  for (const { stream, version, fault } of faults)
    console.log(`断裂 broken: ${stream} @ ${version}: ${fault}`);
  console.log(`${streams} 条事项链 streams, ${commits} 次记录 commits, ${faults.length} 处断裂 faults`);
  console.log(`${seals} 次封存 seals, ${unsealed} 次记录尚未封存 commits not sealed yet`);
  console.log(`最近封存 last seal: ${last ? `${last.day} ${last.hash}` : '—'}`);
  console.log(`上级已锚定 anchored by the superior: ${anchored ? `${anchored.day} ${anchored.hash}` : '—'}`);
}

if (import.meta.main) await runCommand(main);
