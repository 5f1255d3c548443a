import { given, one, type Sent } from './form-data.ts';
import type { OperationForms } from './operation-forms.ts';

/** How notices reach an office system, for whoever registers it on a page; a template of its own goes by the API. */
export const OFFICE_WAYS = {
  signed: '签名通知（Standard Webhooks，密钥登记后显示一次）',
  'office-json': 'JSON，令牌认证（Bearer）',
  'office-form': '表单，签名校验（HMAC-SHA256，请求头 X-Signature）',
} as const;

/** Never sent back to the browser, not even with what was refused. */
export const SECRET_FIELDS = ['connect.carrier.secrets.key', 'connect.carrier.secrets.signing'] as const;
const [KEY, SIGNING] = SECRET_FIELDS;

export const OFFICE_FORMS: OperationForms = {
  connect: {
    operation: 'registerDisplay',
    read: (sent) => ({
      ...given(sent, 'name', 'connect.name'),
      ...given(sent, 'place', 'connect.place'),
      url: one(sent, 'connect.url'),
      audience: 'party',
      ...carrierIn(sent),
      assurance: {
        ...given(sent, 'person', 'connect.assurance.person'),
        membersOnly: one(sent, 'connect.assurance.membersOnly') === 'yes',
      },
    }),
    done: '办公系统已登记，正在推送已在党内公开的事项。',
  },
};

function carrierIn(sent: Sent): object {
  const preset = one(sent, 'connect.carrier.preset');
  if (preset === 'signed') return {};
  const secrets = { ...given(sent, 'key', KEY), ...given(sent, 'signing', SIGNING) };
  return { carrier: { kind: 'http-template', preset, secrets } };
}
