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
    zh: '该公示屏没有接收地址，不使用密钥。',
    en: 'This display has no address and so uses no secret.',
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
