import type { DutyRules, LadderStep } from './rules-schema.ts';

/** How often a `periodic` row is disclosed: 每季度 or 每半年 (DF-29, HZ-20, QS-06). */
export const CADENCES = { quarter: '每季度', 'half-year': '每半年' } as const;
export type Cadence = keyof typeof CADENCES;

/** 自然日 or 工作日: the sources say "7日" and not which. */
export const COUNTINGS = { calendar: '自然日', working: '工作日' } as const;
export type Counting = keyof typeof COUNTINGS;

const owner = { seat: { body: 'office' }, at: 'own' } as const;
const head = { seat: { body: 'leading-group', position: 'deputy' }, at: 'own' } as const;
const secretary = { seat: { body: 'leading-group', position: 'head' }, at: 'own' } as const;
const districtOffice = { seat: { body: 'office' }, at: 'superior' } as const;

/** The district's floor until it sets its own: T−7, −3, −1 the owner; T the head; +1…3 the secretary; +5 the district. */
export const DEFAULT_DUTY_RULES: DutyRules = {
  cadence: 'quarter',
  rowCadence: {},
  prompt: { days: 7, counting: 'calendar' },
  result: { days: 7, counting: 'calendar' },
  joiningDays: 30,
  ladder: [
    { offset: -7, tell: [owner] },
    { offset: -3, tell: [owner] },
    { offset: -1, tell: [owner] },
    { offset: 0, tell: [owner, head] },
    { offset: 1, tell: [secretary] },
    { offset: 2, tell: [secretary] },
    { offset: 3, tell: [secretary] },
    { offset: 5, tell: [districtOffice] },
    { offset: 10, tell: [districtOffice, secretary], bulletin: true },
  ],
};

/** `T-7`, `T`, `T+5`: the name of a step in events, pages and messages. */
export const stepName = (offset: number): string =>
  offset === 0 ? 'T' : `T${offset > 0 ? '+' : ''}${offset}`;

export const offsetOf = (step: string): number => (step === 'T' ? 0 : Number(step.slice(1)));

/** How often the row is disclosed under the rules. */
export const cadenceOf = (rules: Pick<DutyRules, 'cadence' | 'rowCadence'>, row: string): Cadence =>
  rules.rowCadence[row] ?? rules.cadence;

/** Where the organisation's rules ask for less than its superior's: the first field that does; undefined when none. */
export function belowFloor(rules: DutyRules, floor: DutyRules): string | undefined {
  const rows = Object.keys({ ...rules.rowCadence, ...floor.rowCadence });
  const isRarer = (row: string) =>
    cadenceOf(rules, row) === 'half-year' && cadenceOf(floor, row) === 'quarter';
  if (rules.cadence === 'half-year' && floor.cadence === 'quarter') return 'rules.cadence';
  const rarer = rows.find(isRarer);
  if (rarer !== undefined) return `rules.rowCadence.${rarer}`;
  if (isLater(rules.prompt, floor.prompt)) return 'rules.prompt';
  if (isLater(rules.result, floor.result)) return 'rules.result';
  if (rules.joiningDays > floor.joiningDays) return 'rules.joiningDays';
  return floor.ladder.every((step) => isKept(step, rules.ladder)) ? undefined : 'rules.ladder';
}

/** Nobody who is to be told of an overdue duty can be left out by those who owe it. */
function isKept({ offset, tell, bulletin = false }: LadderStep, ladder: readonly LadderStep[]): boolean {
  const own = ladder.find((step) => step.offset === offset);
  const isTold = ({ seat, at }: LadderStep['tell'][number]) =>
    own?.tell.some(
      (other) => other.at === at && other.seat.body === seat.body && other.seat.position === seat.position,
    );
  return own !== undefined && tell.every(isTold) && (!bulletin || own.bulletin === true);
}

/** Seven working days are never fewer than seven calendar days, so a change of counting alone can be later too. */
const isLater = (own: DutyRules['prompt'], floor: DutyRules['prompt']): boolean =>
  own.days > floor.days || (own.counting === 'working' && floor.counting === 'calendar' && own.days > 0);

/** What an organisation says about its own duties; its superior's rules hold while it says nothing. */
export interface RuleGiver {
  readonly dutyRules?: { readonly rules: DutyRules; readonly edition: number };
}

/** The rules that hold in the organisation, and the edition of whoever made them (0: the built-in ones). */
export function rulesOf(
  organisation: RuleGiver,
  superior: RuleGiver | undefined,
): { readonly rules: DutyRules; readonly edition: number } {
  return organisation.dutyRules ?? superior?.dutyRules ?? { rules: DEFAULT_DUTY_RULES, edition: 0 };
}
