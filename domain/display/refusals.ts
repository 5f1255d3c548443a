import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const DISPLAY_REFUSALS = {
  'display-unknown': {
    kind: 'unknown',
    zh: '没有找到该公示屏，或您无权查看。',
    en: 'No such display, or not visible to you.',
  },
  'display-exists': { kind: 'conflict', zh: '该公示屏已经登记。', en: 'This display is registered already.' },
  'address-not-https': {
    kind: 'rule',
    zh: '接收地址须以 https:// 开头；只有上级允许的校内网络才可使用 http。',
    en: 'The address must begin with https://; http takes a private network that the policy allows.',
  },
  'address-with-credentials': {
    kind: 'rule',
    zh: '接收地址中不能含有用户名和密码。',
    en: 'The address must not carry a user name or password.',
  },
  'address-with-fragment': {
    kind: 'rule',
    zh: '接收地址中不能含有“#”及其后的内容。',
    en: 'The address must not carry a fragment (#…).',
  },
  'address-port': {
    kind: 'rule',
    zh: '接收地址的端口只能是 443 或 8443；校内网络的地址须先由上级列入允许范围。',
    en: 'The port must be 443 or 8443; addresses in a private network have to be allowed by the policy first.',
  },
  'address-missing': {
    kind: 'rule',
    zh: '该公示屏没有接收地址，不接收通知，也不使用密钥。',
    en: 'This display has no address: it gets no notices and uses no secret.',
  },
  'header-reserved': {
    kind: 'rule',
    zh: '请求头 {name} 由系统或协议使用，或用于存放密钥，不能自定义。',
    en: 'The header {name} belongs to the protocol or to us, or is meant for secrets; it cannot be set.',
  },
  'withdrawals-wanted': {
    kind: 'rule',
    zh: '接收公开或更新通知的公示屏，必须同时接收撤下通知（notice.withdrawn）。',
    en: 'A display that is told of notices must be told when they are withdrawn (notice.withdrawn).',
  },
  'probe-under-way': {
    kind: 'conflict',
    zh: '上一次测试或验证还没有结果，请稍候一分钟再试。',
    en: 'The last test or verification is still under way; try again in a minute.',
  },
  'challenge-not-taken': {
    kind: 'rule',
    zh: '该公示屏经由其他发布系统接收内容，不做地址验证。',
    en: 'This display is reached through another system; its address is not verified.',
  },
  'delivery-unknown': {
    kind: 'unknown',
    zh: '该公示屏没有收到过这一事项的通知。',
    en: 'This display was never sent a notice of that item.',
  },
  'range-empty': {
    kind: 'rule',
    zh: '结束时间不能早于开始时间。',
    en: 'The end of the range is before its beginning.',
  },
  'keeper-unknown': {
    kind: 'rule',
    zh: '屏幕责任人须为本单位已登记的人员。',
    en: 'The keeper of a screen must be somebody on the roster of the organisation.',
  },
  'office-address-missing': {
    kind: 'rule',
    zh: '办公系统没有网页可供自行打开，须填写接收地址。',
    en: 'An office system has no page of its own here; give the address that notices are sent to.',
  },
  'office-address-not-https': {
    kind: 'rule',
    zh: '党内公开的内容只能经 https 送往办公系统，校内网络也不例外。',
    en: 'What is disclosed inside the Party goes by https only, inside a private network too.',
  },
  'office-without-screen': {
    kind: 'rule',
    zh: '办公系统没有屏幕，不需要屏幕设置。',
    en: 'An office system has no screen; leave out its settings.',
  },
  'office-carrier-unfit': {
    kind: 'rule',
    zh: '公示屏系统和群机器人不能接收党内公开的内容：前者挂在墙上，后者发出后撤不回。请使用签名通知、办公系统预置模板或者自定义接口。',
    en: 'Signage and group robots cannot take what is disclosed inside the Party. Use signed webhooks, a preset for office systems, or a template of your own.',
  },
  'assurance-missing': {
    kind: 'rule',
    zh: '须由一名责任人确认：办公系统的接收群组中只有本组织的党员。',
    en: 'A named person must answer for it that only Party members of the organisation are in the receiving group.',
  },
  'assurer-unknown': {
    kind: 'rule',
    zh: '责任人须为本组织花名册上的人员。',
    en: 'Whoever answers for the group must be on the roster of the organisation.',
  },
  'assurer-not-member': {
    kind: 'rule',
    zh: '责任人须为本组织党员。',
    en: 'Whoever answers for the group must be a Party member of the organisation.',
  },
  'assurance-unasked': {
    kind: 'rule',
    zh: '只有面向党内的办公系统需要责任人确认，公示屏不需要。',
    en: 'Only an office system, whose audience is party, takes an assurance.',
  },
  'rotation-under-way': {
    kind: 'rule',
    zh: '上一次更换的旧密钥到 {until} 才失效，请届时再换；如密钥已泄露，请选择旧密钥立即失效。',
    en: 'The key before the last rotation is valid until {until}. Wait, or end the old key at once if it has leaked.',
  },
  'system-only': {
    kind: 'forbidden',
    zh: '此步骤由系统自动办理。',
    en: 'The system does this by itself.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(DISPLAY_REFUSALS);
