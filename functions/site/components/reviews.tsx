import type { Version } from '../../../domain/item/state.ts';
import { REVIEW_ASPECTS, type ReviewAspect } from '../../../domain/item/vocabulary.ts';
import { APPROVAL_STEPS } from '../../../domain/organisation/policy.ts';
import { chineseDate, chineseMoment, deadline } from '../dates.ts';

interface ReviewsProps {
  readonly version: Version;
  readonly people: Readonly<Record<string, string>>;
}

/** What reviewers, consulted members and deciders have said about this version. */
export function Reviews({ version, people }: ReviewsProps) {
  const { review, consultation, approvals } = version;
  if (!review && !consultation && approvals.length === 0) return null;
  const nameOf = (id: string) => people[id] ?? id;
  return (
    <section class="sheet">
      <h2>审核与审批</h2>
      {review && (
        <table class="particulars">
          <caption>
            审核意见（{nameOf(review.by)}，{chineseMoment(review.at)}）
          </caption>
          <tbody>
            {(Object.keys(REVIEW_ASPECTS) as ReviewAspect[]).map((aspect) => (
              <tr>
                <th scope="row">{REVIEW_ASPECTS[aspect]}</th>
                <td>
                  {[review.verdicts[aspect].ok ? '✓ 同意' : '✕ 不同意', review.verdicts[aspect].note]
                    .filter(Boolean)
                    .join('　')}
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">保密审查</th>
              <td>
                {[review.secrecy.clear ? '✓ 通过' : '✕ 不通过', review.secrecy.note]
                  .filter(Boolean)
                  .join('　')}
              </td>
            </tr>
            {review.risk && (
              <tr>
                <th scope="row">风险研判</th>
                <td>{review.risk}</td>
              </tr>
            )}
          </tbody>
        </table>
      )}
      {consultation && (
        <table class="particulars">
          <caption>征求意见（截止 {deadline(consultation.deadline)}）</caption>
          <tbody>
            {consultation.members.map((member) => {
              const answer = consultation.answers.find((each) => each.member === member);
              return (
                <tr>
                  <th scope="row">{nameOf(member)}</th>
                  <td>
                    {answer
                      ? [answer.agree ? '✓ 同意' : '✕ 不同意', answer.opinion].filter(Boolean).join('　')
                      : '未回复'}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {approvals.length > 0 && (
        <table class="particulars">
          <caption>审批</caption>
          <tbody>
            {approvals.map(({ step, by, at, forSuperior, meeting }) => (
              <tr>
                <th scope="row">{APPROVAL_STEPS[step]}</th>
                <td>
                  {nameOf(by)}　{chineseMoment(at)}
                  {forSuperior && '　（上级党组织）'}
                  {meeting && (
                    <p>
                      {chineseDate(meeting.heldOn)}会议：到会 {meeting.present} 人，同意 {meeting.yes}，不同意{' '}
                      {meeting.no}，弃权 {meeting.abstain}。
                    </p>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
