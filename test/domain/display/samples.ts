import type { DisplayCommand, DisplayCommandType, DisplayFacts } from '../../../domain/display/commands.ts';
import type {
  DeliveryCommand,
  DeliveryCommandType,
  DeliveryEvent,
} from '../../../domain/display/delivery-commands.ts';
import type { DisplayEvent } from '../../../domain/display/events.ts';
import type { Actor } from '../../../domain/kernel/decider.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import { DEFAULT_POLICY, type Policy } from '../../../domain/organisation/policy.ts';

/** 1 September 2026, 08:00 in Shanghai. */
export const NOW = '2026-09-01T00:00:00.000Z';

export const person = (id: string, organisation = 'dongfang'): Actor => ({
  kind: 'person',
  person: id,
  organisation,
});
export const SYSTEM: Actor = { kind: 'system', name: 'send-delivery' };

/** 东方小学: 林晓 leads the office, 周敏 sits in the supervision group, 陈工 belongs to the district's office. */
export function facts(networks: Partial<Policy['displayNetworks']> = {}): DisplayFacts {
  const policy = {
    ...DEFAULT_POLICY,
    displayNetworks: { ...DEFAULT_POLICY.displayNetworks, ...networks },
  };
  return {
    organisation: tenant('东方小学党支部', policy, [
      { body: 'office', position: 'head', person: 'linxiao', from: '2026-01-01' },
      { body: 'leading-group', position: 'member', person: 'wangjun', from: '2026-01-01' },
      { body: 'supervision-group', position: 'member', person: 'zhoumin', from: '2026-01-01' },
      { body: 'office', position: 'member', person: 'retired', from: '2025-01-01', until: '2026-09-01' },
    ]),
    superior: tenant('区教育党工委', policy, [
      { body: 'office', position: 'head', person: 'chengong', from: '2026-01-01' },
    ]),
  };
}

const tenant = (name: string, policy: Policy, seats: Organisation['seats']): Organisation => ({
  name,
  shortName: name,
  kind: 'branch',
  people: {},
  seats,
  policy,
  since: '2026-01-01',
  channels: [],
  feedEdition: 0,
});

export const PARTICULARS = { name: '校门口大屏', place: '校门口', url: 'https://screens.example.cn/notices' };

export const registered: DisplayEvent = {
  type: 'DisplayRegistered',
  data: { ...PARTICULARS, audience: 'public', keyVersion: 1 },
};

export const challenge = (number: number): DisplayEvent => ({
  type: 'DisplayChallengeRequested',
  data: { number },
});

type DataOf<Type extends DisplayCommandType> = Extract<DisplayCommand, { type: Type }>['data'];

export const display = <Type extends DisplayCommandType>(
  type: Type,
  data: DataOf<Type>,
  change: Partial<Omit<DisplayCommand, 'type' | 'data'>> = {},
): DisplayCommand =>
  ({ type, data, now: NOW, actor: person('linxiao'), facts: facts(), ...change }) as DisplayCommand;

type DeliveryDataOf<Type extends DeliveryCommandType> = Extract<DeliveryCommand, { type: Type }>['data'];

export const delivery = <Type extends DeliveryCommandType>(
  type: Type,
  data: DeliveryDataOf<Type>,
  now = NOW,
  actor: Actor = SYSTEM,
): DeliveryCommand => ({ type, data, now, actor, facts: {} }) as DeliveryCommand;

export const PLAN = { display: 'gate', item: 'item-1', onShow: true, revision: 5, content: 'a' } as const;

export const planned = (revision = 5, content = 'a'): DeliveryEvent => ({
  type: 'DeliveryPlanned',
  data: { display: 'gate', item: 'item-1', type: 'notice.released', revision, content },
});
