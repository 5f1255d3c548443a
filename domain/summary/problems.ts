import type { Tally, YearFigures } from './figures.ts';

/** 存在问题与改进: what the record itself shows to be wanting, with what is usually done about it. */
export function problemsIn({ duty, row, enquiry, opinion, form }: YearFigures): readonly string[] {
  const found = [
    when(duty, '逾期未公开', (count) => `有 ${count} 项公开义务逾期未公开，须逐项补公开并说明原因。`),
    when(duty, '补公开', (count) => `有 ${count} 项公开义务逾期后补公开，须提前备稿、按期送审。`),
    when(
      row,
      '尚未公开',
      (count) => `有 ${count} 条目录内容尚未公开，须列入下一年度公开计划，或者注明不予公开的理由。`,
    ),
    when(opinion, '逾期', () => '有意见建议逾期未答复，须明确承办人和答复时限。'),
    when(enquiry, '逾期', () => '有公开申请逾期未办结，须加强受理和审批衔接。'),
    Object.keys(form).length === 1 ? '公开形式单一，须增加会议、公开栏、网络等多种形式。' : undefined,
  ].filter((sentence) => sentence !== undefined);
  if (found.length === 0)
    return ['记录中没有发现逾期和缺项。下一年度继续按目录和时限公开，听取党员群众意见。'];
  return found.map((sentence, index) => `${index + 1}. ${sentence}`);
}

const when = (tally: Tally, name: string, sentence: (count: number) => string): string | undefined => {
  const count = tally[name] ?? 0;
  return count > 0 ? sentence(count) : undefined;
};
