import { periodTitle } from '../../../../domain/duty/period.ts';
import type { Instant } from '../../../../domain/kernel/time.ts';
import type { Overview, UnitLine } from '../../../shell/reading/duty-overview.ts';
import { percent } from '../../components/duty-status.tsx';
import { type Frame, Page } from '../../components/layout.tsx';
import { chineseDate } from '../../dates.ts';

export interface BulletinProps {
  readonly frame: Frame;
  readonly now: Instant;
  /** Who issues it, by its full name. */
  readonly issuer: { readonly id: string; readonly name: string };
  readonly overview: Overview;
  /** Working days overdue from which a unit is named: the step of the ladder that says so. Undefined names nobody. */
  readonly namedFrom: number | undefined;
}

/** 通报: the quarter in official wording, ready to be printed and stamped. */
export function BulletinPage({ frame, now, issuer, overview, namedFrom }: BulletinProps) {
  const { period } = overview;
  const title = `关于${periodTitle(period)}党务公开情况的通报`;
  const back = { href: `/desk/o/${issuer.id}/overview?period=${period}`, name: '下级单位公开情况' };
  return (
    <Page frame={frame} title={title} section="overview" trail={[back]}>
      <article class="sheet document bulletin">
        <header>
          <h1 class="paper-title">{title}</h1>
        </header>
        <div class="text">
          <p class="addressee">各党组织：</p>
          <p>
            根据《中国共产党党务公开条例（试行）》和党务公开目录有关规定，现将{periodTitle(period)}
            党务公开情况通报如下。
          </p>
          <h2>一、总体情况</h2>
          <Totals overview={overview} now={now} />
          <h2>二、存在问题</h2>
          <Problems overview={overview} namedFrom={namedFrom} />
          <h2>三、有关要求</h2>
          <p>
            （一）限期补公开。存在逾期事项的单位，应当自本通报印发之日起5个工作日内完成补公开，并将逾期原因和整改情况书面报送党务公开办公室。
          </p>
          <p>
            （二）压实责任。各党组织主要负责同志要认真履行第一责任人职责，对照公开义务台账逐项落实责任人和完成时限，做到应公开尽公开。
          </p>
          <p>（三）常态推进。严格按照规定的内容、形式、范围和时限公开，防止时紧时松、集中补报。</p>
        </div>
        <p class="signature">
          <span>{issuer.name}</span>
          <span>{chineseDate(now)}</span>
        </p>
      </article>
    </Page>
  );
}

function Totals({ overview, now }: { overview: Overview; now: Instant }) {
  const { total, rate, units, coverage, period } = overview;
  const carriers = coverage
    .filter(({ target }) => target !== undefined)
    .map(({ name, share, target }) => `${name}覆盖率${percent(share)}（目标${percent(target)}）`);
  return (
    <p>
      截至{chineseDate(now)}，{units}个党组织{periodTitle(period)}应公开{total.total - total.excused}
      项，按期公开{total.met}项，逾期补公开{total.late}项，逾期未公开{total.overdue}项，经批准免予公开
      {total.excused}项，尚未到期{total.soon + total.open}项。
      {rate !== undefined && `按期公开率为${percent(rate)}。`}
      {carriers.join('，')}。
    </p>
  );
}

function Problems({ overview, namedFrom }: Pick<BulletinProps, 'overview' | 'namedFrom'>) {
  const named = namedFrom === undefined ? [] : namedUnits(overview.lines, namedFrom);
  const blank = overview.blank.filter(({ blank: count, of }) => count === of);
  return (
    <>
      {named.length === 0 ? (
        <p>（一）逾期情况。截至目前，没有需要通报的长期逾期单位。</p>
      ) : (
        <>
          <p>
            （一）逾期情况。下列{named.length}个单位有公开事项逾期{namedFrom}个工作日以上仍未公开，予以通报：
          </p>
          <NamedTable named={named} />
        </>
      )}
      <p>
        （二）空白栏目。
        {blank.length === 0
          ? '各类目均已有单位公开。'
          : `${blank.map(({ name }) => `“${name}”`).join('、')}类目，各单位均未公开。`}
      </p>
    </>
  );
}

function NamedTable({ named }: { named: readonly NamedUnit[] }) {
  return (
    <section class="table-scroll" aria-label="予以通报的单位" tabindex={0}>
      <table>
        <caption class="vh">予以通报的单位</caption>
        <thead>
          <tr>
            {['单位', '逾期事项（项）', '最早到期日', '最长逾期（工作日）'].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {named.map(({ name, count, due, age }) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{count}</td>
              <td>{chineseDate(due)}</td>
              <td>{age}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface NamedUnit {
  readonly name: string;
  readonly count: number;
  readonly due: string;
  readonly age: number;
}

/** Units with something overdue for so many working days, the longest first. */
export function namedUnits(lines: readonly UnitLine[], namedFrom: number): readonly NamedUnit[] {
  return lines
    .filter(({ isSum }) => !isSum)
    .flatMap(({ name, waiting }) => {
      const [first, ...others] = waiting.filter(({ age }) => age >= namedFrom);
      if (!first) return [];
      const { due, age } = first;
      return [{ name, due, age, count: others.reduce((sum, { count }) => sum + count, first.count) }];
    })
    .toSorted((a, b) => b.age - a.age || b.count - a.count);
}

/** The step of the ladder from which units are named in the 通报. */
export const namedFromOf = (
  ladder: readonly { readonly offset: number; readonly bulletin?: boolean | undefined }[],
): number | undefined => ladder.find(({ bulletin }) => bulletin)?.offset;
