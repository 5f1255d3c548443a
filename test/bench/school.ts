import type { ItemContent } from '../../domain/item/content.ts';
import { DEFAULT_POLICY } from '../../domain/organisation/policy.ts';
import type { Aggregate } from '../../functions/api/operations.ts';

/** A command of somebody's on something of an organisation, whichever door it is sent through. */
export interface Step {
  readonly aggregate: Aggregate;
  readonly command: string;
  readonly person: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly data: object;
}

export const DISTRICT = 'chengjiang';
export const SCHOOL = 'dongfang';
export const FOUNDER = 'qiu-lan';
/** Invented people of the school. */
export const PEOPLE = { clerk: 'zhou-min', office: 'lin-hui', head: 'chen-guang', member: 'wu-yue' } as const;

const step =
  (aggregate: Aggregate, organisation: string) =>
  (command: string, data: object, person: string = FOUNDER): Step => ({
    aggregate,
    command,
    person,
    parameters: { organisation },
    data,
  });

const inDistrict = step('organisation', DISTRICT);
const inSchool = step('organisation', SCHOOL);
const seat = (body: string, position: string, person: string) => ({
  body,
  position,
  person,
  from: '2026-01-01',
});
const member = (id: string, name: string) => ({ id, name, partyMember: true, staff: true });

/** A school under its district, with seats, catalogue, and a display allowed on this machine. */
export const OPENING: readonly Step[] = [
  inDistrict('OnboardOrganisation', {
    id: DISTRICT,
    name: '区教育党工委',
    shortName: '区',
    kind: 'committee',
  }),
  inDistrict('RegisterPeople', { people: [member(FOUNDER, '邱岚')] }),
  inDistrict('FillSeat', seat('office', 'head', FOUNDER)),
  inSchool('OnboardOrganisation', {
    id: SCHOOL,
    name: '东方小学党支部',
    shortName: '东方小学',
    kind: 'branch',
    superior: DISTRICT,
  }),
  inSchool('RegisterPeople', {
    people: [
      member(PEOPLE.clerk, '周敏'),
      member(PEOPLE.office, '林慧'),
      member(PEOPLE.head, '陈光'),
      member(PEOPLE.member, '吴越'),
    ],
  }),
  inSchool('FillSeat', seat('office', 'member', PEOPLE.clerk)),
  inSchool('FillSeat', seat('office', 'head', PEOPLE.office)),
  inSchool('FillSeat', seat('leading-group', 'head', PEOPLE.head)),
  inSchool('FillSeat', seat('leading-group', 'member', PEOPLE.member)),
  inSchool('ChangePolicy', {
    policy: { ...DEFAULT_POLICY, displayNetworks: { allowHttp: true, allowedAddresses: ['127.0.0.1'] } },
    reason: '校内公示屏。',
  }),
  step('catalogue', SCHOOL)('AdoptTemplate', { template: 'branch', version: 1 }),
];

/** An ordinary item for everybody, as short as such items are. */
export const CONTENT: ItemContent = {
  row: 'b-17',
  title: '关于召开教职工代表大会的公开',
  text: '经党支部研究，定于九月中旬召开教职工代表大会。',
  basis: 'statutory',
  documentType: 'matter',
  matter: 'ordinary',
  important: false,
  forms: ['公示栏', '网站'],
  exception: '家长需要知道，增加网站公开。',
  audience: 'public',
  releasePlan: [{ audience: 'public' }],
  provider: { kind: 'office', name: '党务公开办公室' },
  accountable: PEOPLE.clerk,
};

const YES = { ok: true };
export const REVIEW = {
  verdicts: { content: YES, form: YES, audience: YES, time: YES, duration: YES },
  secrecy: { clear: true },
};

export const onItem = (item: string, command: string, person: string, data: object = {}): Step => ({
  aggregate: 'item',
  command,
  person,
  parameters: { organisation: SCHOOL, item },
  data,
});
