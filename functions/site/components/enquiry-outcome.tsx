import { DECISIONS, ENQUIRY_STAGES, GROUNDS } from '../../../domain/enquiry/vocabulary.ts';
import type { EnquiryReading } from '../../shell/reading/enquiries.ts';
import { chineseDate, chineseMoment } from '../dates.ts';

interface OutcomeProps {
  readonly reading: EnquiryReading;
  readonly organisation: string;
}

/** What was asked and what was answered, as whoever asked reads it. */
export function EnquiryOutcome({ reading, organisation }: OutcomeProps) {
  const { stage, subject, details, registeredAt, answer, decision, disclosure, complaint } = reading;
  return (
    <section class="sheet">
      <h2>{ENQUIRY_STAGES[stage]}</h2>
      <table class="particulars">
        <tbody>
          <tr>
            <th scope="row">申请内容</th>
            <td>
              {subject}
              {details !== undefined && <p class="said">{details}</p>}
            </td>
          </tr>
          <tr>
            <th scope="row">登记时间</th>
            <td>{chineseMoment(registeredAt)}</td>
          </tr>
          {answer && (
            <tr>
              <th scope="row">当场答复</th>
              <td>
                <p class="said">{answer.text}</p>
                <Links organisation={organisation} {...answer} />
              </td>
            </tr>
          )}
          {decision && (
            <tr>
              <th scope="row">决定</th>
              <td>
                <b>{DECISIONS[decision.outcome]}</b>　{chineseMoment(decision.decidedAt)}
                <p>理由：{GROUNDS[decision.ground]}</p>
                <p class="said">{decision.text}</p>
                {decision.lookAgainOn !== undefined && (
                  <p>将于 {chineseDate(decision.lookAgainOn)} 再次研究。</p>
                )}
                <Links organisation={organisation} {...decision} />
              </td>
            </tr>
          )}
          {disclosure && (
            <tr>
              <th scope="row">公开内容</th>
              <td>
                {chineseMoment(disclosure.at)}
                <p class="said">{disclosure.text}</p>
                <Links organisation={organisation} item={disclosure.item} />
              </td>
            </tr>
          )}
          <Promotion reading={reading} organisation={organisation} />
          {complaint && (
            <tr>
              <th scope="row">申诉</th>
              <td>
                {chineseMoment(complaint.at)}
                <p class="said">{complaint.text}</p>
                {complaint.settled ? (
                  <p>
                    <b>{complaint.settled.upheld ? '申诉成立' : '维持原决定'}</b>：{complaint.settled.text}
                  </p>
                ) : (
                  <p>由党务公开监督小组处理。</p>
                )}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

function Promotion({ reading: { promotion }, organisation }: OutcomeProps) {
  if (!promotion) return null;
  return (
    <tr>
      <th scope="row">是否列入公开</th>
      <td>
        {promotion.as === 'row' && (
          <>
            已列入<a href={`/o/${organisation}/catalogue`}>公开目录</a>。
          </>
        )}
        {promotion.as === 'item' && '已作为公开事项办理。'}
        {promotion.as === 'declined' && `暂不列入公开目录：${promotion.reason}`}
      </td>
    </tr>
  );
}

interface LinksProps {
  readonly organisation: string;
  readonly item?: string | undefined;
  readonly row?: string | undefined;
}

function Links({ organisation, item, row }: LinksProps) {
  return (
    <>
      {item !== undefined && (
        <p>
          <a href={`/o/${organisation}/items/${item}`}>查看公开事项</a>
        </p>
      )}
      {row !== undefined && (
        <p>
          <a href={`/o/${organisation}/catalogue`}>查看公开目录</a>
        </p>
      )}
    </>
  );
}
