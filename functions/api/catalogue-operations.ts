import type { VocabularyCommandType } from '../../domain/catalogue/vocabulary/commands.ts';
import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';

const CATALOGUE = `${ORGANISATION}/catalogue`;

const schemas = () => import('../../domain/catalogue/commands.ts');
const rowBody = (name: 'refineRowSchema' | 'dropRowSchema') =>
  lazily(async () => {
    const { omit } = await import('./schema-changes.ts');
    return omit((await schemas())[name], { rowId: true });
  });

type Settling = 'ApproveChange' | 'RefuseChange' | 'WithdrawChange';
const SETTLING = {
  ApproveChange: 'approveChangeSchema',
  RefuseChange: 'refuseChangeSchema',
  WithdrawChange: 'withdrawChangeSchema',
} as const;

/** What becomes of a change that waits for the superior. */
const settling = (
  id: string,
  command: Settling,
  place: string,
  zh: string,
  en: string,
): CommandOperation => ({
  id,
  method: 'POST',
  path: `${CATALOGUE}/changes/{change}/${place}`,
  zh,
  en,
  aggregate: 'catalogue',
  command,
  body: lazily(async () => {
    const { omit } = await import('./schema-changes.ts');
    return omit((await schemas())[SETTLING[command]], { change: true });
  }),
  fromPath: { change: 'change' },
});

const word = (
  id: string,
  command: VocabularyCommandType,
  place: string,
  zh: string,
  en: string,
): CommandOperation => ({
  id,
  method: 'POST',
  path: `/v1/organisations/{organisation}/vocabulary/${place}`,
  zh: `${zh}（区党务公开办公室）`,
  en: `${en} (office of the district)`,
  aggregate: 'vocabulary',
  command,
  body: lazily(
    async () => (await import('../../domain/catalogue/vocabulary/commands.ts')).vocabularyCommands[command],
  ),
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
  settling(
    'approveChange',
    'ApproveChange',
    'approval',
    '同意调整目录（上级党务公开办公室）',
    'Approve a change (office of the superior)',
  ),
  settling(
    'refuseChange',
    'RefuseChange',
    'refusal',
    '不同意调整目录（上级党务公开办公室）',
    'Refuse a change (office of the superior)',
  ),
  settling(
    'withdrawChange',
    'WithdrawChange',
    'withdrawal',
    '撤回待审批的目录调整',
    'Take back a change that waits',
  ),
  {
    id: 'publishTemplate',
    method: 'POST',
    path: `${ORGANISATION}/catalogue-templates/{template}`,
    zh: '下发公开目录的新版本（区党务公开办公室）',
    en: 'Publish the next version of a template (office of the district)',
    aggregate: 'template',
    command: 'PublishTemplate',
    body: lazily(
      async () =>
        (await import('../../domain/catalogue/template/commands.ts')).templateCommands.PublishTemplate,
    ),
  },
  word('keepForm', 'KeepForm', 'forms', '增列或修改公开形式', 'Add a form, or describe it anew'),
  word('retireForm', 'RetireForm', 'forms/retirement', '取消公开形式', 'Retire a form'),
  word('keepClass', 'KeepClass', 'classes', '增列目录类别', 'Add a class of the catalogue'),
  word('retireClass', 'RetireClass', 'classes/retirement', '取消目录类别', 'Retire a class of the catalogue'),
  word(
    'keepDocumentType',
    'KeepDocumentType',
    'document-types',
    '增列、修改或重新启用文种',
    'Add a document type, describe it anew, or take it up again',
  ),
  word(
    'retireDocumentType',
    'RetireDocumentType',
    'document-types/retirement',
    '停用文种',
    'Retire a document type',
  ),
];
