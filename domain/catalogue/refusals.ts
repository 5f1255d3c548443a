import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const CATALOGUE_REFUSALS = {
  'catalogue-not-permitted': {
    kind: 'forbidden',
    zh: '您在本组织没有调整公开目录的岗位。',
    en: 'You hold no seat that may change the catalogue here.',
  },
  'catalogue-not-adopted': {
    kind: 'rule',
    zh: '本组织尚未采用公开目录，请先采用上级下发的目录。',
    en: 'This organisation has no catalogue yet; adopt the official one first.',
  },
  'template-unknown': {
    kind: 'unknown',
    zh: '没有该目录的第 {version} 版。',
    en: 'There is no version {version} of that template.',
  },
  'template-older': {
    kind: 'rule',
    zh: '已采用第 {current} 版，不能退回较早的版本。',
    en: 'Version {current} is in force; an earlier one cannot replace it.',
  },
  'row-unknown': {
    kind: 'unknown',
    zh: '公开目录中没有这一行：{row}。',
    en: 'The catalogue has no such row: {row}.',
  },
  'row-exists': {
    kind: 'conflict',
    zh: '该行编号已被使用：{row}。',
    en: 'This row id is already in use: {row}.',
  },
  'row-mandated': {
    kind: 'forbidden',
    zh: '上级党组织要求公开的内容，本级不得删除：{row}。',
    en: 'The superior organisation asks for this row; it cannot be dropped here: {row}.',
  },
  'form-unknown': {
    kind: 'rule',
    zh: '公开形式“{form}”不在形式表中，请选用表内形式或请上级增列。',
    en: 'The vocabulary has no form {form}; choose another or ask the district to add it.',
  },
  'forms-replaced': {
    kind: 'rule',
    zh: '上级规定的公开形式至少保留一种：{allowed}。',
    en: 'Keep at least one of the mandated forms: {allowed}.',
  },
  'forms-closed': {
    kind: 'rule',
    zh: '该行的公开形式不可增列：{allowed}。',
    en: 'No form may be added to this row: {allowed}.',
  },
  'audience-narrowed': {
    kind: 'rule',
    zh: '公开范围不得小于上级规定的范围。',
    en: 'The audience must not be narrower than the mandated one.',
  },
  'timing-relaxed': {
    kind: 'rule',
    zh: '公开时限只能比上级规定更严，不能放宽或改作他类。',
    en: 'The timing may only be made stricter than the mandated one.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(CATALOGUE_REFUSALS);
