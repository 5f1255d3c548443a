import { calendarOf } from '../../../domain/calendar/working-days.ts';
import { DEFAULT_DOCUMENT_TYPES } from '../../../domain/catalogue/document-types.ts';
import { DEFAULT_FORMS } from '../../../domain/catalogue/forms.ts';
import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import type { ItemCommandOf, ItemCommandType, ItemFacts } from '../../../domain/item/commands.ts';
import type { ItemContent } from '../../../domain/item/content.ts';
import { itemDecider } from '../../../domain/item/item.ts';
import type { Item, ItemState } from '../../../domain/item/state.ts';
import type { Actor } from '../../../domain/kernel/decider.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { Body, Position } from '../../../domain/organisation/body.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import { DEFAULT_POLICY, type Policy } from '../../../domain/organisation/policy.ts';
import { given } from '../../support/decider.ts';

/** Wall-clock time in Shanghai: `2026-09-01 09:00`. */
export const at = (text: string): Instant => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();

/** Tuesday morning, when everything happens unless a test says otherwise. */
export const NOW = at('2026-09-01 09:00');

type Seats = readonly (readonly [person: string, body: Body, position: Position])[];

/** An invented organisation that asks for no opinions after a release: people in the Party and on the staff unless their name says otherwise. */
export function organisation(
  name: string,
  seats: Seats,
  others: readonly string[] = [],
  more: { superior?: string; policy?: Partial<Policy> } = {},
): Organisation {
  const ids = new Set([...seats.map(([person]) => person), ...others]);
  return {
    name,
    shortName: name,
    kind: 'branch',
    ...(more.superior && { superior: more.superior }),
    people: Object.fromEntries(
      [...ids].map((id) => [id, { id, name: id, partyMember: !id.startsWith('teacher'), staff: true }]),
    ),
    seats: seats.map(([person, body, position]) => ({ person, body, position, from: '2020-09-01' })),
    policy: { ...DEFAULT_POLICY, feedbackWindowDays: 0, ...more.policy },
    since: '2020-09-01',
    channels: [],
    feedEdition: 0,
  };
}

export const DISTRICT = organisation('区教育党工委', [
  ['qu-head', 'leading-group', 'head'],
  ['qu-member', 'leading-group', 'member'],
  ['qu-office', 'office', 'head'],
]);

export const SCHOOL = organisation(
  '东方小学',
  [
    ['li', 'office', 'head'],
    ['wang', 'office', 'member'],
    ['zhou', 'leading-group', 'head'],
    ['chen', 'leading-group', 'member'],
    ['he', 'leading-group', 'member'],
    ['lin', 'supervision-group', 'head'],
  ],
  ['wu', 'teacher-qian'],
  { superior: 'qu' },
);

/** Two people hold all the seats between them. */
export const SMALL_SCHOOL = organisation(
  '江湾教学点',
  [
    ['sun', 'leading-group', 'head'],
    ['sun', 'office', 'head'],
    ['gao', 'leading-group', 'member'],
    ['gao', 'office', 'member'],
  ],
  [],
  { superior: 'qu' },
);

export const ROW: CatalogueRow = {
  id: 'b-12',
  no: 12,
  level1: '党的组织建设情况',
  forms: ['会议', '文件', '设限平台', '网站'],
  formsText: '会议、文件、设限平台、网站等',
  openEnded: true,
  audience: 'public',
  timing: 'periodic',
  mandated: true,
  origin: 'template',
};

export const FACTS: ItemFacts = {
  organisation: SCHOOL,
  superior: DISTRICT,
  row: ROW,
  opinions: { calendar: calendarOf({}), unanswered: 0 },
  vocabulary: DEFAULT_FORMS,
  documentTypes: DEFAULT_DOCUMENT_TYPES,
};
export const SMALL: ItemFacts = { ...FACTS, organisation: SMALL_SCHOOL };

export const withPolicy = (policy: Partial<Policy>, facts: ItemFacts = FACTS): ItemFacts => ({
  ...facts,
  organisation: { ...facts.organisation, policy: { ...facts.organisation.policy, ...policy } },
});

/** An ordinary item for Party members on the platform of the school, released once it is approved. */
export const CONTENT: ItemContent = {
  row: 'b-12',
  title: '2026年第三季度党费收缴情况',
  text: '全校党员均已足额缴纳党费。',
  basis: 'voluntary',
  documentType: 'matter',
  matter: 'ordinary',
  important: false,
  forms: ['设限平台'],
  audience: 'party',
  releasePlan: [{ audience: 'party' }],
  provider: { kind: 'office', name: '党务公开办公室' },
  accountable: 'li',
};

/** A major decision: members hear of it on the second, everybody on the ninth. */
export const DECISION: ItemContent = {
  ...CONTENT,
  title: '关于新建综合楼的决定',
  matter: 'major-decision',
  forms: ['设限平台', '网站'],
  audience: 'public',
  releasePlan: [
    { audience: 'party', at: at('2026-09-02 09:00') },
    { audience: 'public', at: at('2026-09-09 09:00') },
  ],
};

export const OBJECTION: ItemContent['objection'] = {
  periodDays: 5,
  contact: '党务公开办公室',
  phone: '0516-83912345',
  supervisionPhone: '0516-83912346',
  howToObject: '书面送交党务公开办公室。',
};

export const person = (id: string, organisationId = 'dongfang'): Actor => ({
  kind: 'person',
  person: id,
  organisation: organisationId,
});
export const CLOCK: Actor = { kind: 'system', name: 'due-worker' };

const USUALLY: Partial<Record<ItemCommandType, string>> = {
  ReviewItem: 'wang',
  ReturnItem: 'wang',
  ConsultMembers: 'wang',
  ApproveItem: 'zhou',
  EscalateItem: 'zhou',
};

export interface Circumstances {
  readonly by?: string | Actor;
  readonly now?: Instant;
  readonly facts?: ItemFacts;
}

/** A command by whoever usually issues it, at {@link NOW}. */
export function issue<Type extends ItemCommandType>(
  type: Type,
  data: ItemCommandOf<Type>['data'],
  { by, now = NOW, facts = FACTS }: Circumstances = {},
): ItemCommandOf<Type> {
  const isClock = type === 'TimePassed' || type === 'ScreenItem';
  const who = by ?? (isClock ? CLOCK : (USUALLY[type] ?? 'li'));
  const actor = typeof who === 'string' ? person(who) : who;
  return { type, data, now, actor, facts } as ItemCommandOf<Type>;
}

const YES = { ok: true };
export const VERDICTS = { content: YES, form: YES, audience: YES, time: YES, duration: YES };
export const CLEAR = { verdicts: VERDICTS, secrecy: { clear: true } };

export const propose = (content: Partial<ItemContent> = {}, when?: Circumstances) =>
  issue('ProposeItem', { ...CONTENT, ...content }, when);
export const submit = (when?: Circumstances) => issue('SubmitItem', {}, when);
export const screen = (when?: Circumstances) => issue('ScreenItem', {}, when);
export const review = (when?: Circumstances) => issue('ReviewItem', CLEAR, when);
export const approve = (when?: Circumstances) => issue('ApproveItem', {}, when);
export const passTime = (now: Instant, when?: Circumstances) => issue('TimePassed', {}, { ...when, now });

export const nothing = () => given(itemDecider);
export const drafted = (content?: Partial<ItemContent>, when?: Circumstances) =>
  nothing().when(propose(content, when));
export const submitted = (content?: Partial<ItemContent>, when?: Circumstances) =>
  drafted(content, when).when(submit(when)).when(screen(when));
export const reviewed = (content?: Partial<ItemContent>, when?: Circumstances) =>
  submitted(content, when).when(review(when));
/** By the leading group; where the chain asks for more, by the main leader as well. */
export function approved(content?: Partial<ItemContent>, when?: Circumstances) {
  const first = reviewed(content, when).when(approve({ ...when, by: 'zhou' }));
  return latestOf(first.state).stage === 'reviewed' ? first.when(approve({ ...when, by: 'zhou' })) : first;
}
/** Approved, and the clock has run at the same instant. */
export const released = (content?: Partial<ItemContent>, when?: Circumstances) =>
  approved(content, when).when(passTime(when?.now ?? NOW, when));

export function itemOf(state: ItemState): Item {
  if (!state) throw new Error('there is no item yet');
  return state;
}
export const latestOf = (state: ItemState) => itemOf(state).versions.at(-1) as Item['versions'][number];
