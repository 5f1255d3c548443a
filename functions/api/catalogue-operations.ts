import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';

const CATALOGUE = '/v1/organisations/{organisation}/catalogue';

const schemas = () => import('../../domain/catalogue/commands.ts');
const rowBody = (name: 'refineRowSchema' | 'dropRowSchema') =>
  lazily(async () => {
    const { omit } = await import('./schema-changes.ts');
    return omit((await schemas())[name], { rowId: true });
  });

export const CATALOGUE_OPERATIONS: readonly CommandOperation[] = [
  {
    id: 'adoptTemplate',
    method: 'POST',
    path: `${CATALOGUE}/adoption`,
    zh: '采用上级下发的公开目录',
    en: 'Adopt an official catalogue',
    aggregate: 'catalogue',
    command: 'AdoptTemplate',
    body: lazily(async () => (await schemas()).adoptTemplateSchema),
  },
  {
    id: 'addLocalRow',
    method: 'POST',
    path: `${CATALOGUE}/rows`,
    zh: '增列本组织自选的目录行',
    en: 'Add a local row',
    aggregate: 'catalogue',
    command: 'AddLocalRow',
    body: lazily(async () => (await schemas()).addLocalRowSchema),
    creates: `${CATALOGUE}#{id}`,
  },
  {
    id: 'refineRow',
    method: 'PUT',
    path: `${CATALOGUE}/rows/{row}`,
    zh: '细化目录行',
    en: 'Refine a row',
    aggregate: 'catalogue',
    command: 'RefineRow',
    body: rowBody('refineRowSchema'),
    fromPath: { row: 'rowId' },
  },
  {
    id: 'dropRow',
    method: 'DELETE',
    path: `${CATALOGUE}/rows/{row}`,
    zh: '删除非上级规定的目录行',
    en: 'Drop a row that is not mandated',
    aggregate: 'catalogue',
    command: 'DropRow',
    body: rowBody('dropRowSchema'),
    fromPath: { row: 'rowId' },
  },
];
