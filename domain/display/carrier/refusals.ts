import { type RefusalTable, refuser } from '../../kernel/refusal.ts';

export const CARRIER_REFUSALS = {
  'carrier-without-address': {
    kind: 'rule',
    zh: '选择了送达方式，就须填写接收地址。',
    en: 'A carrier takes the address of the system that it speaks to.',
  },
  'carrier-id-column-missing': {
    kind: 'rule',
    zh: '列对应表中须有事项编号（id）对应的列，系统靠它更新和撤下内容。',
    en: 'The column map must name a column for the id: rows are updated and removed by it.',
  },
  'carrier-column-twice': {
    kind: 'rule',
    zh: '列“{column}”对应了两个字段。',
    en: 'Two fields are mapped to the column {column}.',
  },
  'carrier-template-missing': {
    kind: 'rule',
    zh: '缺少公开时（show）或撤下时（withdraw）发送的模板；可改用预置模板（preset）。',
    en: 'A template for showing (show) or taking down (withdraw) is missing; a preset would supply both.',
  },
  'carrier-template-malformed': {
    kind: 'rule',
    zh: '模板有误：{zh}。',
    en: 'The template is wrong: {en}.',
  },
  'carrier-variable-unknown': {
    kind: 'rule',
    zh: '模板中没有名为“{variable}”的变量。可用的变量：{known}。',
    en: 'There is no variable {variable}. The variables are: {known}.',
  },
  'carrier-variable-gone': {
    kind: 'rule',
    zh: '撤下时已不能再提供“{variable}”。撤下模板可用的变量：{known}。',
    en: 'Of what was taken down there is no {variable} any more. A withdrawal may use: {known}.',
  },
  'carrier-secret-missing': {
    kind: 'rule',
    zh: '缺少密钥 {secret}。接收地址改到另一处时，须重新填写密钥。',
    en: 'The secret {secret} is missing. When the address moves to another origin, secrets must be given again.',
  },
  'carrier-address-wrong': {
    kind: 'rule',
    zh: '这不是该平台群机器人的地址，请从群设置中完整复制。',
    en: 'This is no address of a robot of that platform; copy the whole of it from the settings of the group.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(CARRIER_REFUSALS);
