import { NEWS_STAGES, type NewsLabels } from '../../../domain/news/vocabulary.ts';
import type { NewsLine } from '../../shell/reading/news-readings.ts';
import { CaseForm } from '../components/case-form.tsx';
import { ChoiceField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate } from '../dates.ts';
import type { FormPage } from '../forms/operation-forms.ts';
import { NewsPager } from './news.tsx';
import { NEWS_TONES, TextFields } from './news-parts.tsx';

interface DeskProps {
  readonly frame: Frame;
  readonly organisation: string;
}

interface ListProps extends DeskProps {
  readonly news: readonly NewsLine[];
  readonly next: string | undefined;
  readonly isFirst: boolean;
}

/** 动态, for those who write and check it: also what waits, and what was taken down. */
export function NewsDeskListPage({ frame, organisation, news, next, isFirst }: ListProps) {
  const base = `/desk/o/${organisation}`;
  return (
    <Page frame={frame} title="动态" section="desk" trail={[{ href: base, name: '工作台' }]}>
      <div class="title-row">
        <h1>
          动态 <small lang="en">News</small>
        </h1>
        <a class="button" href={`${base}/news/write`}>
          撰写动态
        </a>
      </div>
      <section class="sheet">
        <p>
          已发布的见<a href={`/o/${organisation}/news`}>动态</a>。动态不对应公开目录，不计入公开台账和考评。
        </p>
        {news.length === 0 && <p>没有写过动态。</p>}
        <ul>
          {news.map(({ id, label, work }) =>
            work === undefined ? null : (
              <li>
                <span class="tag">{label}</span>
                <a href={`${base}/news/${id}`}>{work.title}</a>{' '}
                <span class={NEWS_TONES[work.stage]}>{NEWS_STAGES[work.stage]}</span>
                <br />
                <small>{chineseDate(work.writtenAt)}撰写</small>
              </li>
            ),
          )}
        </ul>
        <NewsPager here={`${base}/news`} stream={undefined} next={next} isFirst={isFirst} />
      </section>
    </Page>
  );
}

interface WriteProps extends DeskProps {
  readonly labels: NewsLabels;
  readonly page: FormPage;
}

export function WriteNewsPage({ frame, organisation, labels, page }: WriteProps) {
  const back = { href: `/desk/o/${organisation}/news`, name: '动态' };
  return (
    <Page frame={frame} title="撰写动态" section="desk" trail={[back]}>
      <h1>
        撰写动态 <small lang="en">Write news</small>
      </h1>
      <CaseForm
        props={page.forms}
        action="write"
        title="动态"
        button="提交审核"
        start={{ 'write.stream': 'party', 'write.audience': 'public' }}
      >
        {(filled) => (
          <>
            <ChoiceField
              filled={filled}
              name="write.stream"
              label="栏目"
              row
              choices={[
                { value: 'party', name: labels.party, hint: '党组织开展的工作' },
                { value: 'affairs', name: labels.affairs, hint: '本单位的有关情况' },
              ]}
            />
            <TextFields filled={filled} action="write" />
          </>
        )}
      </CaseForm>
    </Page>
  );
}
