import { type PeriodName, periodTitle } from '../../../domain/duty/period.ts';
import { SIGNALS } from '../../../domain/evaluation/signals.ts';
import type { DisputeLine, EvaluationReading } from '../../shell/reading/evaluation-readings.ts';
import { type Frame, Page } from '../components/layout.tsx';
import { QuarterForm } from '../components/quarter-form.tsx';
import { scoreText } from './evaluation-parts.tsx';

interface DeskProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly period: PeriodName;
  readonly periods: readonly PeriodName[];
  readonly score: EvaluationReading | undefined;
  /** Of those right below. */
  readonly disputes: readonly (DisputeLine & { readonly name: string })[];
}

const STATES = { raised: '⚠ 提示', clear: '未发现', 'no-data': '无数据' } as const;

/** 考评, for those who work there: their score, the signals, the year, and what units below dispute. */
export function EvaluationDeskPage(props: DeskProps) {
  const { frame, organisation, period, periods, score, disputes } = props;
  const base = `/desk/o/${organisation}/evaluation`;
  const year = period.slice(0, 4);
  return (
    <Page frame={frame} title="考评" section="desk" trail={[{ href: '/desk', name: '我的待办' }]}>
      <h1>
        考评 <small lang="en">Evaluation</small>
      </h1>
      <QuarterForm action={base} period={period} periods={periods} />
      <section class="sheet">
        <h2>{periodTitle(period)}得分</h2>
        <p>
          {score ? (
            <>
              总分 <strong>{scoreText(score.total)}</strong>。
            </>
          ) : (
            '本季度没有公开义务，不作考评。'
          )}
          <a href={`/o/${organisation}/evaluation?period=${period}`}>四项得分和逐项依据</a>
          {'　'}
          <a href={`${base}/years/${year}`}>{year}年度考评</a>
          {'　'}
          <a href={`${base}/standard`}>考评标准</a>
        </p>
      </section>
      {score?.work && <Signals base={base} period={period} signals={score.work.signals} />}
      {disputes.length > 0 && <Disputes disputes={disputes} />}
    </Page>
  );
}

interface SignalsProps {
  readonly base: string;
  readonly period: PeriodName;
  readonly signals: NonNullable<EvaluationReading['work']>['signals'];
}

const Signals = ({ base, period, signals }: SignalsProps) => (
  <section class="sheet">
    <h2>
      形式主义提示 <small lang="en">Signals</small>
    </h2>
    <p class="small">
      提示由记录自动得出，只供对照检查，不扣分、不公布。不同意的可以提出异议，由上级指定人员说明理由答复。
    </p>
    <ul>
      {signals.map(({ id, state, why, dispute }) => (
        <li>
          <a href={`${base}/signals/${period}/${id}`}>{SIGNALS[id].zh}</a>：{STATES[state]}
          {state === 'raised' && why && `。${why.zh}`}
          {dispute && (dispute.answer ? '（异议已答复）' : '（异议待答复）')}
        </li>
      ))}
    </ul>
  </section>
);

const Disputes = ({ disputes }: Pick<DeskProps, 'disputes'>) => (
  <section class="sheet">
    <h2>
      下级单位的异议 <small lang="en">Disputes</small>
    </h2>
    <ul>
      {disputes.map(({ organisation, name, period, signal, answer }) => (
        <li>
          <a href={`/desk/o/${organisation}/evaluation/signals/${period}/${signal}`}>
            {name}：{periodTitle(period)}“{SIGNALS[signal].zh}”
          </a>
          {answer ? '，已答复' : '，待答复'}
        </li>
      ))}
    </ul>
  </section>
);
