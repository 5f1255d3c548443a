import { describe, expect, test } from 'vitest';
import { tasksNow } from '../../../domain/item/tasks.ts';
import { newsCardOf } from '../../../domain/news/card.ts';
import type { NewsCommandOf, NewsCommandType } from '../../../domain/news/commands.ts';
import { newsDecider } from '../../../domain/news/news.ts';
import { NEWS_REFUSALS } from '../../../domain/news/refusals.ts';
import { type News, type NewsState, newsStageOf, onShowOf } from '../../../domain/news/state.ts';
import { newsLabelsOf } from '../../../domain/news/vocabulary.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import { given } from '../../support/decider.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { at, DISTRICT, NOW, person, SCHOOL, SMALL_SCHOOL } from '../item/school.ts';

const LATER = at('2026-09-02 09:00');
const TEXT = {
  title: '党支部开展暑期师德学习',
  text: '九月一日，党支部组织全体党员集中学习。',
  audience: 'public',
  notSecret: true,
} as const;

type Asked = { by?: string; now?: string; organisation?: Organisation };

const command = <Type extends NewsCommandType>(
  type: Type,
  data: object,
  { by = 'wang', now = NOW, organisation = SCHOOL }: Asked = {},
) =>
  ({
    type,
    data,
    now,
    actor: person(by),
    facts: { organisation, superior: DISTRICT },
  }) as unknown as NewsCommandOf<Type>;

const write = (changes: object = {}, asked: Asked = {}) =>
  command('WriteNews', { stream: 'party', ...TEXT, ...changes }, asked);
const correct = (changes: object = {}, asked: Asked = {}) =>
  command('CorrectNews', { ...TEXT, correction: '更正学习日期。', ...changes }, { now: LATER, ...asked });
const release = (version = 1, asked: Asked = {}) =>
  command('ReleaseNews', { version, notSecret: true }, { by: 'li', ...asked });
const reasoned = (type: 'ReturnNews' | 'TakeDownNews', asked: Asked = {}) =>
  command(type, { reason: '表述不准确' }, { by: 'li', ...asked });

const written = (changes: object = {}, asked: Asked = {}) => given(newsDecider).when(write(changes, asked));
const released = () => written().when(release());
const newsIn = ({ state }: { state: NewsState }): News => state as News;
/** Who would have to do what now, as the desk has it. */
const turns = (state: NewsState, organisation = SCHOOL) =>
  tasksNow(
    newsCardOf(state as News, { id: 'n-1', organisation: 'dongfang' }).waits,
    { organisation, superior: DISTRICT },
    NOW,
  );

describe('news', () => {
  test('is written by the office, which says that it holds no secret', () => {
    written().thenTypes('NewsWritten');
    expect(newsStageOf(newsIn(written()))).toBe('waiting');
    expect(onShowOf(newsIn(written()))).toBeUndefined();
    written({}, { by: 'wu' }).thenRefused('not-permitted');
    written({ notSecret: false }).thenRefused('news-maybe-secret', { field: 'notSecret' });
    written().when(write()).thenRefused('news-exists');
    const suspended = { ...SCHOOL, suspended: { since: NOW, reason: '校舍重建' } };
    written({}, { organisation: suspended }).thenRefused('organisation-suspended');
  });

  test('is on show at once when somebody else has checked it for secrets', () => {
    released().then([{ type: 'NewsReleased', data: {} }]);
    expect(newsCardOf(newsIn(released()), { id: 'n-1', organisation: 'dongfang' })).toEqual({
      id: 'n-1',
      organisation: 'dongfang',
      stream: 'party',
      news: TEXT.title,
      stage: 'shown',
      writtenAt: NOW,
      shown: { version: 1, title: TEXT.title, audience: 'public', since: NOW, at: NOW },
      waits: [],
    });
    released().when(release()).thenRefused('news-nothing-waits');
  });

  test('is checked by nobody who wrote any of it, and by nobody who may not review', () => {
    const byLi = written({}, { by: 'li' });
    byLi.when(release(1, { by: 'li' })).thenRefused('news-own');
    byLi.when(release(1, { by: 'wu' })).thenRefused('not-permitted');
    byLi.when(release(1, { by: 'wang' })).thenTypes('NewsReleased');
    const both = released().when(correct({}, { by: 'li' }));
    both.when(release(2, { by: 'wang' })).thenRefused('news-own');
    both.when(release(2, { by: 'zhou' })).thenTypes('NewsReleased');
    written()
      .when(command('ReleaseNews', { version: 1, notSecret: false }, { by: 'li' }))
      .thenRefused('news-maybe-secret');
  });

  test('is checked by the superior where all who review have written on it', () => {
    const small = { organisation: SMALL_SCHOOL };
    const bySun = written({}, { by: 'sun', ...small });
    bySun.when(release(1, { by: 'qu-office', ...small })).thenRefused('not-permitted');
    bySun.when(release(1, { by: 'gao', ...small })).thenTypes('NewsReleased');
    const byBoth = bySun.when(correct({}, { by: 'gao', ...small }));
    byBoth.when(release(2, { by: 'sun', ...small })).thenRefused('news-own');
    byBoth.when(release(2, { by: 'qu-office', ...small })).thenTypes('NewsReleased');
    expect(turns(byBoth.state, SMALL_SCHOOL)).toMatchObject([{ kind: 'review', organisation: 'superior' }]);
  });

  test('is released as it was read, and not as it was changed meanwhile', () => {
    const changed = written().when(correct({ correction: undefined }));
    changed.when(release(1)).thenRefused('news-version-passed', { number: 2 });
    changed.when(release(2)).thenTypes('NewsReleased');
  });

  test('shows no personal data until each place is masked or justified', () => {
    const text = '请联系周老师13812345678，或者到东方街道和平路18号3单元502室。';
    const found = written({ text });
    const kinds = newsIn(found).versions[0]?.findings.map(({ kind }) => kind);
    expect(kinds).toEqual(['mobile', 'address']);
    expect(JSON.stringify(newsIn(found).versions[0]?.findings)).not.toContain('13812345678');
    found.when(release()).thenRefused('news-findings-open', { count: 2 });
    expect(turns(found.state).map(({ kind }) => kind)).toEqual(['settle-findings', 'review']);

    const mask = command('MaskNewsFinding', { finding: 'f-1' });
    const justify = command('JustifyNewsFinding', { finding: 'f-2', reason: '学校对外公布的校址' });
    const masked = found.when(mask);
    masked.when(release()).thenRefused('news-findings-open', { count: 1 });
    masked.when(mask).thenRefused('news-finding-unknown');
    found.when(command('MaskNewsFinding', { finding: 'f-1' }, { by: 'wu' })).thenRefused('not-permitted');
    const settled = masked.when(justify);
    settled.when(release()).thenTypes('NewsReleased');
    expect(onShowOf(newsIn(settled.when(release())))?.text).toBe(text.replace('13812345678', '138****5678'));
    // The next text is screened anew, its correction as well.
    const corrected = settled.when(release()).when(correct({ correction: '电话改为13987654321。' }));
    corrected.when(release(2)).thenRefused('news-findings-open', { count: 1 });
    corrected
      .when(command('MaskNewsFinding', { finding: 'f-1' }))
      .when(release(2))
      .thenTypes('NewsReleased');
  });

  test('is corrected by a new version, and the old one stays until that one is checked', () => {
    released()
      .when(correct({ correction: undefined }))
      .thenRefused('news-correction-unexplained');
    const corrected = released().when(correct({ title: '改过的标题', audience: 'unit' }));
    expect(onShowOf(newsIn(corrected))).toMatchObject({ number: 1, title: TEXT.title, audience: 'public' });
    const both = corrected.when(release(2, { now: LATER }));
    expect(newsIn(both).versions.map(({ title }) => title)).toEqual([TEXT.title, '改过的标题']);
    expect(newsCardOf(newsIn(both), { id: 'n-1', organisation: 'dongfang' }).shown).toEqual({
      version: 2,
      title: '改过的标题',
      audience: 'unit',
      since: NOW,
      at: LATER,
    });
  });

  test('goes back to whoever wrote it', () => {
    const returned = written().when(reasoned('ReturnNews'));
    returned.thenTypes('NewsReturned');
    returned.when(release()).thenRefused('news-nothing-waits');
    expect(turns(returned.state)).toMatchObject([{ kind: 'amend', people: ['wang'], organisation: 'own' }]);
    returned
      .when(correct({ correction: undefined }))
      .when(release(2))
      .thenTypes('NewsReleased');
    written()
      .when(reasoned('ReturnNews', { by: 'wang' }))
      .thenRefused('news-own');
  });

  test('is taken down once, with a reason, and stays down', () => {
    const down = released().when(reasoned('TakeDownNews', { by: 'wang' }));
    expect(newsIn(down)).toMatchObject({ down: { by: 'wang', at: NOW, reason: '表述不准确' } });
    expect(onShowOf(newsIn(down))).toBeUndefined();
    down.when(reasoned('TakeDownNews')).then([]);
    down.when(correct()).thenRefused('news-down');
    released()
      .when(reasoned('TakeDownNews', { by: 'wu' }))
      .thenRefused('not-permitted');
    given(newsDecider).when(reasoned('TakeDownNews')).thenRefused('news-unknown');
  });

  test('waits for people alone', () => {
    expect(newsDecider.nextDue(newsIn(written()))).toBeUndefined();
  });
});

describe('the sister stream', () => {
  const policy = SCHOOL.policy;

  test('is called what the organisation says, or what its unit is', () => {
    expect(newsLabelsOf({ policy })).toEqual({ party: '党建动态', affairs: '校务公开' });
    expect(newsLabelsOf({ policy, unit: 'office' }).affairs).toBe('政务公开');
    const own = { ...policy, affairs: 'procuratorate' } as const;
    expect(newsLabelsOf({ policy: own, unit: 'office' }).affairs).toBe('检务公开');
  });
});

test('every refusal is met here', () => {
  expect(unexercised(NEWS_REFUSALS, import.meta.dirname)).toEqual([]);
});
