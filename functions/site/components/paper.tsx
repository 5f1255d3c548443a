import type { ItemContent } from '../../../domain/item/content.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { renderMarkdown } from '../../rendering/markdown.tsx';
import { chineseDate } from '../dates.ts';
import { yuanOf } from '../yuan.ts';

/** The paper itself, as readers get it. */
interface PaperProps {
  readonly content: Pick<ItemContent, 'title' | 'text' | 'important' | 'objection' | 'amounts'>;
  /** What its type is called. */
  readonly type: string;
  readonly organisation: string;
  readonly place?: string | undefined;
  /** Day under the signature; absent before the release. */
  readonly signedAt?: Instant | undefined;
  /** First and last day of a 公示, once they are known. */
  readonly period?: { readonly from: string; readonly to: string } | undefined;
  readonly heading?: 'h1' | 'h2';
}

export function Paper({
  content,
  type,
  organisation,
  place,
  signedAt,
  period,
  heading: Heading = 'h2',
}: PaperProps) {
  const { objection, amounts } = content;
  return (
    <article class="sheet document">
      <header>
        <p>
          <span class="tag type">{type}</span>
          {content.important && <span class="tag strong">重要</span>}
        </p>
        <Heading class="paper-title">{content.title}</Heading>
        {place && <p>{place}</p>}
      </header>
      {Heading === 'h1' && <h2 class="vh">正文</h2>}
      <div class="text">{renderMarkdown(content.text)}</div>
      {amounts && <Amounts amounts={amounts} />}
      <p class="signature">
        <span>{organisation}</span>
        <span>{signedAt ? chineseDate(signedAt) : '（公开之日）'}</span>
      </p>
      {objection && <Particulars terms={objection} period={period} />}
    </article>
  );
}

function Amounts({ amounts }: { amounts: NonNullable<ItemContent['amounts']> }) {
  const money = (cents: number) => yuanOf(cents).replace(/\B(?=(\d{3})+(?=\.))/g, ',');
  return (
    <table class="particulars sums">
      <caption>金额明细（单位：元）</caption>
      <tbody>
        {amounts.lines.map(({ label, cents }) => (
          <tr>
            <th scope="row">{label}</th>
            <td>{money(cents)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">合计</th>
          <td>
            <b>{money(amounts.totalCents)}</b>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Particulars(props: { terms: NonNullable<ItemContent['objection']>; period: PaperProps['period'] }) {
  const { terms, period } = props;
  const lines: readonly (readonly [string, string])[] = [
    [
      '公示期',
      period
        ? `${chineseDate(period.from)}至${chineseDate(period.to)}（${terms.periodDays} 天）`
        : `自公开次日起 ${terms.periodDays} 天`,
    ],
    ['联系人', terms.contact],
    ['联系电话', terms.phone],
    ['监督电话', terms.supervisionPhone],
    ['异议提出方式', terms.howToObject],
  ];
  return (
    <table class="particulars">
      <caption>公示事项</caption>
      <tbody>
        {lines.map(([name, value]) => (
          <tr>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
