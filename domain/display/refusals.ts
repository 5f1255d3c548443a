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
