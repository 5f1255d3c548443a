import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../domain/calendar/working-days.ts';
import type { ExampleCommandOf, ExampleFacts } from '../../../domain/supervision/example/commands.ts';
import { exampleDecider } from '../../../domain/supervision/example/example.ts';
import type {
  FollowUpCommandOf,
  FollowUpCommandType,
  FollowUpFacts,
} from '../../../domain/supervision/followup/commands.ts';
import { followUpDecider } from '../../../domain/supervision/followup/followup.ts';
import type { FollowUpState } from '../../../domain/supervision/followup/state.ts';
import { SUPERVISION_REFUSALS } from '../../../domain/supervision/refusals.ts';
import { given } from '../../support/decider.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { at, NOW, person } from '../item/school.ts';
import { HOUSES } from './houses.ts';

const SUGGESTION = { aspects: ['content' as const], text: '建议按月公开采购价格。' };
const ORDER = { ...SUGGESTION, owner: 'teacher-qian', dueOn: '2026-09-10' };
const PROOF = { proof: '已更换。' };
const NOTE = { note: '已核验。' };

interface Given {
  readonly by?: string;
  readonly now?: string;
  readonly facts?: Partial<FollowUpFacts>;
}
function issue<Type extends FollowUpCommandType>(
  type: Type,
  data: FollowUpCommandOf<Type>['data'],
  { by = 'qu-watch', now = NOW, facts = {} }: Given = {},
): FollowUpCommandOf<Type> {
  const all = { ...HOUSES, calendar: calendarOf({}), ...facts };
  return { type, data, now, actor: person(by), facts: all } as unknown as FollowUpCommandOf<Type>;
}
const nothing = () => given(followUpDecider);
const suggested = (by = 'lin') => nothing().when(issue('FileSuggestion', SUGGESTION, { by }));
const ordered = (by?: string) => nothing().when(issue('OrderRectification', ORDER, by ? { by } : {}));
/** Without its ladder, as records have it that are older than that. */
const silent = (state: FollowUpState): FollowUpState => {
  if (!state) return state;
  const { steps: _, ...followUp } = state;
  return followUp;
};
const reported = () => ordered().when(issue('ReportFollowUp', PROOF, { by: 'teacher-qian' }));

describe('a suggestion', () => {
  test('has the day by which opinions are answered here, unless it names another', () => {
    suggested().then([
      {
        type: 'SuggestionFiled',
        data: {
          ...SUGGESTION,
          dueOn: '2026-09-21',
          standing: 'within',
          source: 'organisation',
          steps: expect.any(Object),
        },
      },
    ]);
    nothing()
      .when(issue('FileSuggestion', { ...SUGGESTION, dueOn: '2026-09-01' }))
      .thenRefused('follow-up-due-past', { field: 'dueOn' });
    suggested().when(issue('FileSuggestion', SUGGESTION)).thenRefused('follow-up-exists');
  });

  test('says whose words it passes on', () => {
    const onBehalf = { of: 'parent', channel: 'phone' } as const;
    const data = { ...SUGGESTION, onBehalf };
    expect(nothing().when(issue('FileSuggestion', data, { by: 'lin' })).state).toMatchObject({
      source: 'society',
      onBehalf,
    });
  });

  test('is filed by those who supervise, on what there is', () => {
    for (const by of ['li', 'teacher-qian', 'qu-ours'])
      nothing()
        .when(issue('FileSuggestion', SUGGESTION, { by }))
        .thenRefused('not-permitted');
    const about = { kind: 'item', id: 'i-1' } as const;
    nothing()
      .when(issue('FileSuggestion', { ...SUGGESTION, about }, { facts: { steps: 0 } }))
      .thenRefused('step-unknown');
    nothing()
      .when(issue('FileSuggestion', { ...SUGGESTION, visit: 'v-1' }))
      .thenRefused('visit-elsewhere', { field: 'visit' });
    nothing()
      .when(issue('FileSuggestion', { ...SUGGESTION, visit: 'v-1' }, { facts: { followsVisit: true } }))
      .thenTypes('SuggestionFiled');
  });

  test('is answered by the office, by somebody else than whoever made it, and that ends it', () => {
    const answer = { outcome: 'not-adopted', text: '已经公开。' } as const;
    suggested()
      .when(issue('AnswerSuggestion', answer, { by: 'lin' }))
      .thenRefused('not-permitted');
    const answered = suggested().when(issue('AnswerSuggestion', answer, { by: 'li' }));
    answered.then([{ type: 'SuggestionAnswered', data: answer }]);
    answered.when(issue('AnswerSuggestion', answer, { by: 'li' })).thenRefused('follow-up-closed');
    suggested().when(issue('ReportFollowUp', PROOF)).thenRefused('follow-up-other-kind');
    const both = {
      ...HOUSES.organisation,
      seats: [
        ...HOUSES.organisation.seats,
        { body: 'office', position: 'member', person: 'lin', from: '2026-01-01' } as const,
      ],
    };
    suggested()
      .when(issue('AnswerSuggestion', answer, { by: 'lin', facts: { organisation: both } }))
      .thenRefused('follow-up-own');
  });
});

describe('an order', () => {
  test('has an owner of the organisation, who alone reports', () => {
    nothing()
      .when(issue('OrderRectification', { ...ORDER, owner: 'qu-office' }))
      .thenRefused('owner-elsewhere', { field: 'owner' });
    ordered()
      .when(issue('ReportFollowUp', PROOF, { by: 'li' }))
      .thenRefused('follow-up-not-yours');
    reported().then([{ type: 'FollowUpReported', data: PROOF }]);
    nothing().when(issue('ReportFollowUp', PROOF)).thenRefused('follow-up-unknown');
  });

  test('is verified from where it came, by somebody else, after a report', () => {
    const verify = (by: string, ok = true) => issue('VerifyFollowUp', { ok, ...NOTE }, { by });
    ordered().when(verify('qu-watch')).thenRefused('follow-up-unreported');
    reported().when(verify('lin')).thenRefused('not-permitted');
    reported()
      .when(verify('qu-delegate'))
      .then([{ type: 'FollowUpVerified', data: NOTE }]);
    const returned = reported().when(verify('qu-watch', false));
    returned.then([{ type: 'FollowUpReturned', data: NOTE }]);
    returned.when(verify('qu-watch')).thenRefused('follow-up-unreported');
    nothing()
      .when(issue('OrderRectification', { ...ORDER, owner: 'lin' }, { by: 'lin' }))
      .when(issue('ReportFollowUp', PROOF, { by: 'lin' }))
      .when(verify('lin'))
      .thenRefused('follow-up-own');
  });

  test('can be taken back by those who could have given it', () => {
    const withdraw = (by: string) => issue('WithdrawFollowUp', { reason: '重复' }, { by });
    ordered().when(withdraw('li')).thenRefused('not-permitted');
    ordered().when(withdraw('qu-office')).thenTypes('FollowUpWithdrawn');
  });

  test('is overdue after its day until it is settled, which is said once', () => {
    const wake = (now: string) => issue('TimePassed', {}, { now });
    expect(followUpDecider.nextDue(silent(ordered().state))).toBe(at('2026-09-11 00:00'));
    ordered()
      .when(wake(at('2026-09-10 23:59')))
      .thenTypes('LadderStepReached');
    const overdue = ordered().when(wake(at('2026-09-11 00:00')));
    expect(overdue.events[0]).toEqual({ type: 'FollowUpOverdue', data: { dueOn: '2026-09-10' } });
    expect(followUpDecider.nextDue(silent(overdue.state))).toBeUndefined();
    const settled = reported().when(issue('VerifyFollowUp', { ok: true, ...NOTE }));
    settled.when(wake(at('2026-09-12 00:00'))).then([]);
  });
});

describe('an example', () => {
  const DATA = { organisation: 'school', item: 'i-1', note: '公开前征求意见。' };
  const FACTS = { organisation: HOUSES.superior, isBelow: true, isPublic: true } as ExampleFacts;
  const on = (type: 'MarkExample' | 'UnmarkExample', data: object, facts = FACTS, by = 'qu-office') =>
    ({ type, data, now: NOW, actor: person(by), facts }) as unknown as ExampleCommandOf<typeof type>;
  const marked = () => given(exampleDecider).when(on('MarkExample', DATA));

  test('is an item below that everybody can read', () => {
    marked().then([{ type: 'ExampleMarked', data: DATA }]);
    marked().when(on('MarkExample', DATA)).then([]);
    const refuse = (facts: Partial<ExampleFacts>) =>
      given(exampleDecider).when(on('MarkExample', DATA, { ...FACTS, ...facts }));
    refuse({ isBelow: false }).thenRefused('example-not-below');
    refuse({ isPublic: false }).thenRefused('example-not-public');
    given(exampleDecider)
      .when(on('MarkExample', DATA, FACTS, 'qu-watch'))
      .thenRefused('not-permitted');
  });

  test('can be taken down, and marked again', () => {
    const { note: _, ...item } = DATA;
    const reason = { ...item, reason: '已过时' };
    const down = marked().when(on('UnmarkExample', reason));
    down.then([{ type: 'ExampleUnmarked', data: reason }]);
    down.when(on('UnmarkExample', reason)).then([]);
    down.when(on('MarkExample', DATA)).thenTypes('ExampleMarked');
    given(exampleDecider).when(on('UnmarkExample', reason)).thenRefused('example-unknown');
  });
});

test('every refusal is exercised', () => {
  expect(unexercised(SUPERVISION_REFUSALS, import.meta.dirname)).toEqual([]);
});
