import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';

/** What an inspection finds is the system's own to record. */
export const FILE_OPERATIONS: readonly CommandOperation[] = [
  {
    id: 'requestUpload',
    method: 'POST',
    path: `${ORGANISATION}/files`,
    zh: '登记附件或佐证材料，取得上传地址',
    en: 'Register a file; the answer holds the form by which it is sent, good for fifteen minutes',
    aggregate: 'file',
    command: 'RequestUpload',
    body: lazily(async () => (await import('../../domain/file/commands.ts')).fileCommands.RequestUpload),
    creates: `${ORGANISATION}/files/{id}`,
  },
];
