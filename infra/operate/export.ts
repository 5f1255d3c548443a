import { parseArgs } from 'node:util';
import { CONNECTION_OPTIONS, connect, runCommand } from './connection.ts';
import { writeExport } from './export-file.ts';
import { readRecord } from './record.ts';

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: { ...CONNECTION_OPTIONS, organisation: { type: 'string' }, out: { type: 'string' } },
  });
  if (!values.organisation || !values.out)
    throw new Error('用法 usage: npm run export -- --organisation <id> --out <file.jsonl>');
  const record = await readRecord(connect(values), values.organisation);
  await writeExport(values.out, record, new Date().toISOString());
  console.log(
    `已导出 exported ${record.commits.length} → ${values.out}\n` +
      '文件含个人信息和内部文字，请按 docs/verifying.zh-CN.md 保管。It holds personal data and internal texts: see docs/verifying.md.',
  );
  return true;
}

if (import.meta.main) await runCommand(main);
