import type { DocumentTypes } from '../../../domain/catalogue/document-types.ts';
import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import { nameOf } from '../../../domain/catalogue/row-name.ts';
import type { RowWarning } from '../../../domain/catalogue/row-warnings.ts';
import { isOutlined } from '../../../domain/item/outlines.ts';
import { LIMITS } from '../../../domain/limits.ts';
import type { FileReading } from '../../shell/reading/file-reading.ts';
import { DisclosureFields, FormFields, NoticeFields, type People } from '../components/disclosure-fields.tsx';
import {
  AreaField,
  ChoiceField,
  ErrorSummary,
  type Filled,
  SelectField,
  TextField,
} from '../components/field.tsx';
import { FileField } from '../components/files.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { AmountFields, PairFields, StageFields, WithheldFields } from '../components/occasional-fields.tsx';
import { ProcedureFields } from '../components/procedure-fields.tsx';
import { ProposalSteps } from '../components/proposal-steps.tsx';
import { MoreFields } from '../components/responsibility-fields.tsx';
import { formsOf, scopeOf, timingOf, typeChoices } from '../words.ts';

export interface ProposeContentProps {
  readonly frame: Frame;
  readonly organisation: { readonly id: string };
  readonly row: CatalogueRow;
  readonly warnings: readonly RowWarning[];
  readonly filled: Filled;
  readonly people: People;
  /** Plans whose result is still missing. */
  readonly plans: readonly { readonly id: string; readonly title: string }[];
  /** Decisions that a matter may rest on. */
  readonly decisions: readonly { readonly id: string; readonly title: string }[];
  /** Every form that the district knows. */
  readonly vocabulary: readonly string[];
  /** Those that the text may be written as. */
  readonly types: DocumentTypes;
  readonly action: string;
  /** Sent back as they are: command id, and the item and its version once it exists. */
  readonly hidden: Readonly<Record<string, string>>;
  /** For a new text: it may start from the outline of a kind of document. */
  readonly offersOutlines?: boolean;
  /** What the form was filled from, for a routine refresh. */
  readonly filledFrom?: { readonly title: string } | undefined;
  /** What was uploaded for the item, once there is one. */
  readonly uploads?: { readonly files: readonly FileReading[]; readonly href: string } | undefined;
  /** For a revision: the opinions that it may answer. */
  readonly revision?:
    | { readonly opinions: readonly { readonly id: string; readonly text: string }[] }
    | undefined;
}

/** Second screen of a proposal, and the form of every change to a content. */
export function ProposeContentPage(props: ProposeContentProps) {
  const { frame, row, filled, people, action, hidden, filledFrom, revision } = props;
  const title = revision ? '修改再公开' : '填写公开内容';
  return (
    <Page frame={frame} title={title} section="propose">
      <h1>{title}</h1>
      {!revision && <ProposalSteps now={2} />}
      <ErrorSummary filled={filled} />
      <RowSummary
        row={row}
        warnings={props.warnings}
        organisation={props.organisation.id}
        isFixed={revision !== undefined || 'item' in hidden}
      />
      {filledFrom && (
        <p class="note good">
          已按本目录行上一次公开的《{filledFrom.title}》预填。请逐项核对，更新标题和正文后进入下一步。
        </p>
      )}
      {props.offersOutlines && <Outlines action={action} types={props.types} />}
      <form method="post" action={action} class="sheet" novalidate>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {revision && <RevisionFields filled={filled} revision={revision} />}
        <TextField
          filled={filled}
          name="title"
          label="标题"
          max={LIMITS.title}
          hint="单位 + 事由 + 文种，如“关于……的公示”。"
        />
        <SelectField filled={filled} name="documentType" label="文种" choices={typeChoices(props.types)} />
        <AreaField
          filled={filled}
          name="text"
          label="正文"
          long
          max={LIMITS.text}
          hint="空一行即分段；行首写“# ”为小标题，“- ”为列表。请勿写入身份证号、手机号、银行卡号、详细住址。"
        />
        {props.uploads && (
          <FileField
            filled={filled}
            name="attachments"
            label="附件"
            files={props.uploads.files}
            upload={props.uploads.href}
            hint="与正文一并公开。"
          />
        )}
        <NoticeFields filled={filled} types={props.types} />
        <DisclosureFields filled={filled} people={people} />
        <FormFields filled={filled} row={row} vocabulary={props.vocabulary} />
        <MoreFields filled={filled} people={people} />
        <ProcedureFields filled={filled} decisions={props.decisions} />
        <AmountFields filled={filled} />
        <StageFields filled={filled} />
        <PairFields filled={filled} plans={props.plans} />
        <WithheldFields filled={filled} />
        <p class="actions">
          <button class="button" type="submit">
            保存并核对
          </button>
          <a href={`/desk/o/${props.organisation.id}/propose`}>取消</a>
        </p>
      </form>
    </Page>
  );
}

function Outlines({ action, types }: Pick<ProposeContentProps, 'action' | 'types'>) {
  return (
    <nav aria-label="文种模板" class="choices row">
      <span class="choice">套用文种模板（替换标题和正文）：</span>
      {types
        .filter(({ id }) => isOutlined(id))
        .map(({ id, name }) => (
          <a class="choice" href={`${action}?outline=${id}`}>
            {name}
          </a>
        ))}
    </nav>
  );
}

interface RowSummaryProps {
  readonly row: CatalogueRow;
  readonly warnings: readonly RowWarning[];
  readonly organisation: string;
  /** The row can no longer be changed. */
  readonly isFixed: boolean;
}

export function RowSummary({ row, warnings, organisation, isFixed }: RowSummaryProps) {
  return (
    <section class="note" aria-label="所选目录行">
      <h2>
        {row.level1}　›　{nameOf(row)}
      </h2>
      <p class="meta">
        <span>公开形式：{formsOf(row)}</span>
        <span>公开范围：{scopeOf(row)}</span>
        <span>公开时限：{timingOf(row)}</span>
        {!isFixed && <a href={`/desk/o/${organisation}/propose`}>重新选择</a>}
      </p>
      {row.detail && <p>本单位说明：{row.detail}</p>}
      {warnings.map(({ zh, en }) => (
        <p class="small">
          ⚠ {zh} <span lang="en">{en}</span>
        </p>
      ))}
    </section>
  );
}

function RevisionFields(props: { filled: Filled; revision: NonNullable<ProposeContentProps['revision']> }) {
  const { filled, revision } = props;
  return (
    <>
      <AreaField filled={filled} name="reason" label="再公开的原因" max={LIMITS.reason} />
      {revision.opinions.length > 0 && (
        <ChoiceField
          filled={filled}
          name="answers"
          label="本次修改回应的意见建议"
          several
          optional
          choices={revision.opinions.map(({ id, text }) => ({ value: id, name: text }))}
        />
      )}
    </>
  );
}
