import { DEFAULT_POLICY } from '../../domain/organisation/policy.ts';
import { type Aggregate, COMMAND_OPERATIONS } from '../../functions/api/operations.ts';
import { fillPath } from '../../functions/api/routing.ts';

/** A command of somebody's on something of an organisation, whichever door it is sent through. */
export interface Step {
  readonly aggregate: Aggregate;
  readonly command: string;
  readonly person: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly data: object;
}

/** The step as the API takes it. */
export function requestOf({ command, parameters, data }: Step) {
  const operation = COMMAND_OPERATIONS.find((one) => one.command === command);
  if (!operation) throw new Error(`no operation for ${command}`);
  return { method: operation.method, path: fillPath(operation.path, parameters), body: data };
}

export const DISTRICT = 'chengjiang';
export const SCHOOL = 'dongfang';
export const OTHER_SCHOOL = 'hezui';

/** The founder of the district; has no power once the office is filled. */
export const FOUNDER = 'founder';

/** Invented people of the district and of two schools, by what they do. */
export const PEOPLE = {
  districtOffice: 'qiu-lan',
  districtHead: 'shao-ping',
  clerk: 'zhou-min',
  office: 'lin-hui',
  head: 'chen-guang',
  deputy: 'ma-yuan',
  member: 'wu-yue',
  teacher: 'he-qing',
  otherHead: 'tang-li',
  otherTeacher: 'gao-jie',
  passerBy: 'nobody-here',
} as const;

const member = (id: string, name: string) => ({ id, name, partyMember: true, staff: true });
const colleague = (id: string, name: string) => ({ id, name, partyMember: false, staff: true });

type SeatOf = readonly [body: string, position: string, person: string];

/** A school where nobody has to decide on their own text. */
export const STAFFED = {
  people: [
    member(PEOPLE.clerk, '周敏'),
    member(PEOPLE.office, '林慧'),
    member(PEOPLE.head, '陈光'),
    member(PEOPLE.deputy, '马远'),
    member(PEOPLE.member, '吴越'),
    colleague(PEOPLE.teacher, '何清'),
  ],
  seats: [
    ['office', 'member', PEOPLE.clerk],
    ['office', 'head', PEOPLE.office],
    ['leading-group', 'head', PEOPLE.head],
    ['leading-group', 'deputy', PEOPLE.deputy],
  ],
} as const;

/** People of another school, who are members and staff only there. */
export const OTHER_STAFF = {
  people: [member(PEOPLE.otherHead, '唐丽'), colleague(PEOPLE.otherTeacher, '高洁')],
  seats: [['office', 'head', PEOPLE.otherHead]],
} as const;

export interface School {
  readonly name: string;
  readonly kind: 'committee' | 'general-branch' | 'branch';
  readonly template?: 'committee' | 'branch';
  readonly people?: readonly object[];
  readonly seats?: readonly SeatOf[];
  /** What differs from the default. */
  readonly policy?: object;
}

/** What it takes to found the district and to fill its office. */
export const districtSteps = (): readonly Step[] => [
  onboarding(DISTRICT, FOUNDER, { name: '澄江区教育党工委', kind: 'committee' }),
  ...staffing(DISTRICT, FOUNDER, {
    people: [member(PEOPLE.districtOffice, '邱岚'), member(PEOPLE.districtHead, '邵平')],
    // With the office filled the founder's power ends.
    seats: [
      ['leading-group', 'head', PEOPLE.districtHead],
      ['office', 'head', PEOPLE.districtOffice],
    ],
  }),
];

/** What it takes to open a school under the district. */
export function schoolSteps(id: string, school: School): readonly Step[] {
  const { name, kind, template = kind === 'committee' ? kind : 'branch', policy } = school;
  const office = PEOPLE.districtOffice;
  const within = (aggregate: Aggregate, command: string, data: object): Step => ({
    aggregate,
    command,
    person: office,
    parameters: { organisation: id },
    data,
  });
  return [
    onboarding(id, office, { name, kind, superior: DISTRICT }),
    within('catalogue', 'AdoptTemplate', { template, version: 1 }),
    ...staffing(id, office, school),
    ...(policy
      ? [
          within('organisation', 'ChangePolicy', {
            policy: { ...DEFAULT_POLICY, ...policy },
            reason: '经支部会议研究决定。',
          }),
        ]
      : []),
  ];
}

const onboarding = (
  id: string,
  person: string,
  data: { readonly name: string; readonly kind: string; readonly superior?: string },
): Step => ({
  aggregate: 'organisation',
  command: 'OnboardOrganisation',
  person,
  parameters: { organisation: id },
  data: { id, shortName: data.name, ...data },
});

const staffing = (
  id: string,
  person: string,
  { people = [], seats = [] }: Pick<School, 'people' | 'seats'>,
): readonly Step[] =>
  [
    ...(people.length > 0 ? [{ command: 'RegisterPeople', data: { people } }] : []),
    ...seats.map(([body, position, holder]) => ({
      command: 'FillSeat',
      data: { body, position, person: holder, from: '2026-01-01' },
    })),
  ].map((step) => ({ aggregate: 'organisation', person, parameters: { organisation: id }, ...step }));

/** A disclosure to society, unless changed. */
export const content = (changes: object = {}) => ({
  row: 'b-17',
  title: '关于召开第五届教职工代表大会第二次会议的公开',
  text: '经党支部研究，定于九月中旬召开教职工代表大会。',
  basis: 'statutory' as const,
  documentType: 'matter' as const,
  matter: 'ordinary' as const,
  important: false,
  forms: ['公示栏', '网站'],
  exception: '家长需要知道，增加网站公开。',
  audience: 'public' as const,
  releasePlan: [{ audience: 'public' as const }],
  provider: { kind: 'office' as const, name: '党务公开办公室' },
  accountable: PEOPLE.clerk,
  ...changes,
});

/** Changes that make it one for Party members only. */
export const INSIDE_ONLY = {
  row: 'b-09',
  title: '党组织设置及分工变动情况',
  text: '支部委员会分工作如下调整。',
  forms: ['设限平台'],
  audience: 'party',
  releasePlan: [{ audience: 'party' }],
};

const YES = { ok: true };
/** Five verdicts and the secrecy check, all of them in favour. */
export const REVIEW = {
  verdicts: { content: YES, form: YES, audience: YES, time: YES, duration: YES },
  secrecy: { clear: true },
};
