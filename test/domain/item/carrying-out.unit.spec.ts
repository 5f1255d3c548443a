import { describe, expect, test } from 'vitest';
import { stagesOf, tenseOf } from '../../../domain/item/state.ts';
import { revise } from './revisions.ts';
import {
  approve,
  approved,
  at,
  issue,
  itemOf,
  passTime,
  released,
  review,
  screen,
  submit,
} from './school.ts';

describe('staged work', () => {
  const stages = [
    { name: '立项', plannedOn: '2026-10-01' },
    { name: '验收', plannedOn: '2026-12-20' },
  ];
  const complete = (stage: number, completedOn: string, now = at(`${completedOn} 17:00`)) =>
    issue('CompleteStage', { stage, completedOn, note: '已完成。' }, { now });
  const both = (last = '2026-12-18') =>
    released({ stages }).when(complete(0, '2026-09-30')).when(complete(1, last));

  test('is planned, under way and done', () => {
    const planned = released({ stages });
    expect(tenseOf(itemOf(planned.state))).toBe('planned');
    expect(tenseOf(itemOf(planned.when(complete(0, '2026-09-30')).state))).toBe('under-way');
    expect(tenseOf(itemOf(both().state))).toBe('done');
  });

  test('completes each stage once, in the past, of an item that has been disclosed', () => {
    both().when(complete(1, '2026-12-19')).thenRefused('stage-unknown');
    released({ stages }).when(complete(2, '2026-12-19')).thenRefused('stage-unknown');
    released().when(complete(0, '2026-12-19')).thenRefused('stage-unknown');
    released({ stages })
      .when(complete(0, '2026-09-30', at('2026-09-29 09:00')))
      .thenRefused('day-in-future');
    approved({ stages }).when(complete(0, '2026-09-30')).thenRefused('wrong-stage');
    released({ stages })
      .when(issue('CompleteStage', { stage: 0, completedOn: '2026-09-01', note: '经办人13812345678' }))
      .thenRefused('personal-data', { field: 'note' });
  });

  test('goes on while a revision is written, and keeps what is done under its name', () => {
    const turned = [stages[1], { name: '招标', plannedOn: '2026-11-01' }, stages[0]].filter(
      (s) => s !== undefined,
    );
    const working = released({ stages })
      .when(revise({ stages: turned }))
      .when(complete(0, '2026-09-30'));
    working.thenTypes('StageCompleted');
    const second = working
      .when(submit())
      .when(screen())
      .when(review())
      .when(approve())
      .when(passTime(at('2026-10-02 09:00')));
    expect(stagesOf(itemOf(second.state)).map(({ name, completedOn }) => [name, completedOn])).toEqual([
      ['验收', undefined],
      ['招标', undefined],
      ['立项', '2026-09-30'],
    ]);
  });

  test('is closed once every stage is done', () => {
    released({ stages }).when(issue('CloseItem', {})).thenRefused('stages-open', { count: 2 });
    both().when(issue('CloseItem', {})).thenTypes('ItemClosed');
  });

  test('needs a summary when it crosses a year, in the plan or in fact', () => {
    const fact = both('2027-01-08');
    fact.when(issue('CloseItem', {})).thenRefused('summary-missing');
    fact.when(issue('CloseItem', { summary: '按期完成，经费无结余。' })).thenTypes('ItemClosed');
    fact
      .when(issue('CloseItem', { summary: '咨询13812345678。' }))
      .thenRefused('personal-data', { field: 'summary' });
    const planned = released({
      stages: [
        { name: '立项', plannedOn: '2026-12-01' },
        { name: '验收', plannedOn: '2027-02-01' },
      ],
    })
      .when(complete(0, '2026-12-01'))
      .when(complete(1, '2026-12-30'));
    planned.when(issue('CloseItem', {})).thenRefused('summary-missing');
    const reported = released()
      .when(issue('RecordProgress', { text: '开工', percent: 10 }, { now: at('2026-12-31 23:59') }))
      .when(issue('RecordProgress', { text: '完工', percent: 100 }, { now: at('2027-01-01 00:00') }));
    reported.when(issue('CloseItem', {})).thenRefused('summary-missing');
  });
});

describe('progress', () => {
  const report = (percent: number) => issue('RecordProgress', { text: '正在推进。', percent });

  test('is kept entry by entry with its day; the last one says how far it is', () => {
    const item = released().when(report(30)).when(report(60));
    expect(itemOf(item.state).progress).toMatchObject([{ percent: 30, by: 'li' }, { percent: 60 }]);
    expect(tenseOf(itemOf(item.state))).toBe('under-way');
    expect(tenseOf(itemOf(released().when(report(0)).state))).toBe('planned');
    expect(tenseOf(itemOf(item.when(report(100)).state))).toBe('done');
    expect(tenseOf(itemOf(released().state))).toBe('done');
  });

  test('holds no personal data, and ends with the item', () => {
    released()
      .when(issue('RecordProgress', { text: '联系13812345678', percent: 1 }))
      .thenRefused('personal-data');
    released().when(issue('CloseItem', {})).when(report(1)).thenRefused('wrong-stage', { stage: '已办结' });
    released()
      .when(issue('RecordProgress', { text: '推进', percent: 1 }, { by: 'lin' }))
      .thenRefused('not-permitted');
  });
});
