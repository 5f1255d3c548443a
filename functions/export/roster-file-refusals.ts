import { type RefusalTable, refuser } from '../../domain/kernel/refusal.ts';

const ROSTER_FILE_REFUSALS = {
  'roster-file-missing': {
    kind: 'malformed',
    zh: '请选择花名册文件，或粘贴表格内容。',
    en: 'Choose a file, or paste the cells of a table.',
  },
  'roster-file-unreadable': {
    kind: 'malformed',
    zh: '文件无法读取，请另存为 xlsx 或 csv 后重新上传。',
    en: 'The file cannot be read; save it as xlsx or csv and send it again.',
  },
  'roster-file-too-large': {
    kind: 'malformed',
    zh: '花名册最多 {rows} 行，展开后不超过 {megabytes} MB，请分次导入。',
    en: 'A roster takes {rows} rows and {megabytes} MB unpacked at the most; send it in parts.',
  },
  'roster-column-unknown': {
    kind: 'malformed',
    zh: '表头中的“{column}”不是花名册的列，请使用下载的模板。',
    en: 'There is no column “{column}”; use the table that is offered for download.',
  },
  'roster-column-repeated': {
    kind: 'malformed',
    zh: '表头中“{column}”出现两次。',
    en: 'Column “{column}” stands twice in the heading.',
  },
  'roster-column-missing': {
    kind: 'malformed',
    zh: '表头缺少“{column}”，请使用下载的模板。',
    en: 'Column “{column}” is missing from the heading; use the table that is offered for download.',
  },
} as const satisfies RefusalTable;

/** @throws Refusal about a file that is no roster at all; what is wrong in a row is said of the row */
export const refuseFile = refuser(ROSTER_FILE_REFUSALS);
