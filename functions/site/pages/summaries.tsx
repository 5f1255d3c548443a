import { LIMITS } from '../../../domain/limits.ts';
import type { FilingCard } from '../../../domain/summary/filing-state.ts';
import {
  FILING_KINDS,
  FILING_STAGES,
  type FilingStage,
  RECEIVERS,
} from '../../../domain/summary/filing-vocabulary.ts';
import { renderMarkdown } from '../../rendering/markdown.tsx';
import type { FiledReading, FilingReading } from '../../shell/reading/summary-readings.ts';
import { CaseForm, choices, Reason } from '../components/case-form.tsx';
import { AreaField, SelectField, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate, chineseMoment } from '../dates.ts';
import type { FormPage } from '../forms/operation-forms.ts';
import { Done } from './topics.tsx';

interface ListProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly hasSuperior: boolean;
  readonly year: string;
  /** Those that can be summed up, newest first. */
  readonly years: readonly string[];
  readonly filed: FiledReading;
  /** Of those right below, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** 年度总结和专题报告: what is to be drawn up, what was filed and what came from below. */
export function SummaryListPage(props: ListProps) {
  const { frame, organisation, hasSuperior, year, years, filed, names } = props;
  const base = `/desk/o/${organisation}`;
  const { sent, received, missing, dueOn } = filed;
  return (
    <Page frame={frame} title="年度总结和专题报告" section="desk" trail={[{ href: base, name: '工作台' }]}>
      <div class="title-row">
        <h1>
          年度总结和专题报告 <small lang="en">Yearly summaries and special reports</small>
        </h1>
        {hasSuperior && (
          <a class="button" href={`${base}/filings/new`}>
            报送专题报告
          </a>
        )}
      </div>
      <section class="sheet">
        <h2>生成年度总结</h2>
        <p>由公开记录生成草稿，可作为公开事项草稿，也可报送上级。</p>
        <p class="actions">
          {years.map((each) => (
            <a class="button second" href={`${base}/summaries/${each}`}>
              {each}年度
            </a>
          ))}
        </p>
      </section>
      {hasSuperior && (
        <section class="sheet">
          <h2>已报送</h2>
          {sent.length === 0 && <p>没有报送过。</p>}
          <FilingList cards={sent} hrefOf={({ id }) => `${base}/filings/${organisation}/${id}`} />
        </section>
      )}
      {dueOn !== undefined && (
        <section class="sheet">
          <h2>下级报送的{year}年度总结和专题报告</h2>
          <p class={missing.length > 0 ? 'note warn' : 'note good'}>
            年度总结期限 {chineseDate(dueOn)}。
            {missing.length === 0
              ? '均已报送。'
              : `未报送 ${missing.length} 个：${missing.map(({ shortName }) => shortName).join('、')}。`}
          </p>
          <FilingList
            cards={received}
            names={names}
            hrefOf={(card) => `${base}/filings/${card.organisation}/${card.id}`}
          />
        </section>
      )}
    </Page>
  );
}

const STAGE_TAGS: Readonly<Record<FilingStage, string>> = {
  filed: 'wait',
  returned: 'bad',
  acknowledged: 'ok',
};

interface FilingListProps {
  readonly cards: readonly FilingCard[];
  readonly names?: ReadonlyMap<string, string>;
  hrefOf(card: FilingCard): string;
}

const FilingList = ({ cards, names, hrefOf }: FilingListProps) => (
  <ul>
    {cards.map((card) => (
      <li>
        <a href={hrefOf(card)}>{card.title}</a>{' '}
        <span class={`tag ${STAGE_TAGS[card.stage]}`}>{FILING_STAGES[card.stage]}</span>{' '}
        {card.late && <span class="tag bad">逾期报送</span>}
        <br />
        <small>
          {FILING_KINDS[card.kind]}，{names && `${names.get(card.organisation) ?? card.organisation}，`}
          {chineseMoment(card.filedAt)} 报送
        </small>
      </li>
    ))}
  </ul>
);

interface NewProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly page: FormPage;
}

export function NewFilingPage({ frame, organisation, page }: NewProps) {
  const back = { href: `/desk/o/${organisation}/summaries`, name: '年度总结和专题报告' };
  return (
    <Page frame={frame} title="报送专题报告" section="desk" trail={[back]}>
      <h1>
        报送专题报告 <small lang="en">File a special report</small>
      </h1>
      <CaseForm props={page.forms} action="file" title="专题报告" button="报送">
        {(filled) => (
          <>
            <SelectField filled={filled} name="file.receiver" label="报送给" choices={choices(RECEIVERS)} />
            <TextField filled={filled} name="file.title" label="标题" max={LIMITS.title} />
            <AreaField filled={filled} name="file.text" label="正文" max={LIMITS.text} long />
          </>
        )}
      </CaseForm>
    </Page>
  );
}

interface FilingProps extends NewProps {
  readonly filing: FilingReading;
}

/** One report: its text and its receipt; where it was filed, with the forms to acknowledge or send it back. */
export function FilingPage({ frame, organisation, filing, page }: FilingProps) {
  const { title, text, stage, acknowledged, returned, filedAt, receiver, organisation: from, dueOn } = filing;
  const isReceiver = filing.to === organisation;
  return (
    <Page
      frame={frame}
      title={title}
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/summaries`, name: '年度总结和专题报告' }]}
    >
      <Done text={page.done} />
      <article class="sheet document">
        <header>
          <h1 class="paper-title">{title}</h1>
          <p>
            {from.name}，{chineseMoment(filedAt)} 报送{RECEIVERS[receiver]}
            {dueOn !== undefined && `，期限 ${chineseDate(dueOn)}`}
          </p>
        </header>
        <h2 class="vh">正文</h2>
        <div class="text">{renderMarkdown(text)}</div>
      </article>
      <p>
        <span class={`tag ${STAGE_TAGS[stage]}`}>{FILING_STAGES[stage]}</span>{' '}
        {acknowledged &&
          `回执：${chineseMoment(acknowledged.at)}${acknowledged.remark ? `，${acknowledged.remark}` : ''}`}
        {stage === 'returned' && returned && `退回理由：${returned.reason}`}
      </p>
      {isReceiver && stage === 'filed' && (
        <CaseForm props={page.forms} action="acknowledge" title="签收">
          {(filled) => (
            <AreaField filled={filled} name="acknowledge.remark" label="批示" optional max={LIMITS.reason} />
          )}
        </CaseForm>
      )}
      {isReceiver && stage === 'filed' && (
        <CaseForm props={page.forms} action="return" title="退回补充" folded>
          {(filled) => <Reason filled={filled} name="return.reason" label="退回理由" />}
        </CaseForm>
      )}
    </Page>
  );
}
