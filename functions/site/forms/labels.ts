import { REVIEW_ASPECTS } from '../../../domain/item/commands.ts';
import { AUDIENCES } from '../../../domain/kernel/audience.ts';
import { AUDIENCE_NAMES } from '../words.ts';

/** Names of fields, for the list of what is wrong; there they stand far from their label. */
const LABELS: Readonly<Record<string, string>> = {
  title: '标题',
  text: '正文',
  documentType: '文种',
  basis: '公开依据',
  basedOn: '依据文件',
  matter: '事项性质',
  forms: '公开形式',
  exception: '例外理由',
  releasePlan: '公开范围与时间',
  named: '特定对象名单',
  showUntil: '公开截止日期',
  objection: '公示事项',
  'objection.periodDays': '公示期',
  'objection.contact': '联系人',
  'objection.phone': '联系电话',
  'objection.supervisionPhone': '监督电话',
  'objection.howToObject': '异议提出方式',
  'provider.name': '提供部门',
  'provider.person': '提供人',
  accountable: '责任人',
  'related.url': '相关公开的网址',
  'amounts.total': '合计',
  'withheld.ground': '不公开的理由',
  'withheld.explanation': '解释说明',
  'withheld.lookAgainOn': '再次研究的日期',
  'pair.plan': '对应的计划',
  reason: '再公开的原因',
  speaker: '您是',
  'from.name': '姓名',
  'return.reason': '退回原因',
  'escalate.reason': '提请原因',
  'withdraw.reason': '撤下原因',
  'justify.reason': '保留的理由',
  'consult.members': '征求意见的人员',
  'consult.deadline': '截止时间',
  'answer.agree': '是否同意公开',
  'answer.opinion': '意见',
  'answer.text': '答复内容',
  'answer.outcome': '处理结果',
  'assign.owner': '承办人',
  'assign.dueOn': '答复期限',
  'close.result': '落实结果',
  'close.summary': '总结',
  'close.reason': '办结说明',
  'approve.meeting': '表决结果',
  'approve.meeting.heldOn': '会议日期',
  'approve.meeting.present': '到会人数',
  'approve.meeting.yes': '同意',
  'approve.meeting.no': '不同意',
  'approve.meeting.abstain': '弃权',
  'proof.form': '公开形式',
  'proof.audience': '公开范围',
  'proof.place': '地点',
  'proof.heldAt': '公开时间',
  'proof.reached': '到达人数',
  'proof.recipients': '参加或接收人员',
  'proof.note': '凭证说明',
  'progress.text': '进展情况',
  'progress.percent': '完成百分比',
  'stage.stage': '阶段',
  'stage.completedOn': '完成日期',
  'stage.note': '说明',
  'review.risk': '风险研判',
  'review.secrecy': '保密审查',
  ...Object.fromEntries(Object.entries(REVIEW_ASPECTS).map(([aspect, name]) => [`review.${aspect}`, name])),
  ...Object.fromEntries(
    AUDIENCES.map((audience) => [`at.${audience}`, `${AUDIENCE_NAMES[audience]}公开时间`]),
  ),
};

/** `标题：`, or of what stands above the field; empty when neither has a name. */
export function labelOf(field: string): string {
  const line = /^(stages|amounts)\.(\d+)\./.exec(field);
  if (line) return `第 ${Number(line[2]) + 1} ${line[1] === 'stages' ? '阶段' : '项金额'}：`;
  const name = LABELS[field] ?? LABELS[field.slice(0, field.lastIndexOf('.'))];
  return name === undefined ? '' : `${name}：`;
}
