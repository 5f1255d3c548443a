import fc from 'fast-check';
import type { ItemCommand, ItemCommandType, ItemFacts } from '../../../domain/item/commands.ts';
import type { ItemContent } from '../../../domain/item/content.ts';
import type { ItemEvent } from '../../../domain/item/events.ts';
import { itemDecider } from '../../../domain/item/item.ts';
import { type ItemState, inWork, latest } from '../../../domain/item/state.ts';
import { AUDIENCES, compareAudiences } from '../../../domain/kernel/audience.ts';
import type { EventContext } from '../../../domain/kernel/decider.ts';
import { Refusal } from '../../../domain/kernel/refusal.ts';
import { addDays, dayOf, epochOf, type Instant, instantOf } from '../../../domain/kernel/time.ts';
import type { ApprovalStep } from '../../../domain/organisation/policy.ts';
import { CLEAR, CONTENT, FACTS, issue, NOW, OBJECTION, SMALL, VERDICTS, withPolicy } from './school.ts';

/** Everybody who might act: those of both schools, of the district, and people without any seat. */
const PEOPLE = [
  'li',
  'wang',
  'zhou',
  'chen',
  'he',
  'lin',
  'wu',
  'sun',
  'gao',
  'qu-head',
  'qu-office',
  'stranger',
];
const HOUR = 3_600_000;

const VOTE: ApprovalStep = { step: 'enlarged-meeting', by: [{ body: 'leading-group' }] };
const ABOVE: ApprovalStep = { step: 'superior', by: [{ body: 'leading-group' }] };
const { approvalChains } = FACTS.organisation.policy;
const WORLDS: readonly ItemFacts[] = [
  FACTS,
  SMALL,
  withPolicy({
    approvalChains: { ...approvalChains, ordinary: [VOTE], personnel: [...approvalChains.personnel, ABOVE] },
  }),
];

/** A step of somebody's, or the next sensible one (`advance`), or the clock. */
interface Move {
  readonly kind: 'advance' | 'clock' | 'any';
  readonly hours: number;
  readonly type: ItemCommandType;
  readonly by: string;
  readonly flag: boolean;
  readonly small: number;
  /** The content it would propose at that time. */
  readonly contentAt: (now: Instant) => ItemContent;
}

const soon = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 30 }));
const late = fc.integer({ min: 0, max: 24 * 30 });

/** Contents of every shape, most of them sound; what is not is refused, which is part of the exercise. */
const contentAt = fc
  .record({
    matter: fc.constantFrom('ordinary', 'major-decision', 'personnel', 'vital-interest'),
    audiences: fc.subarray([...AUDIENCES], { minLength: 1 }),
    /** Days until the release to each audience; sorted unless muddled. */
    starts: fc.array(fc.nat({ max: 20 }), { minLength: 4, maxLength: 4 }),
    startsAtOnce: fc.boolean(),
    muddled: fc.nat({ max: 9 }).map((luck) => luck === 0),
    forms: fc.subarray(['会议', '文件', '设限平台', '网站'], { minLength: 1 }),
    important: fc.boolean(),
    display: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined, freq: 2 }),
    objects: fc.boolean(),
    withheld: fc.constantFrom(...Array(6).fill(undefined), 'cannot' as const, 'not-for-now' as const),
    personal: fc.boolean(),
    staged: fc.boolean(),
    plan: fc.boolean(),
  })
  .map((shape) => (now: Instant): ItemContent => {
    const day = (count: number) => addDays(dayOf(now), count);
    const members = shape.matter === 'ordinary' || shape.muddled ? [] : (['party'] as const);
    const ordered = [...new Set([...shape.audiences, ...members])].toSorted(compareAudiences);
    const starts = shape.muddled ? shape.starts : shape.starts.toSorted((a, b) => a - b);
    const reason = { ground: 'under-deliberation', explanation: '尚在酝酿。' } as const;
    return {
      ...CONTENT,
      accountable: 'li',
      text: shape.personal ? '联系人13812345678，地址另附。' : CONTENT.text,
      matter: shape.matter,
      audience: ordered.at(-1) ?? 'party',
      named: ['li'],
      releasePlan: ordered.map((audience, index) =>
        shape.startsAtOnce && index === 0
          ? { audience }
          : { audience, at: instantOf(epochOf(now) + ((starts[index] ?? 0) * 24 + index) * HOUR) },
      ),
      forms: shape.forms,
      important: shape.important,
      ...(shape.display !== undefined && { showUntil: day(shape.display) }),
      ...(shape.objects && OBJECTION && { objection: OBJECTION }),
      ...(shape.withheld === 'cannot' && { withheld: { kind: 'cannot', ...reason } }),
      ...(shape.withheld === 'not-for-now' && {
        withheld: { kind: 'not-for-now', ...reason, lookAgainOn: day((shape.display ?? 3) + 1) },
      }),
      ...(shape.staged && {
        stages: [
          { name: '立项', plannedOn: day(2) },
          { name: '验收', plannedOn: day(120) },
        ],
      }),
      ...(shape.plan && { pair: { part: 'plan' } }),
    };
  });

const TYPES: readonly ItemCommandType[] = [
  'ProposeItem',
  'AmendItem',
  'SubmitItem',
  'ScreenItem',
  'MaskFinding',
  'JustifyFinding',
  'ReturnItem',
  'ReviewItem',
  'ConsultMembers',
  'AnswerConsultation',
  'ApproveItem',
  'EscalateItem',
  'WithdrawItem',
  'RecordProof',
  'RecordProgress',
  'CompleteStage',
  'ReviseItem',
  'CloseItem',
  'TimePassed',
];

const move = fc.constantFrom('advance', 'advance', 'advance', 'clock', 'any', 'any').chain(
  (kind): fc.Arbitrary<Move> =>
    fc.record({
      kind: fc.constant(kind as Move['kind']),
      hours: kind === 'clock' ? late : soon,
      type: fc.constantFrom(...TYPES),
      by: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom('li', 'zhou', 'sun', 'gao') },
        fc.constantFrom(...PEOPLE),
      ),
      flag: fc.boolean(),
      small: fc.nat({ max: 3 }),
      contentAt,
    }),
);

export interface Life {
  /** Index of the world it is lived in; the world itself would bury a counterexample. */
  readonly world: number;
  readonly moves: readonly Move[];
}
export const lives: fc.Arbitrary<Life> = fc.record({
  world: fc.nat({ max: WORLDS.length - 1 }),
  moves: fc.array(move, { minLength: 10, maxLength: 50 }),
});

/** One accepted command. */
export interface Step {
  readonly command: ItemCommand;
  readonly before: ItemState;
  readonly after: ItemState;
  readonly events: readonly ItemEvent[];
  readonly context: EventContext;
}

/** Plays a life: time never goes back, refusals leave no trace, any other error is the test's to fail on. */
export function play({ world, moves }: Life, onStep: (step: Step) => void): void {
  const facts = WORLDS[world] ?? FACTS;
  let state: ItemState;
  let now: Instant = NOW;
  for (const each of moves) {
    now = instantOf(epochOf(now) + each.hours * HOUR);
    for (const command of commandsOf(each, state, now, facts)) {
      const step = attempt(command, state);
      if (!step) continue;
      state = step.after;
      onStep(step);
      if (each.kind === 'advance') break;
    }
  }
}

function attempt(command: ItemCommand, before: ItemState): Step | undefined {
  const events = decide(command, before);
  if (!events) return undefined;
  const context = { at: command.now, by: command.actor };
  const after = events.reduce((state, event) => itemDecider.evolve(state, event, context), before);
  return { command, before, after, events, context };
}

function decide(command: ItemCommand, state: ItemState): readonly ItemEvent[] | undefined {
  try {
    return itemDecider.decide(command, state);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** Candidates in order; of an `advance` the first one that is accepted. */
function commandsOf(each: Move, state: ItemState, now: Instant, facts: ItemFacts): readonly ItemCommand[] {
  if (each.kind === 'clock') return [issue('TimePassed', {}, { now, facts })];
  if (each.kind === 'any') return [commandOf(each, each.type, each.by, state, now, facts)];
  const type = nextType(state, each);
  return PEOPLE.map((by) => commandOf(each, type, by, state, now, facts));
}

function nextType(state: ItemState, { flag, small }: Move): ItemCommandType {
  if (!state) return 'ProposeItem';
  const version = inWork(state);
  if (!version) {
    if (latest(state).stage === 'approved') return flag ? 'TimePassed' : 'RecordProof';
    return (['ReviseItem', 'CloseItem', 'CompleteStage', 'WithdrawItem'] as const)[small] ?? 'ReviseItem';
  }
  if (version.stage === 'submitted' && !version.findings) return 'ScreenItem';
  if (version.findings?.some((finding) => !finding.settled)) return flag ? 'MaskFinding' : 'JustifyFinding';
  if (version.stage === 'submitted') return 'ReviewItem';
  if (version.stage !== 'reviewed') return 'SubmitItem';
  return !version.consultation && small === 3 ? 'ConsultMembers' : 'ApproveItem';
}

function commandOf(
  { flag, small, contentAt: proposed }: Move,
  type: ItemCommandType,
  by: string,
  state: ItemState,
  now: Instant,
  facts: ItemFacts,
): ItemCommand {
  const people = Object.keys(facts.organisation.people);
  const who = people[small % people.length] as string;
  const content = { ...proposed(now), accountable: who, named: [who] };
  const finding = (state && latest(state).findings?.find((f) => !f.settled)?.id) ?? 'f-1';
  const meeting = { heldOn: dayOf(now), present: 3, yes: 2, no: 1, abstain: 0 };
  const verdicts = flag ? VERDICTS : { ...VERDICTS, time: { ok: small > 0, note: '时间不妥。' } };
  const deadline = instantOf(epochOf(now) + (small + 1) * 24 * HOUR);
  const heldAt = instantOf(epochOf(now) - small * HOUR);
  const planned = state && latest(state).content.releasePlan[small]?.audience;
  const form = (state && latest(state).content.forms[0]) ?? '会议';
  const proof = {
    form,
    audience: planned ?? 'party',
    place: '礼堂',
    heldAt,
    reached: 9,
    recipients: '党员',
    note: '宣读。',
  };
  const data: { readonly [Type in ItemCommandType]: object } = {
    ProposeItem: content,
    AmendItem: content,
    SubmitItem: {},
    ScreenItem: {},
    MaskFinding: { finding },
    JustifyFinding: { finding, reason: '本人同意。' },
    ReturnItem: { reason: '请修改。' },
    ReviewItem: { ...CLEAR, verdicts },
    ConsultMembers: { members: people.slice(0, small + 1), deadline },
    AnswerConsultation: { agree: flag },
    ApproveItem: { meeting },
    EscalateItem: { reason: '超出权限。' },
    WithdrawItem: { reason: '撤下。', inError: flag, draftOnly: small === 0 },
    RecordProof: proof,
    RecordProgress: { text: '推进。', percent: small * 33 },
    CompleteStage: { stage: small, completedOn: dayOf(now) },
    ReviseItem: { content, reason: '修订。', answers: [] },
    CloseItem: flag ? { summary: '完成。' } : {},
    TimePassed: {},
  };
  return issue(
    type,
    data[type] as never,
    type === 'TimePassed' || type === 'ScreenItem' ? { now, facts } : { by, now, facts },
  );
}
