import type { Enquiry } from '../../../domain/enquiry/state.ts';
import { DECISIONS, ENQUIRY_CHANNELS, GROUNDS } from '../../../domain/enquiry/vocabulary.ts';
import { SPEAKERS } from '../../../domain/feedback/vocabulary.ts';
import { MATTERS } from '../../../domain/organisation/policy.ts';
import type { EnquiryReading } from '../../shell/reading/enquiries.ts';
import type { CaseFormsProps } from '../components/case-form.tsx';
import { EnquiryClock } from '../components/enquiry-clock.tsx';
import { EnquiryForms } from '../components/enquiry-forms.tsx';
import { EnquiryOutcome } from '../components/enquiry-outcome.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate, chineseMoment } from '../dates.ts';
import type { OfficeAction } from '../forms/enquiry-actions.ts';

interface EnquiryDeskProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly reading: EnquiryReading;
  readonly enquiry: Enquiry;
  /** Titles of the rows of the catalogue that it touches. */
  readonly rows: readonly string[];
  readonly offers: ReadonlySet<OfficeAction>;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly names: Readonly<Record<string, string>>;
  readonly forms: CaseFormsProps;
  readonly done?: string | undefined;
}

/** One case for those who work on it: who asked, what is proposed, where its date comes from, and what may be done. */
export function EnquiryDeskPage(props: EnquiryDeskProps) {
  const { frame, organisation, reading, enquiry, offers, people, forms, done } = props;
  return (
    <Page
      frame={frame}
      title="依申请公开"
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/enquiries`, name: '依申请公开登记簿' }]}
    >
      {done && (
        <p class="note good" role="status">
          ✓ {done}
        </p>
      )}
      <h1>{reading.subject}</h1>
      <div class="columns">
        <div class="major">
          <EnquiryOutcome reading={reading} organisation={organisation} />
          {enquiry.proposal && <ProposalSheet {...props} proposal={enquiry.proposal} />}
          <EnquiryForms enquiry={enquiry} forms={forms} offers={offers} people={people} />
        </div>
        <div class="minor">
          <Asker {...props} />
          <EnquiryClock reading={reading} />
          <Visits {...props} />
        </div>
      </div>
    </Page>
  );
}

type Parts = Pick<EnquiryDeskProps, 'enquiry' | 'names' | 'rows'>;

function ProposalSheet({ proposal, names }: Parts & { proposal: NonNullable<Enquiry['proposal']> }) {
  const { outcome, ground, text, matter, lookAgainOn, by, at } = proposal;
  return (
    <section class="sheet">
      <h2>拟办意见：{DECISIONS[outcome]}</h2>
      <p>
        理由：{GROUNDS[ground]}　（{MATTERS[matter]}）
      </p>
      <p class="said">{text}</p>
      {lookAgainOn !== undefined && <p>再次研究：{chineseDate(lookAgainOn)}</p>}
      <p class="small">
        {names[by] ?? by}　{chineseMoment(at)}
      </p>
    </section>
  );
}

function Asker({ enquiry, names, rows }: Parts) {
  const { from, speaker, channel, asker, takenBy, owner, returned, clarifications, late } = enquiry;
  const known = asker === undefined ? undefined : (names[asker] ?? asker);
  return (
    <section class="sheet">
      <h2>申请与承办</h2>
      <dl class="facts">
        <dt>申请人</dt>
        <dd>
          {SPEAKERS[speaker]}，{from.kind === 'signed' ? (from.name ?? known ?? '署名') : '匿名'}
          {from.kind === 'anonymous' && known !== undefined && `（${known}）`}
        </dd>
        <dt>方式</dt>
        <dd>
          {ENQUIRY_CHANNELS[channel]}
          {takenBy !== undefined && `，由 ${names[takenBy] ?? takenBy} 登记`}
        </dd>
        <dt>公开目录</dt>
        <dd>{rows.length > 0 ? `可能涉及：${rows.join('、')}` : '不在公开目录范围内'}</dd>
        {owner !== undefined && (
          <>
            <dt>承办人</dt>
            <dd>{names[owner] ?? owner}</dd>
          </>
        )}
        {returned && (
          <>
            <dt>退回原因</dt>
            <dd>{returned.reason}</dd>
          </>
        )}
        {clarifications.map(({ text, at }) => (
          <>
            <dt>补正（{chineseDate(at)}）</dt>
            <dd class="said">{text}</dd>
          </>
        ))}
        {late && (
          <>
            <dt>超期记录</dt>
            <dd>⚠ 曾超期</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Visits({ enquiry: { visits }, names }: Parts) {
  if (visits.length === 0) return null;
  return (
    <section class="sheet">
      <h2>接待记录</h2>
      <ol class="steps">
        {visits.map(({ channel, question, answer, by, at }) => (
          <li>
            <p>
              <b>{ENQUIRY_CHANNELS[channel]}</b>
              <time datetime={at}>{chineseMoment(at)}</time>　{names[by] ?? by}
            </p>
            <p class="said">问：{question}</p>
            <p class="said">答：{answer}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
