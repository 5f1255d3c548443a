import {
  ADJUSTMENT_KINDS,
  type Adjustment,
  type YearOfAdjustments,
} from '../../../domain/catalogue/adjustments.ts';
import type { CatalogueDiff } from '../../../domain/catalogue/diff.ts';
import { ChangeList, DiffTable } from '../components/catalogue-diff.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseMoment } from '../dates.ts';

interface HistoryProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly year: YearOfAdjustments;
  readonly years: readonly number[];
  /** Newest version of the catalogue. */
  readonly version: number;
  readonly compared: { readonly from: number; readonly to: number; readonly diff: CatalogueDiff } | undefined;
  /** Names of people on the roster; whoever is not on it sits above. */
  readonly people: Readonly<Record<string, string>>;
}

/** 调整记录: every adjustment with its reason, the summary of the year, and two versions side by side (XH-29). */
export function CatalogueHistoryPage(props: HistoryProps) {
  const { frame, organisation, year, years, version, compared, people } = props;
  const here = `/desk/o/${organisation}/catalogue/history`;
  return (
    <Page
      frame={frame}
      title="目录调整记录"
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/catalogue`, name: '目录管理' }]}
    >
      <h1>
        {year.year}年目录调整记录 <small lang="en">Adjustments of the catalogue</small>
      </h1>
      <nav aria-label="年度" class="choices row">
        {years.map((each) => (
          <p class="choice">
            <a href={`${here}?year=${each}`} {...(each === year.year && { 'aria-current': 'true' as const })}>
              {each}年
            </a>
          </p>
        ))}
      </nav>
      <section class="sheet">
        <h2>年度书面总结</h2>
        {year.summary.split('\n').map((line) => (
          <p>{line}</p>
        ))}
      </section>
      {year.adjustments.length > 0 && (
        <section class="table-scroll" tabindex={0} aria-label="调整记录">
          <table class="catalogue">
            <caption>调整记录</caption>
            <thead>
              <tr>
                {['版次', '时间', '调整', '理由', '经办'].map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {year.adjustments.map((each) => (
                <Line adjustment={each} people={people} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {version > 0 && <Comparison here={here} version={version} compared={compared} />}
    </Page>
  );
}

function Line({ adjustment, people }: { adjustment: Adjustment; people: HistoryProps['people'] }) {
  const { version, at, by, kind, about, reason, changes, approved } = adjustment;
  return (
    <tr>
      <td class="no" data-label="版次">
        {version}
      </td>
      <td data-label="时间">{chineseMoment(at)}</td>
      <th scope="row">
        {ADJUSTMENT_KINDS[kind]}：{about.name}
        {approved && <span class="tag ok">✓ 上级同意</span>}
        <ChangeList changes={changes} />
      </th>
      <td data-label="理由">{reason ?? '—'}</td>
      <td data-label="经办">{by.kind === 'person' ? (people[by.person] ?? '上级党务公开办公室') : '系统'}</td>
    </tr>
  );
}

function Comparison({
  here,
  version,
  compared,
}: Pick<HistoryProps, 'version' | 'compared'> & { here: string }) {
  const field = (name: 'from' | 'to', label: string, value: number) => (
    <div>
      <label for={name}>{label}</label>
      <input type="number" id={name} name={name} min={0} max={version} value={String(value)} />
    </div>
  );
  return (
    <>
      <h2>两版对照</h2>
      <form class="filters" method="get" action={here}>
        {field('from', '从第几版', compared?.from ?? 1)}
        {field('to', '到第几版', compared?.to ?? version)}
        <div>
          <button class="button second" type="submit">
            对照
          </button>
        </div>
      </form>
      {compared && (
        <DiffTable diff={compared.diff} caption={`第 ${compared.from} 版与第 ${compared.to} 版`} />
      )}
    </>
  );
}
