import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import type { RowWarning } from '../../../domain/catalogue/row-warnings.ts';
import type { ItemContent } from '../../../domain/item/content.ts';
import type { Flaw } from '../../../domain/item/flaw.ts';
import type { FindingKind } from '../../../domain/screening/finding.ts';
import type { FileReading } from '../../shell/reading/file-reading.ts';
import { Choices } from '../components/choices.tsx';
import { ErrorSummary, type Filled } from '../components/field.tsx';
import { Attachments } from '../components/files.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { Paper } from '../components/paper.tsx';
import { ProposalSteps } from '../components/proposal-steps.tsx';
import { FINDING_NAMES } from '../words.ts';
import { RowSummary } from './propose-content.tsx';

export interface Hint {
  readonly kind: FindingKind | Flaw;
  readonly masked: string;
  /** Where it stands, in Chinese. */
  readonly place: string;
}

export interface ProposeCheckProps {
  readonly frame: Frame;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly item: string;
  readonly row: CatalogueRow;
  readonly warnings: readonly RowWarning[];
  readonly content: ItemContent;
  /** What its type is called. */
  readonly type: string;
  readonly people: Readonly<Record<string, string>>;
  /** What goes beyond the row, in Chinese; empty when nothing does. */
  readonly deviations: readonly string[];
  readonly hints: readonly Hint[];
  readonly files: readonly FileReading[];
  /** Audiences that a page opens to by itself, and those that wait for a proof. */
  readonly reach: { readonly online: readonly string[]; readonly offline: readonly string[] };
  /** Who decides, in order. */
  readonly way: readonly string[];
  /** False for somebody who only provides the content: whoever proposed it submits it. */
  readonly maySubmit: boolean;
  readonly filled: Filled;
  readonly hidden: Readonly<Record<string, string>>;
}

/** Third screen of a proposal: what readers will see, what the rules say about it, and one button. */
export function ProposeCheckPage(props: ProposeCheckProps) {
  const { frame, organisation, item, row, content, people, deviations, hints, reach, way } = props;
  const base = `/desk/o/${organisation.id}/items/${item}`;
  return (
    <Page frame={frame} title="核对提交" section="propose">
      <h1>核对提交</h1>
      <ProposalSteps now={3} />
      <ErrorSummary filled={props.filled} />
      <RowSummary row={row} warnings={props.warnings} organisation={organisation.id} isFixed />
      <Conformity deviations={deviations} exception={content.exception} />
      <Hints hints={hints} edit={`${base}/edit`} />
      <div class="columns">
        <div class="major">
          <Paper content={content} type={props.type} organisation={organisation.name} place={row.level1} />
          <Attachments files={props.files} base={base} ids={content.attachments} />
          <p class="no-print">
            <a href={`${base}/files`}>上传附件</a>
          </p>
        </div>
        <div class="minor">
          <section class="sheet">
            <h2>提交之后</h2>
            <ol>
              {way.map((step) => (
                <li>{step}</li>
              ))}
              {content.withheld && <li>不对外公开，理由列入公开目录</li>}
              {reach.online.length > 0 && <li>自动公开：{reach.online.join('、')}</li>}
              {reach.offline.length > 0 && <li>线下公开后登记凭证：{reach.offline.join('、')}</li>}
            </ol>
          </section>
        </div>
      </div>
      <div class="sheet">
        <Choices content={content} people={people} />
      </div>
      {props.maySubmit ? (
        <form method="post" action={`${base}/submit`} class="no-print">
          {Object.entries(props.hidden).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <p class="actions">
            <button class="button" type="submit">
              提交审核
            </button>
            <a class="button second" href={`${base}/edit`}>
              返回修改
            </a>
            <a href="/desk">暂存，稍后提交</a>
          </p>
        </form>
      ) : (
        <div class="no-print">
          <p class="note">内容已保存，由拟稿人核对后提交审核。</p>
          <p class="actions">
            <a class="button second" href={`${base}/edit`}>
              返回修改
            </a>
            <a href="/desk">返回我的待办</a>
          </p>
        </div>
      )}
    </Page>
  );
}

function Conformity({
  deviations,
  exception,
}: {
  deviations: readonly string[];
  exception: string | undefined;
}) {
  if (deviations.length === 0) {
    return <p class="note good">✓ 公开内容、形式、时限、范围符合目录行的规定。</p>;
  }
  return (
    <section class="note warn">
      <h2>⚠ 与目录行不一致，审核人将看到例外理由</h2>
      <ul>
        {deviations.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      {exception && <p>例外理由：{exception}</p>}
    </section>
  );
}

function Hints({ hints, edit }: { hints: readonly Hint[]; edit: string }) {
  if (hints.length === 0)
    return (
      <p class="note good">✓ 未发现身份证号、电话、银行卡号、详细住址等个人信息，链接格式、表格合计无误。</p>
    );
  return (
    <section class="note warn">
      <h2>⚠ 发现 {hints.length} 处疑似个人信息或差错</h2>
      <ul>
        {hints.map(({ kind, masked, place }) => (
          <li>
            {place}：{FINDING_NAMES[kind]} {masked}
          </li>
        ))}
      </ul>
      <p>
        建议<a href={edit}>返回修改</a>。如直接提交，审批前须逐处遮盖、更正或说明理由。
      </p>
    </section>
  );
}
