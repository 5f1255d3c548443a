import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const ITEM_REFUSALS = {
  'item-unknown': {
    kind: 'unknown',
    zh: '没有找到该公开事项，或您无权查看。',
    en: 'No such item, or not visible to you.',
  },
  'item-exists': { kind: 'conflict', zh: '该事项已经提出。', en: 'This item has been proposed already.' },
  'wrong-stage': {
    kind: 'rule',
    zh: '事项当前处于“{stage}”阶段，不能办理此步骤；此步骤须在“{needed}”阶段办理。',
    en: 'The item is {stage}; this step takes an item that is {needed}.',
  },
  'row-unknown': {
    kind: 'rule',
    zh: '本组织的公开目录中没有目录行“{row}”，请在目录中选择。',
    en: 'The catalogue of this organisation has no row “{row}”; choose one of its rows.',
  },
  'form-unknown': {
    kind: 'rule',
    zh: '公开形式“{form}”不在公开形式名录中。',
    en: 'The form “{form}” is not in the district’s vocabulary.',
  },
  'document-type-unknown': {
    kind: 'rule',
    zh: '文种“{type}”不在区里的文种名录中，请从下列文种中选用：{allowed}；确有需要的，请区党务公开办公室增列。',
    en: '“{type}” is not among the document types of the district. Use one of {allowed}, or ask the office of the district to add it.',
  },
  'document-type-retired': {
    kind: 'rule',
    zh: '文种“{type}”已停用，请从下列文种中选用：{allowed}。原已使用该文种的事项不受影响。',
    en: 'The document type “{type}” is no longer used. Use one of {allowed}. Items that have it already keep it.',
  },
  'exception-needed': {
    kind: 'rule',
    zh: '{aspect}“{chosen}”与目录行规定（{allowed}）不符，请调整，或写明例外理由。',
    en: '{aspect} “{chosen}” is not what the catalogue row says ({allowed}). Change it or record why it is an exception.',
  },
  'plan-repeats-audience': {
    kind: 'rule',
    zh: '公开计划中同一范围只能出现一次。',
    en: 'Each audience may occur once in the release plan.',
  },
  'plan-beyond-audience': {
    kind: 'rule',
    zh: '公开计划的最大范围须与所填公开范围一致。',
    en: 'The widest audience of the release plan must be the audience of the item.',
  },
  'outside-not-after-inside': {
    kind: 'rule',
    zh: '重大决策、重要干部任免和涉及切身利益的重大问题须先党内、后党外公开：党外公开时间必须晚于党内公开时间。',
    en: 'Major decisions, personnel and vital interests go to Party members first: the outside release must be later than the inside one.',
  },
  'named-people-missing': {
    kind: 'rule',
    zh: '公开范围为“特定对象”时，请列出可以查看的人员。',
    en: 'Name the people who may read an item whose audience is “named”.',
  },
  'objection-terms-missing': {
    kind: 'rule',
    zh: '“{type}”须写明公示期、联系人及电话、监督电话和提出异议的方式。',
    en: '“{type}” asks for objections, so it needs its period, contact, supervision phone and how to object.',
  },
  'look-again-not-ahead': {
    kind: 'rule',
    zh: '再次研究的日期须在今天之后。',
    en: 'The day to look again must lie ahead.',
  },
  'person-not-on-roster': {
    kind: 'rule',
    zh: '“{person}”不在本组织名册中。',
    en: '“{person}” is not on the roster of this organisation.',
  },
  'findings-open': {
    kind: 'rule',
    zh: '公开前检查还有 {count} 处未处理，请遮盖、退回更正或说明理由后再审批。',
    en: '{count} findings of the check before publication are still open; mask, correct or justify them before approval.',
  },
  'finding-unknown': {
    kind: 'rule',
    zh: '没有这一处提示，或已处理。',
    en: 'No such finding, or it is settled.',
  },
  'screening-pending': {
    kind: 'rule',
    zh: '个人信息检查尚未完成，请稍候片刻再审核。',
    en: 'The personal-data screen has not finished yet; try again in a moment.',
  },
  'own-proposal': {
    kind: 'forbidden',
    zh: '提出人不能审核或审批自己提出的事项，请由其他同志办理。',
    en: 'Nobody reviews or approves what they proposed; somebody else has to act.',
  },
  'consultation-open': {
    kind: 'rule',
    zh: '征求意见尚未结束：还有 {count} 人未回复，截止时间 {deadline}。',
    en: 'The consultation is open: {count} have not answered, deadline {deadline}.',
  },
  'deadline-not-ahead': {
    kind: 'rule',
    zh: '截止时间须在当前时间之后。',
    en: 'The deadline must lie ahead.',
  },
  'not-consulted': {
    kind: 'forbidden',
    zh: '您不在本次征求意见的人员中。',
    en: 'You are not among those consulted.',
  },
  'already-answered': { kind: 'rule', zh: '您已回复过意见。', en: 'You have answered already.' },
  'meeting-missing': {
    kind: 'rule',
    zh: '本步骤须记录会议表决情况：到会人数、同意、不同意、弃权。',
    en: 'This step takes the recorded vote of the meeting: present, yes, no, abstain.',
  },
  'votes-do-not-add-up': {
    kind: 'rule',
    zh: '表决票数之和须等于到会人数（{present}）。',
    en: 'Yes, no and abstain must add up to those present ({present}).',
  },
  'vote-not-carried': {
    kind: 'rule',
    zh: '同意票未超过到会人数的半数，不能通过。',
    en: 'The vote was not carried: it takes more than half of those present.',
  },
  'already-escalated': {
    kind: 'rule',
    zh: '已提请上级审批。',
    en: 'It has been put to the superior already.',
  },
  'no-superior': {
    kind: 'rule',
    zh: '本组织没有上级组织，无法提请上级审批。',
    en: 'There is no superior organisation.',
  },
  'minimum-display': {
    kind: 'rule',
    zh: '公示期或最短公开天数未满，{until} 之前不能撤下；如内容有误，请选择“内容有误”并写明原因。',
    en: 'Its period or minimum display lasts until {until}; take it down earlier only because it is wrong, with a reason.',
  },
  'not-on-show': { kind: 'rule', zh: '该事项目前没有公开。', en: 'The item is not on show.' },
  'form-not-chosen': {
    kind: 'rule',
    zh: '该事项没有选择“{form}”这一形式。',
    en: 'The form “{form}” is not among the forms of this item.',
  },
  'proof-in-future': {
    kind: 'rule',
    zh: '公开时间不能晚于现在。',
    en: 'The disclosure cannot lie in the future.',
  },
  'audience-not-planned': {
    kind: 'rule',
    zh: '公开计划中没有这一范围，或该范围尚不到公开时间。',
    en: 'The release plan does not hold this audience, or its time has not come.',
  },
  'inside-not-yet-told': {
    kind: 'rule',
    zh: '须先在党内公开，再向党外公开。',
    en: 'Party members have to be told before anybody outside.',
  },
  'stage-unknown': {
    kind: 'rule',
    zh: '没有这个阶段，或该阶段已完成。',
    en: 'No such stage, or it is complete.',
  },
  'summary-missing': {
    kind: 'rule',
    zh: '跨年度的分期事项办结时须附总结。',
    en: 'A staged matter that crosses a year is closed with a summary.',
  },
  'stages-open': {
    kind: 'rule',
    zh: '还有 {count} 个阶段未完成，不能办结。',
    en: '{count} stages are still open.',
  },
  'opinions-asked-for': {
    kind: 'rule',
    zh: '公开后征求意见截至 {until}（当日计入），其间不能办结。',
    en: 'Opinions are asked for until {until} inclusive; until then it is not closed.',
  },
  'opinions-unanswered': {
    kind: 'rule',
    zh: '还有 {count} 条意见建议未答复，不能办结。',
    en: '{count} opinions on it have not been answered.',
  },
  'result-missing': {
    kind: 'rule',
    zh: '该事项只公开了计划，请先公开落实结果。',
    en: 'Only the plan has been disclosed; disclose the result first.',
  },
  'amounts-do-not-add-up': {
    kind: 'rule',
    zh: '合计金额与明细不符：明细之和为 {total} 元。',
    en: 'The total does not match its lines, which add up to {total} yuan.',
  },
  'show-until-too-early': {
    kind: 'rule',
    zh: '公开截止日期不得早于 {earliest}（按公开计划和最短公开天数计算）。',
    en: 'The last day of display cannot be before {earliest}: the release plan and the minimum display need that long.',
  },
  'personal-data': {
    kind: 'rule',
    zh: '此项含有 {count} 处疑似个人信息，发布后不再审核，请删除或遮盖后再填写。',
    en: 'This holds {count} passages that look like personal data, and nobody reviews it again; remove or mask them.',
  },
  'file-unknown': {
    kind: 'rule',
    zh: '本组织没有登记文件“{file}”，请先上传。',
    en: 'This organisation has no file “{file}”; upload it first.',
  },
  'file-not-accepted': {
    kind: 'rule',
    zh: '文件“{name}”还没有通过检查，暂不能使用。',
    en: 'The file “{name}” has not passed its inspection.',
  },
  'finding-in-file': {
    kind: 'rule',
    zh: '附件中的个人信息无法由系统遮盖：请退回，换上遮盖过的文件，或说明保留的理由。',
    en: 'What stands in an attachment cannot be masked here: return the item for another file, or justify it.',
  },
  'finding-not-personal': {
    kind: 'rule',
    zh: '此处不是个人信息，无法遮盖：请退回更正，或说明保留的理由。',
    en: 'This is no personal data, so there is nothing to mask: return the item to correct it, or justify it.',
  },
  'verdict-without-note': {
    kind: 'rule',
    zh: '审核不通过的，须写明理由。',
    en: 'A verdict of “no” needs its reason.',
  },
  'day-in-future': { kind: 'rule', zh: '日期不能晚于今天。', en: 'The day cannot lie in the future.' },
  'proof-before-approval': {
    kind: 'rule',
    zh: '公开时间早于审批时间：未经审批不得公开。',
    en: 'The disclosure would lie before the approval: nothing is disclosed before it is approved.',
  },
  'narrower-than-shown': {
    kind: 'rule',
    zh: '再公开的范围不得小于已公开的范围；如需收回，请先撤下。',
    en: 'A new version cannot reach fewer people than the one on show; withdraw that one first.',
  },
  'releases-open': {
    kind: 'rule',
    zh: '公开计划中还有 {count} 个范围没有公开，不能办结。',
    en: '{count} audiences of the release plan have not been reached yet.',
  },
  'item-decision-unknown': {
    kind: 'rule',
    zh: '没有找到所填写的决策。',
    en: 'There is no such decision in this organisation.',
  },
  'decision-missing': {
    kind: 'rule',
    zh: '重大、人事、资金事项须填写所依据的决策；确无决策的，说明理由。',
    en: 'A major, personnel or money matter has to name the decision behind it, or say why there is none.',
  },
  'decision-not-made': {
    kind: 'rule',
    zh: '所依据的决策尚未作出，决定后方可审批公开。',
    en: 'The decision behind it has not been made; it is approved afterwards.',
  },
  'people-beyond-row': {
    kind: 'rule',
    zh: '涉及具体人员的事项，公开范围不得超出目录行规定（{allowed}），不设例外。',
    en: 'What is about particular people goes to nobody beyond the audience of the catalogue row ({allowed}), without exception.',
  },
  'tender-item-unknown': {
    kind: 'rule',
    zh: '没有找到招标公告或中标结果“{item}”。',
    en: 'There is no item “{item}” with the notice or the result of the tender.',
  },
  'look-again-open': {
    kind: 'rule',
    zh: '暂时不宜公开的事项须到期再次研究，不能直接办结。',
    en: 'What is not disclosed for now has to be looked at again; it cannot be closed.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(ITEM_REFUSALS);
