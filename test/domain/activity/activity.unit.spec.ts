import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityCardOf } from '../../../domain/activity/card.ts';
import { activityCommands } from '../../../domain/activity/commands.ts';
import { ACTIVITY_REFUSALS } from '../../../domain/activity/refusals.ts';
import { activityShown } from '../../../domain/activity/state.ts';
import { LAYERS, MEETING_TYPES, YEARLY_MEETINGS } from '../../../domain/activity/vocabulary.ts';
import { activityYear, trainedSince } from '../../../domain/activity/year.ts';
import { maySee, stranger } from '../../../domain/visibility.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { at, person, SCHOOL } from '../item/school.ts';
import {
  activityOf,
  book,
  DAY,
  FACTS,
  issue,
  MEETING,
  MEMBER,
  NEIGHBOUR,
  nothing,
  other,
  planned,
  record,
  TEACHER,
} from './activities.ts';

const WHERE = { id: 'one', organisation: 'dongfang' };
const VISITOR = stranger('dongfang');

describe('RecordActivity', () => {
  test('keeps what was held, for the unit unless it says otherwise', () => {
    nothing()
      .when(record())
      .then([{ type: 'ActivityRecorded', data: { ...MEETING, participants: [], audience: 'unit' } }]);
    nothing()
      .when(record({ heldOn: '2026-09-02' }))
      .thenRefused('activity-ahead', { field: 'heldOn' });
  });

  test('asks a meeting for its type and layer, a training for its aims, and nothing else for either', () => {
    const details = { meeting: MEETING.meeting, aims: ['meaning' as const] };
    for (const kind of ['publicity', 'reading', 'activity'] as const) {
      nothing()
        .when(issue('RecordActivity', other(kind)))
        .thenTypes('ActivityRecorded');
      for (const [field, value] of Object.entries(details))
        nothing()
          .when(issue('RecordActivity', other(kind, { [field]: value })))
          .thenRefused('activity-kind-details', { field });
    }
    nothing()
      .when(issue('RecordActivity', other('meeting')))
      .thenRefused('activity-kind-details', { field: 'meeting' });
    nothing()
      .when(issue('RecordActivity', other('training')))
      .thenRefused('activity-kind-details', { field: 'aims' });
  });

  test('names only people of this organisation and of those below it, each once', () => {
    const participants = [{ person: 'wu' }, { person: 'deng', organisation: 'below' }, { person: 'wu' }];
    const { events } = nothing().when(record({ participants }));
    expect(events[0]?.data).toMatchObject({
      participants: [
        { person: 'wu', organisation: 'dongfang' },
        { person: 'deng', organisation: 'below' },
      ],
    });
    for (const organisation of ['elsewhere', 'constructor'])
      nothing()
        .when(record({ participants: [{ person: 'wu', organisation }] }))
        .thenRefused('activity-participant-elsewhere', { field: 'participants.0' });
    for (const stray of ['deng', 'toString'])
      nothing()
        .when(record({ participants: [{ person: 'wu' }, { person: stray }] }))
        .thenRefused('activity-participant-unknown', { field: 'participants.1' });
  });

  test('counts who was there: somebody, and no fewer than are named', () => {
    const participants = [{ person: 'wu' }, { person: 'li' }];
    nothing()
      .when(record({ attendance: {} }))
      .thenRefused('activity-attendance');
    nothing()
      .when(record({ attendance: { members: 1 }, participants }))
      .thenRefused('activity-attendance', { named: 2 });
    nothing()
      .when(record({ attendance: { members: 1, masses: 1 }, participants }))
      .thenTypes('ActivityRecorded');
  });

  test('attaches items that there are, and holds no personal data', () => {
    nothing()
      .when(record({ items: ['item-one', 'item-one'] }))
      .then([
        {
          type: 'ActivityRecorded',
          data: { ...MEETING, participants: [], audience: 'unit', items: ['item-one'] },
        },
      ]);
    nothing()
      .when(record({ items: ['item-one', 'item-two'] }))
      .thenRefused('activity-item-unknown', { field: 'items.1' });
    nothing()
      .when(record({ minutes: '联系人电话 13812345678。' }))
      .thenRefused('activity-holds-personal-data', { field: 'minutes', count: 1 });
  });

  test('is for whoever prepares disclosures and for the supervisors', () => {
    for (const who of ['li', 'wang', 'zhou', 'lin'])
      nothing()
        .when(record({}, { by: person(who) }))
        .thenTypes('ActivityRecorded');
    for (const who of ['wu', 'teacher-qian', 'qu-head'])
      nothing()
        .when(record({}, { by: person(who) }))
        .thenRefused('not-permitted');
    nothing()
      .when(record())
      .when(issue('WithdrawActivity', { reason: '重复登记' }))
      .when(issue('WithdrawActivity', { reason: '再撤一次' }))
      .thenRefused('activity-withdrawn');
    nothing()
      .when(issue('WithdrawActivity', { reason: '没有' }))
      .thenRefused('activity-unknown');
  });

  test('is not done twice under one id', () => {
    nothing().when(record()).when(record()).thenRefused('activity-exists');
  });
});

describe('a reception day', () => {
  test('lies ahead, is held by one of our own, and offers so many times', () => {
    planned().thenTypes('ReceptionPlanned');
    planned({ startsAt: at('2026-09-01 09:00') }).thenRefused('reception-past', { field: 'startsAt' });
    planned({ host: 'nobody' }).thenRefused('reception-host-unknown', { field: 'host' });
    expect(activityOf(planned().state)).toMatchObject({ kind: 'reception', heldOn: '2026-09-10' });
  });

  test('gives a time to one person, and to a person one time', () => {
    const first = planned().when(book(0, TEACHER));
    first.when(book(0, MEMBER)).thenRefused('reception-slot-taken', { field: 'slot' });
    first.when(book(1, TEACHER)).thenRefused('reception-booked-already');
    first.when(book(3, MEMBER)).thenRefused('reception-slot-unknown', { field: 'slot' });
    first
      .when(book(1, MEMBER, { now: at('2026-09-10 09:20') }))
      .thenRefused('reception-past', { field: 'slot' });
    first
      .when(book(1, VISITOR, { name: '一位家长' }))
      .then([{ type: 'ReceptionBooked', data: { booking: 'booking-1', slot: 1, name: '一位家长' } }]);
    first
      .when(book(1, MEMBER, { name: '别名' }))
      .then([{ type: 'ReceptionBooked', data: { booking: 'booking-1', slot: 1, person: 'wu' } }]);
  });

  test('is for those who may know of it, and only while it has not been called off', () => {
    const inside = planned({ audience: 'party' as never });
    for (const reader of [TEACHER, NEIGHBOUR, VISITOR])
      inside.when(book(0, reader)).thenRefused('activity-unknown');
    inside.when(book(0, MEMBER)).thenTypes('ReceptionBooked');
    const off = planned().when(issue('WithdrawActivity', { reason: '另有会议' }));
    off.when(book(0, FACTS.reader)).thenRefused('activity-withdrawn');
    nothing().when(record()).when(book(0, MEMBER)).thenRefused('activity-unknown');
  });

  test('counts those who came, and is a task once it is over until all of them are recorded', () => {
    const attend = (booking: string, came: boolean, now = at('2026-09-10 10:00')) =>
      issue('RecordAttendance', { booking, came }, { now });
    const booked = planned().when(book(0, TEACHER)).when(book(2, MEMBER));
    const waits = (state: typeof booked.state) => activityCardOf(activityOf(state), WHERE).waits;
    expect(waits(booked.state)).toEqual([{ kind: 'record-attendance', since: at('2026-09-10 10:00') }]);
    booked.when(attend('booking-0', true, at('2026-09-10 08:59'))).thenRefused('reception-ahead');
    booked.when(attend('booking-9', true)).thenRefused('reception-booking-unknown');
    const half = booked.when(attend('booking-0', true));
    expect(waits(half.state)).toHaveLength(1);
    half.when(attend('booking-0', true)).then([]);
    const whole = half.when(attend('booking-2', false));
    expect(waits(whole.state)).toEqual([]);
    expect(activityCardOf(activityOf(whole.state), WHERE)).toMatchObject({
      attended: 1,
      reception: { startsAt: DAY.startsAt, endsAt: at('2026-09-10 10:00'), free: 1 },
    });
  });
});

describe('the log', () => {
  const cards = (...held: readonly ReturnType<typeof record>[]) =>
    held.map((command, index) =>
      activityCardOf(activityOf(nothing().when(command).state), { ...WHERE, id: `a-${index}` }),
    );

  test('is counted for a year by kind, type and layer, without what was withdrawn or lies ahead', () => {
    const [first, ...others] = cards(
      record(),
      record({ meeting: { type: 'mobilisation', layer: 'committee' }, attendance: { members: 5 } }),
      record({ meeting: { type: 'congress', layer: 'members' }, heldOn: '2026-03-01' }),
      record({ heldOn: '2025-12-31' }),
      issue('RecordActivity', other('publicity', { attendance: { masses: 30 } })),
    );
    const year = activityYear(
      [{ ...(first as never as (typeof others)[0]), withdrawn: true }, ...others],
      2026,
      '2026-09-01',
    );
    expect(year).toEqual({
      year: 2026,
      kinds: { meeting: 2, publicity: 1 },
      meetings: { mobilisation: 1, congress: 1 },
      layers: { committee: 1, members: 1 },
      attended: 5 + 14 + 30,
      yearly: { congress: '2026-03-01' },
    });
    expect(activityYear(others, 2026, '2026-02-01').kinds).toEqual({});
    expect(YEARLY_MEETINGS).toHaveLength(3);
  });

  test('counts every meeting once, whatever they are', () => {
    const meeting = fc.record({
      type: fc.constantFrom(...(Object.keys(MEETING_TYPES) as (keyof typeof MEETING_TYPES)[])),
      layer: fc.constantFrom(...(Object.keys(LAYERS) as (keyof typeof LAYERS)[])),
    });
    fc.assert(
      fc.property(fc.array(meeting, { maxLength: 12 }), (meetings) => {
        const year = activityYear(
          cards(...meetings.map((each) => record({ meeting: each }))),
          2026,
          '2026-09-01',
        );
        const sum = (counts: object) => Object.values(counts).reduce((all: number, one) => all + one, 0);
        expect([sum(year.meetings), sum(year.layers), sum(year.kinds)]).toEqual(
          Array.from({ length: 3 }, () => meetings.length),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('knows who was trained, and when first', () => {
    const training = (heldOn: string, ...people: string[]) =>
      issue(
        'RecordActivity',
        other('training', {
          heldOn,
          aims: ['procedure'],
          participants: people.map((each) => ({ person: each })),
        }),
      );
    const trainings = cards(training('2026-06-01', 'zhou', 'chen'), training('2026-03-01', 'zhou'));
    const head = { organisation: 'dongfang', person: 'zhou' };
    expect(trainedSince(head, trainings, '2026-01-01')).toMatchObject({ on: '2026-03-01', activity: 'a-1' });
    expect(trainedSince(head, trainings, '2026-04-01')).toMatchObject({ on: '2026-06-01', activity: 'a-0' });
    expect(trainedSince(head, trainings, '2026-07-01')).toBeUndefined();
    expect(trainedSince(head, trainings, '2025-01-01', '2026-02-28')).toBeUndefined();
    expect(trainedSince({ ...head, organisation: 'below' }, trainings, '2026-01-01')).toBeUndefined();
    expect(trainedSince({ organisation: 'dongfang' }, trainings, '2026-01-01')).toBeUndefined();
    expect(cards(record({ participants: [{ person: 'wu' }] }))[0]?.trained).toBeUndefined();
  });

  test('is shown to its audience; what was withdrawn to nobody', () => {
    const { state } = nothing().when(record({ audience: 'party' }));
    const activity = activityOf(state);
    expect(
      [MEMBER, TEACHER, NEIGHBOUR].map((reader) => maySee(reader, activityShown('dongfang', activity))),
    ).toEqual([true, false, false]);
    const gone = { ...activity, audience: 'public' as const, withdrawn: { reason: '误录', at: '' } };
    expect(maySee(MEMBER, activityShown('dongfang', gone))).toBe(false);
  });

  test('takes no reception day that was not planned', () => {
    const { success } = activityCommands.RecordActivity.safeParse(other('reception' as never));
    expect(success).toBe(false);
    expect(SCHOOL.people).toHaveProperty('wu');
  });
});

test('every refusal is provoked', () => {
  expect(unexercised(ACTIVITY_REFUSALS, import.meta.dirname)).toEqual([]);
});
