import { toldAt } from '../../../domain/item/showing.ts';
import { BASES } from '../../../domain/item/vocabulary.ts';
import type { ItemReading, VersionReading } from '../../shell/reading/item-reading.ts';
import type { StepReading } from '../../shell/reading/steps.ts';
import { chineseDate, chineseMoment, lastDay } from '../dates.ts';
import { AUDIENCE_NAMES, TENSES } from '../words.ts';
import { FileList, type FileListProps } from './files.tsx';
import { NotCounted, ReckonedRule } from './reckoned.tsx';

/** 公开流程: what was done when, by which seat. */
export function Timeline({ steps }: { steps: readonly StepReading[] }) {
  // The last step of the approval says it already.
  const told = steps.filter(({ event }) => event !== 'ItemApproved');
  if (told.length === 0) return null;
  return (
    <section class="sheet">
      <h2>公开流程</h2>
      <ol class="steps">
        {told.map((step) => (
          <li>
            <p>
              <b>{stepName(step)}</b>
              <time datetime={step.at}>{chineseMoment(step.at)}</time>
            </p>
            {(step.seatTitle || step.person || step.note) && (
              <p class="small">{[step.seatTitle, step.person, step.note].filter(Boolean).join('　')}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function stepName({ event, zh, audience, online, count, approval }: StepReading): string {
  if (event === 'ItemReleased' && audience) {
    return `${audience === 'public' ? '向社会' : AUDIENCE_NAMES[audience]}公开${online === false ? '（线下）' : ''}`;
  }
  if (event === 'MembersConsulted' && count !== undefined) return `${zh}（${count} 人）`;
  if (event === 'ProgressRecorded' && count !== undefined) return `${zh} ${count}%`;
  return approval ? `审批：${zh}` : zh;
}

/** To whom, when, how and why it is disclosed. */
export function Facts({ shown, reading }: { shown: VersionReading; reading: ItemReading }) {
  const { closed, tense } = reading;
  const { content, releases, planned, until, provider, accountable, opinionsUntil } = shown;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['公开形式', content.forms.join('、')],
    ['公开依据', [BASES[content.basis], content.basedOn].filter(Boolean).join('　')],
    ['公开至', until && chineseDate(lastDay(until))],
    ['办理情况', TENSES[tense]],
    ['版本', `第 ${shown.number} 版`],
    ['内容提供', provider],
    ['责任人', accountable],
    ['办结', closed && [chineseDate(closed.at), closed.summary].filter(Boolean).join('　')],
  ];
  return (
    <section class="sheet">
      <h2>公开信息</h2>
      <dl class="facts">
        <dt>公开范围与时间</dt>
        <dd>
          {releases.map((release) => (
            <div>
              {AUDIENCE_NAMES[release.audience]}：{chineseMoment(toldAt(release))}
              {!release.online && '（线下）'}
            </div>
          ))}
          {planned.map(({ audience, from }) => (
            <div>
              {AUDIENCE_NAMES[audience]}：计划 {chineseMoment(from)}
            </div>
          ))}
        </dd>
        {lines.map(([name, value]) =>
          value ? (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ) : null,
        )}
        {opinionsUntil && (
          <>
            <dt>征求意见</dt>
            <dd>
              <ReckonedRule {...opinionsUntil} />
              <NotCounted {...opinionsUntil} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

interface VersionsProps {
  readonly versions: ItemReading['versions'];
  readonly current: number;
  /** Address of the item. */
  readonly here: string;
}

export function Versions({ versions, current, here }: VersionsProps) {
  return (
    <section class="sheet">
      <h2>历次版本</h2>
      <ol class="steps">
        {versions.toReversed().map(({ number, firstReleasedAt, reason, answers }) => (
          <li>
            <p>
              {number === current ? (
                <b aria-current="true">第 {number} 版（本页）</b>
              ) : (
                <b>
                  <a href={`${here}?version=${number}`}>第 {number} 版</a>
                </b>
              )}
              {chineseDate(firstReleasedAt)}
            </p>
            {reason && <p class="small">再公开原因：{reason}</p>}
            {answers > 0 && <p class="small">回应意见建议 {answers} 条</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ProofsProps extends FileListProps {
  readonly proofs: ItemReading['proofs'];
}

/** Disclosed in a meeting, by a document …: what shows that it happened. */
export function Proofs({ proofs, ...list }: ProofsProps) {
  return (
    <section class="sheet">
      <h2>线下公开凭证</h2>
      <section class="table-scroll wide" tabindex={0} aria-label="线下公开凭证表">
        <table>
          <thead>
            <tr>
              {['形式', '时间、地点', '范围', '到达', '说明'].map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {proofs.map((proof) => (
              <tr>
                <th scope="row">{proof.form}</th>
                <td>
                  {chineseMoment(proof.heldAt)}
                  <br />
                  {proof.place}
                </td>
                <td>{AUDIENCE_NAMES[proof.audience]}</td>
                <td>
                  {proof.reached} 人
                  <br />
                  {proof.recipients}
                </td>
                <td>
                  {proof.note}
                  {proof.files && (
                    <FileList {...list} files={list.files.filter(({ id }) => proof.files?.includes(id))} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
