import type { EnquiryRules } from '../../../domain/enquiry/rules.ts';
import { SPEAKERS } from '../../../domain/feedback/vocabulary.ts';
import { LIMITS } from '../../../domain/limits.ts';
import type { Challenge } from '../../shell/feedback-challenge.ts';
import type { OwnEnquiry } from '../../shell/reading/enquiries.ts';
import type { EnquiryMatch } from '../../shell/reading/enquiry-matches.ts';
import { OwnList } from '../components/enquiry-lists.tsx';
import {
  AreaField,
  ChoiceField,
  ErrorSummary,
  type Filled,
  SelectField,
  TextField,
} from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { Work } from '../components/opinions.tsx';
import { emptyForm } from '../forms/form-data.ts';

interface AskProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly rules: EnquiryRules;
  /** What is looked for; empty before anything was. */
  readonly query: string;
  readonly matches: readonly EnquiryMatch[];
  /** The second step: the form. Undefined until something was looked for. */
  readonly form?:
    | {
        readonly filled: Filled;
        readonly hidden: Readonly<Record<string, string>>;
        readonly challenge: Challenge | undefined;
      }
    | undefined;
  /** Of whoever is signed in. */
  readonly own: readonly OwnEnquiry[];
}

/** 依申请公开: look first whether it is there already; if it is not, ask for it. */
export function AskPage({ frame, organisation, rules, query, matches, form, own }: AskProps) {
  const here = `/o/${organisation}/enquiries`;
  return (
    <Page frame={frame} title="依申请公开" section="enquiries">
      <h1>
        依申请公开 <small lang="en">Ask for disclosure</small>
      </h1>
      <p>
        公开栏和公开目录中没有找到的内容，可以在这里申请公开，可以匿名。一般在 {rules.decideDays}{' '}
        个工作日内决定是否公开；情况复杂的，经领导小组同意可以延长，最长 {rules.longestDays}{' '}
        个工作日；决定公开的，{rules.discloseDays}{' '}
        个工作日内向您公开。不同意公开的，书面说明理由，您可以申诉。
      </p>
      <p>
        已经申请过？<a href={`${here}/follow`}>凭查询码查询办理进度</a>
      </p>
      <section class="sheet">
        <h2>第一步　先查找</h2>
        <form method="get" action={here}>
          <TextField
            filled={emptyForm({ q: query })}
            name="q"
            label="您想了解什么"
            type="search"
            hint="例如：校车租赁合同的费用明细。请不要填写个人信息。"
            max={LIMITS.title}
          />
          <p class="actions">
            <button class={form ? 'button second' : 'button'} type="submit">
              查找
            </button>
          </p>
        </form>
      </section>
      {form && <Found organisation={organisation} matches={matches} />}
      {form && <AskForm {...form} here={here} person={frame.person?.name} />}
      {own.length > 0 && <OwnList organisation={organisation} own={own} />}
    </Page>
  );
}

const ROW_STATES = {
  disclosed: '已公开',
  offline: '已以会议、文件等形式公开',
  withheld: '依规定不公开',
  'not-for-now': '暂不公开',
  open: '在目录内，尚未公开',
} as const;

function Found({ organisation, matches }: Pick<AskProps, 'organisation' | 'matches'>) {
  if (matches.length === 0)
    return (
      <p class="note" role="status">
        没有找到已经公开的相关内容。<span lang="en">Nothing was found.</span>
      </p>
    );
  return (
    <section class="sheet">
      <h2>这些是否已经回答了您的问题？</h2>
      <ul class="items">
        {matches.map((match) => (
          <li>
            <a class="name" href={hrefOf(organisation, match)}>
              {match.title}
            </a>
            <p class="meta">
              <span>{match.kind === 'item' ? '公开事项' : `公开目录：${ROW_STATES[match.state]}`}</span>
              <span>相同词语：{match.words.join('、')}</span>
            </p>
          </li>
        ))}
      </ul>
      <p class="small">如果已经回答，不必再申请；如果没有，请继续第二步。</p>
    </section>
  );
}

const hrefOf = (organisation: string, { kind, id }: EnquiryMatch): string =>
  kind === 'item' ? `/o/${organisation}/items/${id}` : `/o/${organisation}/catalogue`;

function AskForm({
  filled,
  hidden,
  challenge,
  here,
  person,
}: NonNullable<AskProps['form']> & { here: string; person: string | undefined }) {
  return (
    <section class="sheet no-print" id="ask">
      <h2>第二步　没有回答，登记申请</h2>
      <ErrorSummary filled={filled} />
      <form method="post" action={`${here}#ask`} novalidate>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <TextField filled={filled} name="subject" label="申请公开的内容" max={LIMITS.title} />
        <AreaField
          filled={filled}
          name="details"
          label="具体说明"
          optional
          hint="如年份、文件名称等。请不要填写身份证号、电话、住址等个人信息。"
          max={LIMITS.reason}
        />
        <AskerFields filled={filled} person={person} />
        {challenge && <Work challenge={challenge} filled={filled} />}
        <p class="actions">
          <button class="button" type="submit">
            提交申请
          </button>
        </p>
      </form>
    </section>
  );
}

const SPEAKER_CHOICES = Object.entries(SPEAKERS).map(([value, name]) => ({ value, name }));

/** As what somebody asks, and under which name, if any. */
export function AskerFields({ filled, person }: { filled: Filled; person?: string | undefined }) {
  return (
    <>
      <SelectField filled={filled} name="speaker" label="申请人是" choices={SPEAKER_CHOICES} />
      <ChoiceField
        filled={filled}
        name="signed"
        label="署名方式"
        row
        hint={person && '匿名申请请先退出登录；凭查询码查询进度。'}
        choices={[
          { value: 'anonymous', name: '匿名' },
          { value: 'signed', name: person ? `署名：${person}` : '署名' },
        ]}
      />
      {!person && (
        <div data-shown-for="signed=signed">
          <TextField
            filled={filled}
            name="from.name"
            label="姓名"
            hint="署名时填写；仅供办理使用，不会公开。"
            max={LIMITS.name}
          />
        </div>
      )}
    </>
  );
}
