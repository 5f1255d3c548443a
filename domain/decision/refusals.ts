import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const DECISION_REFUSALS = {
  'decision-unknown': {
    kind: 'unknown',
    zh: '没有找到该项决策，或您无权查看。',
    en: 'No such decision, or not visible to you.',
  },
  'decision-exists': {
    kind: 'conflict',
    zh: '该项决策已经登记。',
    en: 'This decision has been proposed already.',
  },
  'decision-withdrawn': { kind: 'rule', zh: '该项决策已经撤回。', en: 'This decision has been withdrawn.' },
  'decision-made': {
    kind: 'rule',
    zh: '已经作出决定，不能撤回。',
    en: 'It has been decided already and cannot be withdrawn.',
  },
  'decision-named-missing': {
    kind: 'rule',
    zh: '知悉范围为特定对象的，须列出人员；其他范围不列。',
    en: 'Name the people when the audience is “named”, and only then.',
  },
  'decision-person-unknown': {
    kind: 'rule',
    zh: '人员“{person}”不在本组织名册中。',
    en: 'Person “{person}” is not on the roster of this organisation.',
  },
  'decision-step-first': {
    kind: 'rule',
    zh: '请先办理“{step}”，或说明理由予以跳过。',
    en: 'First comes “{step}”: take it, or skip it with a reason.',
  },
  'decision-step-over': {
    kind: 'rule',
    zh: '“{step}”已经办结，后面的步骤已经开始。',
    en: 'It is too late for “{step}”: a later step has begun.',
  },
  'decision-step-binding': {
    kind: 'rule',
    zh: '“{step}”不能跳过。',
    en: '“{step}” cannot be skipped.',
  },
  'decision-day-ahead': {
    kind: 'rule',
    zh: '该日期尚未到来，请在办理之后登记。',
    en: 'This day lies ahead; record what has happened.',
  },
  'decision-day-past': {
    kind: 'rule',
    zh: '该日期已经过去。',
    en: 'This day has passed.',
  },
  'decision-days-wrong': {
    kind: 'rule',
    zh: '结束日期不能早于开始日期。',
    en: 'It cannot end before it begins.',
  },
  'round-without-responses': {
    kind: 'rule',
    zh: '请附上征求到的意见，或注明对应的调查。',
    en: 'Attach what was said, or name the survey that was held.',
  },
  'round-survey-wrong': {
    kind: 'rule',
    zh: '没有找到该项调查，或其方式不同、尚未结束。',
    en: 'There is no such survey, or it is of another kind, or still open.',
  },
  'publicity-too-short': {
    kind: 'rule',
    zh: '公示不少于 {days} 日，最早至 {until} 结束。',
    en: 'It is made public for {days} days at the least, until {until}.',
  },
  'publicity-before-rounds': {
    kind: 'rule',
    zh: '征求意见结束（{until}）后方可公示。',
    en: 'It is made public after the last round of consultation has ended ({until}).',
  },
  'publicity-running': {
    kind: 'rule',
    zh: '公示期至 {until}，期满后方可议定。',
    en: 'It is public until {until} and may be decided on afterwards.',
  },
  'meeting-heads-wrong': {
    kind: 'rule',
    zh: '实到人数不能超过 {most} 人。',
    en: 'No more than {most} can have been present.',
  },
  'vote-required': {
    kind: 'rule',
    zh: '重大或热点事项须提交票决。',
    en: 'A major or hot matter has to be put to the vote.',
  },
  'below-quorum': {
    kind: 'rule',
    zh: '实到 {present} 人，应到 {entitled} 人，不足{quorum}，不能形成决定。',
    en: 'With {present} of {entitled} present there is no quorum, so nothing can be decided.',
  },
  'ballots-do-not-add-up': {
    kind: 'rule',
    zh: '赞成、反对、弃权合计须等于实到 {present} 人。',
    en: 'Votes in favour, against and abstentions must add up to the {present} people present.',
  },
  'ballot-secret': {
    kind: 'rule',
    zh: '无记名投票只记总数，不得登记个人选择。',
    en: 'Of a secret ballot only the totals are kept.',
  },
  'ballot-names-wrong': {
    kind: 'rule',
    zh: '所列个人表决情况与总数不符，或有重复。',
    en: 'The votes by name do not agree with the totals, or name somebody twice.',
  },
  'result-not-disclosed': {
    kind: 'rule',
    zh: '公示结果须填写已经公开、并注明依据本项决策的事项。',
    en: 'Name an item that has been disclosed and names this decision as the one behind it.',
  },
  'result-narrower': {
    kind: 'rule',
    zh: '该事项的公开范围小于本项决策的知悉范围。',
    en: 'That item was disclosed to a narrower audience than that of the decision.',
  },
  'decision-not-adopted': {
    kind: 'rule',
    zh: '尚未形成同意的决定，没有需要落实的事项。',
    en: 'Nothing has been adopted that could be carried out.',
  },
  'action-unknown': { kind: 'rule', zh: '没有第 {number} 项落实事项。', en: 'There is no action {number}.' },
  'action-done': { kind: 'rule', zh: '该项落实事项已经完成。', en: 'This action has been completed.' },
  'actions-too-many': {
    kind: 'rule',
    zh: '落实事项最多 {most} 项。',
    en: 'There may be {most} actions at the most.',
  },
  'actions-open': {
    kind: 'rule',
    zh: '还有 {count} 项没有完成（或尚未分工），不能确认落实。',
    en: 'It is not implemented: {count} actions are open, or none was assigned.',
  },
  'decision-implemented': {
    kind: 'rule',
    zh: '该项决策已经确认落实。',
    en: 'This decision has been implemented already.',
  },
  'decision-holds-personal-data': {
    kind: 'rule',
    zh: '填写内容中含有 {count} 处疑似个人信息，请删除或遮盖。',
    en: 'This holds {count} passages that look like personal data; remove or mask them.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(DECISION_REFUSALS);
