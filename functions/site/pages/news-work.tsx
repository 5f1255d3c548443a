import { LIMITS } from '../../../domain/limits.ts';
import { NEWS_STAGES } from '../../../domain/news/vocabulary.ts';
import type { NewsReading } from '../../shell/reading/news-readings.ts';
import { CaseForm, Reason } from '../components/case-form.tsx';
import { AreaField, ChoiceField, ErrorSummary } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import type { FormPage } from '../forms/operation-forms.ts';
import { NEWS_TONES, NewsFindings, NewsVersions, TextFields } from './news-parts.tsx';
import { Done } from './topics.tsx';

interface NewsProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly news: NewsReading;
  /** By id; whoever is missing is from elsewhere. */
  readonly names: Readonly<Record<string, string>>;
  /** Whoever looks wrote some of it, and so does not check it. */
  readonly isOwn: boolean;
  readonly page: FormPage;
}

/** One piece of news: every version, and whatever may be done about it. */
export function NewsDeskPage({ frame, organisation, news, names, isOwn, page }: NewsProps) {
  const { versions = [], down, stage } = news.work ?? {};
  const latest = versions.at(-1);
  if (!latest || !stage) return null;
  const { forms, done } = page;
  const isChecking = stage === 'waiting' && !isOwn;
  const wasShown = versions.some(({ released }) => released);
  const offered = [
    ...(isChecking ? ['release', 'return'] : []),
    ...(stage === 'waiting' ? ['mask', 'justify'] : []),
    ...(stage === 'down' ? [] : ['correct', 'down']),
  ];
  const back = { href: `/desk/o/${organisation}/news`, name: '动态' };
  return (
    <Page frame={frame} title={latest.title} section="desk" trail={[back]}>
      <h1>{latest.title}</h1>
      <Done text={done} />
      {/* Somebody was faster: the form that it belonged to is gone. */}
      {forms.refused && !offered.includes(forms.refused.action) && (
        <ErrorSummary filled={forms.refused.filled} />
      )}
      <p>
        <span class="tag type">{news.label}</span>
        <span class={NEWS_TONES[stage]}>{NEWS_STAGES[stage]}</span>
        {news.shown && <a href={`/o/${organisation}/news/${news.id}`}>查看已发布的内容</a>}
      </p>
      {down && <p class="note warn">已撤下：{down.reason}</p>}
      {latest.returned && <p class="note warn">已退回：{latest.returned.reason}</p>}
      <NewsFindings findings={latest.findings} forms={forms} isOpen={stage === 'waiting'} />
      <NewsVersions versions={versions} names={names} />
      {stage === 'waiting' && isOwn && <p class="note">您参与了撰写，由其他人审查后发布。</p>}
      {isChecking && (
        <CaseForm props={forms} action="release" title="保密审查并发布">
          {(filled) => (
            <>
              <p>通过后立即发布。</p>
              <input type="hidden" name="release.version" value={String(latest.number)} />
              <ChoiceField
                filled={filled}
                name="release.notSecret"
                label="保密审查"
                several
                choices={[{ value: 'yes', name: '已审查，内容不涉及党和国家秘密，可以发布' }]}
              />
            </>
          )}
        </CaseForm>
      )}
      {isChecking && (
        <CaseForm props={forms} action="return" title="退回撰写人" folded>
          {(filled) => <Reason filled={filled} name="return.reason" label="退回原因" />}
        </CaseForm>
      )}
      {stage !== 'down' && (
        <CaseForm
          props={forms}
          action="correct"
          title={wasShown ? '更正' : '修改'}
          button="提交审核"
          folded={stage !== 'returned'}
          start={{
            'correct.title': latest.title,
            'correct.text': latest.text,
            'correct.audience': latest.audience,
          }}
        >
          {(filled) => (
            <>
              <TextFields filled={filled} action="correct" />
              {wasShown && (
                <AreaField
                  filled={filled}
                  name="correct.correction"
                  label="更正说明"
                  hint="说明更正了什么，与正文一并公布。"
                  max={LIMITS.reason}
                />
              )}
            </>
          )}
        </CaseForm>
      )}
      {stage !== 'down' && (
        <CaseForm props={forms} action="down" title="撤下" folded>
          {(filled) => <Reason filled={filled} name="down.reason" label="撤下原因" />}
        </CaseForm>
      )}
    </Page>
  );
}
