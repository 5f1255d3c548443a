import { describe, expect, test } from 'vitest';
import { CARRIER_REFUSALS } from '../../../../domain/display/carrier/refusals.ts';
import { carrierSchema } from '../../../../domain/display/carrier/schema.ts';
import { displayDecider } from '../../../../domain/display/display.ts';
import { given } from '../../../support/decider.ts';
import { unexercised } from '../../../support/refusal-coverage.ts';
import { display, PARTICULARS, registered } from '../samples.ts';

const SEALED = 'sealed1.AAAA';
const XIBO = {
  kind: 'xibo-dataset',
  clientId: 'c',
  secrets: { key: SEALED },
  dataset: 12,
  displayGroup: 7,
  columns: { id: 'itemId', title: 'title' },
};
const TEMPLATE = {
  kind: 'http-template',
  show: { body: '{"id":"{{id}}"}' },
  withdraw: { body: '{"id":"{{id}}","gone":true}' },
};
const registering = (carrier: object, particulars: object = PARTICULARS) =>
  given(displayDecider).when(
    display('RegisterDisplay', {
      ...(particulars as typeof PARTICULARS),
      audience: 'public',
      carrier: carrierSchema.parse(carrier),
    }),
  );

describe('a carrier that is as it should be', () => {
  test.each([
    ['a DataSet', XIBO],
    ['a template', TEMPLATE],
    ['班牌 by preset', { kind: 'http-template', preset: 'banpai-notices' }],
    ['企业微信 by preset', { kind: 'http-template', preset: 'wecom', secrets: { key: SEALED } }],
    [
      '钉钉 by preset',
      { kind: 'http-template', preset: 'dingtalk', secrets: { key: SEALED, signing: SEALED } },
    ],
    [
      'XML',
      {
        ...TEMPLATE,
        contentType: 'xml',
        show: { body: '<?xml version="1.0"?><n a="{{id}}">{{title}}<b/></n>' },
        withdraw: { body: '<n>{{id}}</n>' },
      },
    ],
    [
      'a form',
      { ...TEMPLATE, contentType: 'form', show: { body: 'a={{title}}' }, withdraw: { body: 'a={{id}}' } },
    ],
    ['DELETE without a body', { ...TEMPLATE, withdraw: { method: 'DELETE', path: '/{{id}}' } }],
  ])('is recorded: %s', (_, carrier) => {
    registering(carrier).thenTypes('DisplayRegistered');
  });

  test('is not asked whether it wants our messages: it would not understand the question', () => {
    registering(XIBO).thenTypes('DisplayRegistered');
  });

  test('may be given to a display that had none, and taken away again', () => {
    const carrier = carrierSchema.parse(XIBO);
    const changed = given(displayDecider, [registered]).when(
      display('ChangeDisplay', { ...PARTICULARS, carrier }),
    );
    changed.thenTypes('DisplayChanged');
    expect(changed.state?.carrier).toEqual(carrier);
    changed.when(display('ChangeDisplay', { ...PARTICULARS, carrier })).then([]);
    expect(changed.when(display('ChangeDisplay', PARTICULARS)).state?.carrier).toBeUndefined();
  });
});

describe('refused is', () => {
  test('a carrier without an address', () => {
    const { url: _url, ...rest } = PARTICULARS;
    registering(XIBO, rest).thenRefused('carrier-without-address', { field: 'url' });
  });

  test('a column map without the id, and one with a column twice', () => {
    registering({ ...XIBO, columns: { title: 'title' } }).thenRefused('carrier-id-column-missing');
    const columns = { id: 'itemId', title: 'Text', summary: 'text' };
    registering({ ...XIBO, columns }).thenRefused('carrier-column-twice', { column: 'text' });
  });

  test('a template without anything to show or to take down with', () => {
    registering({ kind: 'http-template' }).thenRefused('carrier-template-missing', { field: 'carrier.show' });
    const { withdraw: _withdraw, ...rest } = TEMPLATE;
    registering(rest).thenRefused('carrier-template-missing', { field: 'carrier.withdraw' });
  });

  test.each([
    ['json', '{"a":{{title}}}'],
    ['json', '{"{{title}}":1}'],
    ['json', '{"a":"{{title}"}'],
    ['json', 'title'],
    ['form', '{{title}}=1'],
    ['xml', '<a>{{title}}'],
    ['xml', '<a></b>'],
    ['xml', '<a/><b/>'],
    ['xml', 'title'],
    ['xml', '<a {{title}}="1"/>'],
    ['xml', '<{{title}}/>'],
    ['xml', '<a><!-- {{title}} --></a>'],
    ['xml', '<a><![CDATA[{{title}}]]></a>'],
    ['xml', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['xml', '<a b={{title}}/>'],
    ['text', 'SHOW {{title'],
  ])('as %s: %s', (contentType, body) => {
    const withdraw = { method: 'DELETE' };
    registering({ ...TEMPLATE, contentType, show: { body }, withdraw }).thenRefused(
      'carrier-template-malformed',
      {
        field: 'carrier.show.body',
      },
    );
  });

  test('a signature of 飞书 on what is no JSON', () => {
    const carrier = {
      ...TEMPLATE,
      contentType: 'text',
      signing: { scheme: 'feishu' },
      secrets: { signing: SEALED },
    };
    registering(carrier).thenRefused('carrier-template-malformed');
  });

  test('a variable that there is not, named, with those that there are', () => {
    const refusal = registering({ ...TEMPLATE, show: { body: '{"a":"{{titel}}"}' } }).thenRefused(
      'carrier-variable-unknown',
      { variable: 'titel', field: 'carrier.show.body' },
    );
    expect(refusal.zh).toContain('title、summary');
    registering({ ...TEMPLATE, show: { body: '{"a":"{{constructor}}"}' } }).thenRefused(
      'carrier-variable-unknown',
    );
    registering({ ...TEMPLATE, show: { path: '/{{title}}', body: '{}' } }).thenRefused(
      'carrier-variable-unknown',
      {
        variable: 'title',
        field: 'carrier.show.path',
      },
    );
  });

  test('a variable of what is gone', () => {
    registering({ ...TEMPLATE, withdraw: { body: '{"a":"{{title}}"}' } }).thenRefused(
      'carrier-variable-gone',
      {
        variable: 'title',
        field: 'carrier.withdraw.body',
      },
    );
  });

  test.each([
    [{ ...XIBO, secrets: {} }, 'key'],
    [{ ...TEMPLATE, authentication: { scheme: 'bearer' } }, 'key'],
    [{ kind: 'http-template', preset: 'feishu', secrets: { key: SEALED } }, 'signing'],
  ])('a carrier that lacks a secret', (carrier, secret) => {
    registering(carrier).thenRefused('carrier-secret-missing', { secret });
  });

  test('a place for tokens where a display could not be', () => {
    const authentication = { scheme: 'client-credentials', tokenUrl: 'http://10.0.0.1/token', clientId: 'c' };
    registering({ ...TEMPLATE, authentication, secrets: { key: SEALED } }).thenRefused('address-not-https', {
      field: 'carrier.authentication.tokenUrl',
    });
  });
});

test('a secret that was not sealed never comes into the record', () => {
  expect(() => registering({ ...XIBO, secrets: { key: 'in clear' } })).toThrow('unsealed');
});

test.each([
  ['a header with a line break', { ...TEMPLATE, authentication: { scheme: 'header', name: 'a\r\nb' } }],
  ['a variable that hides in the method', { ...TEMPLATE, show: { method: '{{id}}', body: '{}' } }],
  ['a heading that the CMS would not take', { ...XIBO, columns: { id: "item'Id" } }],
  ['the heading of the CMS itself', { ...XIBO, columns: { id: 'ID' } }],
  ['a field that there is not', { ...XIBO, columns: { id: 'itemId', secret: 'x' } }],
  ['a preset that there is not', { kind: 'http-template', preset: 'nonesuch' }],
  ['something else beside', { ...XIBO, password: 'x' }],
])('the schema does not take %s', (_, carrier) => {
  expect(carrierSchema.safeParse(carrier).success).toBe(false);
});

test('each refusal is provoked, here or where addresses are taken apart', () => {
  expect(unexercised(CARRIER_REFUSALS, 'test/domain/display/carrier')).toEqual(['carrier-address-wrong']);
});
