import type { ItemContent } from '../../domain/item/content.ts';
import { content, districtSteps, SCHOOL, STAFFED, type Step, schoolSteps } from '../support/school.ts';

/** A school under its district, with a display allowed on this machine. */
export const OPENING: readonly Step[] = [
  ...districtSteps(),
  ...schoolSteps(SCHOOL, {
    name: '东方小学党支部',
    kind: 'branch',
    ...STAFFED,
    policy: { displayNetworks: { allowHttp: true, allowedAddresses: ['127.0.0.1'] } },
  }),
];

/** An ordinary item for everybody, as short as such items are. */
export const CONTENT: ItemContent = content({ title: '关于召开教职工代表大会的公开' });

export const onItem = (item: string, command: string, person: string, data: object = {}): Step => ({
  aggregate: 'item',
  command,
  person,
  parameters: { organisation: SCHOOL, item },
  data,
});
