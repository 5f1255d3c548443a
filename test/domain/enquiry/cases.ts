import { calendarOf } from '../../../domain/calendar/working-days.ts';
import type { EnquiryCommandOf, EnquiryCommandType, EnquiryFacts } from '../../../domain/enquiry/commands.ts';
import { enquiryDecider } from '../../../domain/enquiry/enquiry.ts';
import type { Enquiry, EnquiryState } from '../../../domain/enquiry/state.ts';
import type { Actor } from '../../../domain/kernel/decider.ts';
import { given } from '../../support/decider.ts';
import { CLOCK, DISTRICT, NOW, person, SCHOOL } from '../item/school.ts';

export const FACTS: EnquiryFacts = {
  organisation: SCHOOL,
  superior: DISTRICT,
  calendar: calendarOf({}),
  holdsReceipt: false,
  links: {},
  rows: [],
};
export const VISITOR: Actor = { kind: 'system', name: 'visitor' };
/** A visitor with the receipt of the case. */
export const HOLDER = { by: VISITOR, facts: { ...FACTS, holdsReceipt: true } };

export interface Circumstances {
  readonly by?: Actor;
  readonly now?: string;
  readonly facts?: EnquiryFacts;
}

/** A command by the head of the office, on Tuesday 1 September 2026 at nine, unless a test says otherwise. */
export const issue = <Type extends EnquiryCommandType>(
  type: Type,
  data: EnquiryCommandOf<Type>['data'],
  { by = person('li'), now = NOW, facts = FACTS }: Circumstances = {},
): EnquiryCommandOf<Type> => ({ type, data, now, actor: by, facts }) as EnquiryCommandOf<Type>;

export const QUESTION: EnquiryCommandOf<'RegisterEnquiry'>['data'] = {
  subject: '校车租赁合同的费用明细',
  from: { kind: 'anonymous' },
  speaker: 'parent',
  channel: 'online',
};
export const ask = (changes: Partial<typeof QUESTION> = {}, when?: Circumstances) =>
  issue('RegisterEnquiry', { ...QUESTION, ...changes }, { by: VISITOR, ...when });
export const proposal = (
  changes: Partial<EnquiryCommandOf<'ProposeDecision'>['data']> = {},
): EnquiryCommandOf<'ProposeDecision'>['data'] => ({
  outcome: 'disclosed',
  ground: 'of-general-concern',
  text: '同意公开合同总价和分项费用。',
  matter: 'ordinary',
  ...changes,
});
export const REFUSAL = proposal({
  outcome: 'refused',
  ground: 'commercial-secret',
  text: '涉及承租方商业秘密，不能公开。',
});
export const propose = (data = proposal(), when?: Circumstances) => issue('ProposeDecision', data, when);
export const approve = (when?: Circumstances) =>
  issue('ApproveDecision', {}, { by: person('zhou'), ...when });
export const passTime = (now: string, facts = FACTS) => issue('TimePassed', {}, { by: CLOCK, now, facts });

export const nothing = () => given(enquiryDecider);
export const registered = (changes?: Partial<typeof QUESTION>, when?: Circumstances) =>
  nothing().when(ask(changes, when));
export const decided = (data = proposal(), changes?: Partial<typeof QUESTION>) =>
  registered(changes).when(propose(data)).when(approve());

export function caseOf(state: EnquiryState): Enquiry {
  if (!state) throw new Error('there is no case');
  return state;
}
