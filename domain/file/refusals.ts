import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const FILE_REFUSALS = {
  'upload-unknown': {
    kind: 'unknown',
    zh: '没有找到该文件，或您无权查看。',
    en: 'No such file, or not visible to you.',
  },
  'upload-exists': { kind: 'conflict', zh: '该文件已经登记。', en: 'This file has been registered already.' },
  'upload-over': {
    kind: 'conflict',
    zh: '该文件已不能再上传，请重新登记。',
    en: 'This upload is over; register the file again.',
  },
  'file-name-personal': {
    kind: 'rule',
    zh: '文件名称含有疑似个人信息，请改用“公示栏照片”这样的名称。',
    en: 'The name looks like personal data; choose one such as “photo of the board”.',
  },
  'inspection-by-system': {
    kind: 'forbidden',
    zh: '文件由系统自动检查。',
    en: 'Files are inspected by the system.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(FILE_REFUSALS);
