import { WITHHOLDING_GROUNDS } from '../item/vocabulary.ts';

/** How the request came in. Everything but `online` is written down by somebody of the office. */
export const ENQUIRY_CHANNELS = { online: '网上申请', visit: '来访', phone: '来电', letter: '来信' } as const;
export type EnquiryChannel = keyof typeof ENQUIRY_CHANNELS;

/** What is decided on a request. */
export const DECISIONS = {
  disclosed: '予以公开',
  'partly-disclosed': '部分公开',
  refused: '不能公开',
  'not-for-now': '暂时不宜公开',
  'not-held': '本组织不掌握',
  'already-public': '已经公开',
} as const;
export type DecisionOutcome = keyof typeof DECISIONS;

const { 'under-deliberation': underDeliberation, ...bars } = WITHHOLDING_GROUNDS;
const barred = { ...bars, 'third-party-objects': '第三方不同意公开', unclear: '申请内容不明确，逾期未补正' };

/** The reasons that each decision may rest on. Open is the rule, so the lists are closed (HZ-02). */
export const GROUNDS_OF = {
  disclosed: { 'concerns-asker': '涉及申请人切身利益', 'of-general-concern': '党员群众普遍关心' },
  'partly-disclosed': barred,
  refused: barred,
  'not-for-now': {
    'under-deliberation': underDeliberation,
    'under-inspection': '正在调查核实，尚无结论',
    'not-yet-due': '尚未到规定的公开时间',
  },
  'not-held': { 'not-made': '未制作或未获取', 'held-elsewhere': '由其他单位掌握' },
  'already-public': { 'on-board': '已在公开栏或公开目录中公开' },
} as const satisfies Record<DecisionOutcome, Readonly<Record<string, string>>>;

/** Every ground by its code, whatever the decision. */
export const GROUNDS = {
  ...GROUNDS_OF.disclosed,
  ...GROUNDS_OF.refused,
  ...GROUNDS_OF['not-for-now'],
  ...GROUNDS_OF['not-held'],
  ...GROUNDS_OF['already-public'],
} as const;
export type DecisionGround = keyof typeof GROUNDS;

export const groundFits = (outcome: DecisionOutcome, ground: DecisionGround): boolean =>
  Object.hasOwn(GROUNDS_OF[outcome], ground);

/** True for decisions after which something is still handed over. */
export const givesSomething = (outcome: DecisionOutcome): boolean =>
  outcome === 'disclosed' || outcome === 'partly-disclosed';

/** What a clock may stand still for. */
export const PAUSE_GROUNDS = {
  'third-party': '征求第三方意见',
  superior: '请示上级',
  'expert-opinion': '组织鉴定、审查',
} as const;

export const ENQUIRY_STAGES = {
  answered: '已当场答复',
  'to-approve': '待审批',
  clarifying: '待申请人补正',
  paused: '暂停计时',
  decided: '已决定，待公开',
  complained: '申诉处理中',
  closed: '已办结',
} as const;
export type EnquiryStage = keyof typeof ENQUIRY_STAGES;
