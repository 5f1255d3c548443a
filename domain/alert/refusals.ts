import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const ALERT_REFUSALS = {
  'digest-unknown': {
    kind: 'unknown',
    zh: '没有找到这条提醒，或它不是发给您的。',
    en: 'There is no such reminder, or it is not yours.',
  },
  'robot-unknown': {
    kind: 'unknown',
    zh: '没有找到该群机器人，或已经移除。',
    en: 'There is no such robot, or it has been removed.',
  },
  'robot-exists': { kind: 'conflict', zh: '该群机器人已经登记。', en: 'This robot is registered already.' },
  'robot-address-wrong': {
    kind: 'rule',
    zh: '这不是所选平台的群机器人地址，请从群设置中完整复制。',
    en: 'This is not the address of a robot of that platform; copy it whole from the settings of the group.',
  },
  'robot-secret-missing': {
    kind: 'rule',
    zh: '钉钉和飞书的群机器人须启用“加签”，并填写签名密钥。',
    en: 'Robots of DingTalk and Feishu have to sign: switch signing on in the group and give the secret.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(ALERT_REFUSALS);
