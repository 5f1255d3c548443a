import { describe, expect, test } from 'vitest';
import { cardOfDisplay } from '../../../domain/display/card.ts';
import { PRESET_NAMES, PRESETS } from '../../../domain/display/carrier/presets.ts';
import { carrierSchema } from '../../../domain/display/carrier/schema.ts';
import { displayCommands } from '../../../domain/display/commands.ts';
import { displayDecider } from '../../../domain/display/display.ts';
import { given } from '../../support/decider.ts';
import { challenge, display, facts, PARTICULARS, registered } from './samples.ts';

const PEOPLE = {
  linxiao: { id: 'linxiao', name: '林晓', partyMember: true, staff: true },
  wangjun: { id: 'wangjun', name: '王钧', partyMember: true, staff: true },
  zhoumin: { id: 'zhoumin', name: '周敏', partyMember: false, staff: true },
};
const open = { allowHttp: true, allowedAddresses: ['10.20.0.0/16'] };
const members = (networks = {}) => {
  const { organisation, ...rest } = facts(networks);
  return { ...rest, organisation: { ...organisation, people: PEOPLE } };
};

const OFFICE = {
  name: '学校办公系统',
  place: '全体党员',
  url: 'https://oa.example.edu.cn/notices',
  assurance: { person: 'linxiao', membersOnly: true },
};
const SEALED = { key: 'sealed1.aaaa', signing: 'sealed1.bbbb' };
const byTemplate = (more: object) => carrierSchema.parse({ kind: 'http-template', secrets: SEALED, ...more });

const register = (change: object = {}, networks = {}) =>
  display('RegisterDisplay', { ...OFFICE, audience: 'party', ...change }, { facts: members(networks) });
const event = { type: 'DisplayRegistered', data: { ...OFFICE, audience: 'party', keyVersion: 1 } } as const;

describe('an office system', () => {
  test('is registered with who answers for its readers, and asked whether it wants our messages', () => {
    const outcome = given(displayDecider).when(register());
    outcome.then([event, challenge(1)]);
    if (!outcome.state) throw new Error('not registered');
    expect(cardOfDisplay(outcome.state)).toMatchObject({ audience: 'party', assurance: OFFICE.assurance });
  });

  test.each(PRESET_NAMES.filter((name) => 'isOffice' in PRESETS[name]))('takes the preset %s', (preset) => {
    given(displayDecider)
      .when(register({ carrier: byTemplate({ preset }) }))
      .thenTypes('DisplayRegistered');
  });

  test('takes a template of the school for the interface of its maker', () => {
    const carrier = byTemplate({ show: { body: '{"t":"{{title}}"}' }, withdraw: { body: '{"i":"{{id}}"}' } });
    given(displayDecider).when(register({ carrier })).thenTypes('DisplayRegistered');
  });

  test.each(PRESET_NAMES.filter((name) => !('isOffice' in PRESETS[name])))(
    'is not spoken to as %s is, which hangs on a wall or cannot take a message back',
    (preset) => {
      given(displayDecider)
        .when(register({ carrier: byTemplate({ preset }) }))
        .thenRefused('office-carrier-unfit', { field: 'carrier.preset' });
    },
  );

  test('is no Xibo CMS', () => {
    const carrier = carrierSchema.parse({
      kind: 'xibo-dataset',
      clientId: 'c',
      secrets: SEALED,
      dataset: 1,
      displayGroup: 1,
      columns: { id: 'itemId' },
    });
    given(displayDecider)
      .when(register({ carrier }))
      .thenRefused('office-carrier-unfit', { field: 'carrier.kind' });
  });

  test('has an address, since it has no page here', () => {
    given(displayDecider)
      .when(register({ url: undefined }))
      .thenRefused('office-address-missing', { field: 'url' });
  });

  test('is reached by https only, also where the policy allows a screen http', () => {
    const url = 'http://10.20.0.9/notices';
    given(displayDecider)
      .when(register({ url }, open))
      .thenRefused('office-address-not-https', { field: 'url' });
    given(displayDecider)
      .when(display('RegisterDisplay', { ...PARTICULARS, url, audience: 'unit' }, { facts: members(open) }))
      .thenTypes('DisplayRegistered', 'DisplayChallengeRequested');
    const tokens = { scheme: 'client-credentials', tokenUrl: 'http://10.20.0.9/token', clientId: 'c' };
    given(displayDecider)
      .when(register({ carrier: byTemplate({ preset: 'office-json', authentication: tokens }) }, open))
      .thenRefused('office-address-not-https', { field: 'carrier.authentication.tokenUrl' });
  });

  test('has no screen to set', () => {
    given(displayDecider)
      .when(register({ screen: { modes: [] } }))
      .thenRefused('office-without-screen', { field: 'screen' });
  });
});

describe('the assurance', () => {
  test('is asked for', () => {
    given(displayDecider)
      .when(register({ assurance: undefined }))
      .thenRefused('assurance-missing', { field: 'assurance' });
    given(displayDecider)
      .when(register({ assurance: { person: 'linxiao', membersOnly: false } }))
      .thenRefused('assurance-missing', { field: 'assurance.membersOnly' });
  });

  test('is given by a Party member of the organisation', () => {
    given(displayDecider)
      .when(register({ assurance: { person: 'chengong', membersOnly: true } }))
      .thenRefused('assurer-unknown', { field: 'assurance.person' });
    given(displayDecider)
      .when(register({ assurance: { person: 'zhoumin', membersOnly: true } }))
      .thenRefused('assurer-not-member', { field: 'assurance.person' });
  });

  test('is given anew with each change, since the group may be another', () => {
    const change = (data: object) =>
      given(displayDecider, [event]).when(
        display('ChangeDisplay', { ...OFFICE, ...data }, { facts: members() }),
      );
    change({ place: '党员干部', assurance: undefined }).thenRefused('assurance-missing');
    const other = { place: '党员干部', assurance: { person: 'wangjun', membersOnly: true } };
    expect(change(other).state).toMatchObject(other);
    // The same again is an assurance of today.
    expect(change({}).events.map(({ type }) => type)).toEqual(['DisplayChanged']);
  });

  test('is not for a screen', () => {
    const { assurance } = OFFICE;
    given(displayDecider)
      .when(display('RegisterDisplay', { ...PARTICULARS, audience: 'unit', assurance }, { facts: members() }))
      .thenRefused('assurance-unasked', { field: 'assurance' });
    given(displayDecider, [registered])
      .when(display('ChangeDisplay', { ...PARTICULARS, assurance }, { facts: members() }))
      .thenRefused('assurance-unasked');
  });
});

test('no audience is turned into another by a change', () => {
  expect(displayCommands.ChangeDisplay.safeParse({ ...OFFICE, audience: 'party' }).success).toBe(false);
});
