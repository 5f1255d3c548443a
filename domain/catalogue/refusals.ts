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
  'class-unknown': {
    kind: 'rule',
    zh: '“{class}”不在上级规定的目录类别中，请改用已有类别或请上级增列。',
    en: 'The district lists no class {class}; choose another or ask the district to add it.',
  },
  'category-missing': {
    kind: 'rule',
    zh: '“其他”类的内容须写明属于哪一类事项，不能只写“其他”。',
    en: 'Content of the open class must say of which category it is.',
  },
  'priority-mandated': {
    kind: 'rule',
    zh: '上级列为重点公开的内容，本级不得取消。',
    en: 'The superior made this priority content; that cannot be undone here.',
  },
  'activation-not-yours': {
    kind: 'forbidden',
    zh: '上级要求公开的目录行何时启用，由上级党务公开办公室确定。',
    en: 'From when a mandated row is owed is for the office of the superior to say.',
  },
  'row-power-unknown': {
    kind: 'rule',
    zh: '本组织的权力清单中没有这一项：{power}。',
    en: 'The power register holds no such entry: {power}.',
  },
  'change-waits': {
    kind: 'conflict',
    zh: '该行已有一项调整正在报请上级审批：{row}。',
    en: 'A change of this row is waiting for the superior already: {row}.',
  },
  'change-unknown': {
    kind: 'unknown',
    zh: '没有这项待审批的调整，或已经办理：{change}。',
    en: 'No such change is waiting, or it has been settled: {change}.',
  },
  'change-not-yours': {
    kind: 'forbidden',
    zh: '目录调整由上级党务公开办公室审批。',
    en: 'Changes are approved by the office of the superior.',
  },
  'change-own': {
    kind: 'forbidden',
    zh: '不能审批本人提出的目录调整。',
    en: 'Nobody approves a change that they asked for themselves.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(CATALOGUE_REFUSALS);
