import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const SUPERVISION_REFUSALS = {
  'visit-unknown': { kind: 'unknown', zh: '没有找到该次督查。', en: 'There is no such visit.' },
  'visit-exists': { kind: 'conflict', zh: '该次督查已经安排。', en: 'This visit has been planned already.' },
  'visitor-conflict': {
    kind: 'rule',
    zh: '督查人员须为上级监督小组、办公室或领导小组成员，且不是被督查单位的人员，不得督查本单位。',
    en: 'Visitors sit in a body of the superior and are not on the roster of the organisation that is visited: nobody inspects their own.',
  },
  'self-check-by-others': {
    kind: 'rule',
    zh: '自查由本组织党务公开办公室或监督小组进行。',
    en: 'A self-check is made by the organisation’s own office or supervision group.',
  },
  'visit-in-the-past': {
    kind: 'rule',
    zh: '安排的日期不能早于今天。',
    en: 'A visit is planned for today or later.',
  },
  'visit-not-yours': {
    kind: 'forbidden',
    zh: '只有参加督查的人员可以记录。',
    en: 'Only the visitors record it.',
  },
  'visit-not-yet': {
    kind: 'rule',
    zh: '督查日期应在今天或以前。',
    en: 'What is recorded took place today or before.',
  },
  'visit-not-held': {
    kind: 'rule',
    zh: '督查尚未开展，请先记录督查情况。',
    en: 'The visit has not taken place; record it first.',
  },
  'visit-over': {
    kind: 'rule',
    zh: '该次督查已经记录或取消。',
    en: 'The visit has been recorded or cancelled.',
  },
  'step-unknown': {
    kind: 'rule',
    zh: '没有找到所指的事项或环节。',
    en: 'There is no such matter, or it has no such step.',
  },
  'follow-up-unknown': { kind: 'unknown', zh: '没有找到该督办事项。', en: 'There is no such follow-up.' },
  'follow-up-exists': { kind: 'conflict', zh: '该督办事项已经提出。', en: 'This has been filed already.' },
  'follow-up-closed': { kind: 'rule', zh: '该督办事项已经办结。', en: 'This has been settled already.' },
  'follow-up-other-kind': {
    kind: 'rule',
    zh: '监督建议应当答复，整改通知应当报告整改并核验。',
    en: 'Suggestions are answered; orders are reported on and verified.',
  },
  'follow-up-due-past': { kind: 'rule', zh: '期限须在今天之后。', en: 'The day must lie ahead.' },
  'follow-up-own': {
    kind: 'rule',
    zh: '本人提出的建议、本人的整改，须由他人答复或核验。',
    en: 'Somebody else answers what one suggested, and verifies what one put right.',
  },
  'follow-up-not-yours': {
    kind: 'forbidden',
    zh: '只有整改责任人可以报告整改。',
    en: 'Only its owner reports on it.',
  },
  'follow-up-unreported': {
    kind: 'rule',
    zh: '责任人尚未报告整改，无法核验。',
    en: 'Nothing has been reported that could be verified.',
  },
  'owner-elsewhere': {
    kind: 'rule',
    zh: '整改责任人须在被督查单位名册中。',
    en: 'The owner must be on the roster of the organisation.',
  },
  'visit-elsewhere': {
    kind: 'rule',
    zh: '没有找到所指的督查，或该次督查已取消。',
    en: 'There is no such visit here, or it was cancelled.',
  },
  'supervision-personal-data': {
    kind: 'rule',
    zh: '文字中含有 {count} 处疑似个人信息，请删除或遮盖。',
    en: 'The text holds {count} passages that look like personal data; remove or mask them.',
  },
  'example-unknown': { kind: 'unknown', zh: '没有找到该示范案例。', en: 'There is no such example.' },
  'example-not-below': {
    kind: 'rule',
    zh: '只能将本组织和直属下级组织的事项列为示范。',
    en: 'Only items of this organisation and of those right below it become examples.',
  },
  'example-not-public': {
    kind: 'rule',
    zh: '示范案例供各单位学习，须是已经向社会公开、可在网上查看的事项。',
    en: 'Examples are for everybody to learn from: the item must be on show to society.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(SUPERVISION_REFUSALS);
