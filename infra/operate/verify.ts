import { parseArgs } from 'node:util';
import { type ChainFault, verifyChain } from '../../domain/kernel/commit.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import { DynamoLog } from '../../functions/adapters/log.ts';
import { CONNECTION_OPTIONS, type Connection, connect, runCommand } from './connection.ts';
import { streamsIn } from './streams.ts';

export interface Verification {
  readonly streams: number;
  readonly commits: number;
  readonly faults: readonly ChainFault[];
}

/** Recomputes the hash chain of every stream of one organisation from the record alone. */
export async function verifyOrganisation(
  connection: Connection,
  organisation: string,
): Promise<Verification> {
  const { client, logTable } = connection;
  const log = new DynamoLog(client, logTable);
  const streams = await streamsIn(client, logTable, new OrgScope(organisation).prefix);
  const faults: ChainFault[] = [];
  let commits = 0;
  for (const stream of streams) {
    const chain = await log.read(stream);
    commits += chain.length;
    const fault = verifyChain(chain);
    if (fault) faults.push(fault);
  }
  return { streams: streams.length, commits, faults };
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { ...CONNECTION_OPTIONS, organisation: { type: 'string' } } });
  if (!values.organisation) throw new Error('用法 usage: npm run verify -- --organisation <id>');
  const { streams, commits, faults } = await verifyOrganisation(connect(values), values.organisation);
  if (streams === 0)
    throw new Error(`记录中没有该组织 no such organisation in the record: ${values.organisation}`);
  for (const { stream, version, fault } of faults)
    console.log(`断裂 broken: ${stream} @ ${version}: ${fault}`);
  console.log(`${streams} 条事项链 streams, ${commits} 次记录 commits, ${faults.length} 处断裂 faults`);
  return faults.length === 0;
}

if (import.meta.main) await runCommand(main);
