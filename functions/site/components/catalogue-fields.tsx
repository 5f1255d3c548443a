import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import { type Tag, tagName } from '../../../domain/catalogue/views.ts';
import { AUDIENCES } from '../../../domain/kernel/audience.ts';
import { LIMITS } from '../../../domain/limits.ts';
import { AUDIENCE_NAMES, TIMING_CHOICES } from '../words.ts';
import { AreaField, ChoiceField, type Filled, Fold, hasErrors, SelectField, TextField } from './field.tsx';

interface RowFieldsProps {
  readonly filled: Filled;
  /** Name of the form, with which its fields begin. */
  readonly action: string;
  /** To choose from; the row's own first. */
  readonly forms: readonly string[];
  /** Headings of other classifications to choose from. */
  readonly tags: readonly Tag[];
}

const named = (names: readonly string[]) => names.map((name) => ({ value: name, name }));

/** Official catalogues leave some rows open; then nothing must be chosen by accident. */
const UNSAID = { value: '', name: '未规定' };

/** What every row says: by which forms, to whom, when, and why it is so here. */
export function RowFields({ filled, action, forms, tags }: RowFieldsProps) {
  return (
    <>
      <ChoiceField
        filled={filled}
        name={`${action}.forms`}
        label="公开形式"
        hint="可选一种或几种，公开时从中选择。"
        choices={named(forms)}
        several
        row
      />
      <div class="pair">
        <SelectField
          filled={filled}
          name={`${action}.audience`}
          label="公开范围"
          choices={[UNSAID, ...AUDIENCES.map((value) => ({ value, name: AUDIENCE_NAMES[value] }))]}
        />
        <SelectField
          filled={filled}
          name={`${action}.timing`}
          label="公开时限"
          choices={[UNSAID, ...TIMING_CHOICES]}
        />
      </div>
      <AreaField
        filled={filled}
        name={`${action}.detail`}
        label="本单位说明"
        hint="这一行在本单位具体指什么。"
        max={LIMITS.note}
        optional
      />
      <Fold
        title="其他分类"
        hint="同一目录行在四公开、六方面等分类中的位置。上级目录行已有的不必再选。"
        open={hasErrors(filled, `${action}.tags`)}
      >
        <ChoiceField
          filled={filled}
          name={`${action}.tags`}
          label="归入"
          choices={tags.map((tag) => ({ value: tag, name: tagName(tag) ?? tag }))}
          several
          optional
        />
      </Fold>
    </>
  );
}

/** What a row says beside that: how much it matters, from when, of which term and year, under which powers. */
export function ParticularFields(props: {
  filled: Filled;
  action: string;
  powers: readonly { readonly id: string; readonly name: string }[];
  mayActivate: boolean;
}) {
  const { filled, action, powers, mayActivate } = props;
  return (
    <Fold
      title="重点、启用日期、任期和权力清单"
      open={['priority', 'activeFrom', 'term', 'year', 'powers'].some((name) =>
        hasErrors(filled, `${action}.${name}`),
      )}
    >
      <ChoiceField
        filled={filled}
        name={`${action}.priority`}
        label="列为重点公开内容"
        hint="选人用人、重大事项决策、领导班子及成员的职责和分工等，在本类中排在前面。"
        row
        choices={[
          { value: 'yes', name: '是' },
          { value: 'no', name: '否' },
        ]}
      />
      {mayActivate && (
        <TextField
          filled={filled}
          name={`${action}.activeFrom`}
          label="启用日期"
          type="date"
          hint="分步实施：自该日起计入应公开事项。"
          optional
        />
      )}
      <div class="pair">
        <TextField filled={filled} name={`${action}.term.from`} label="任期起（年）" type="number" optional />
        <TextField
          filled={filled}
          name={`${action}.term.until`}
          label="任期止（年）"
          type="number"
          optional
        />
        <TextField filled={filled} name={`${action}.year`} label="年度" type="number" optional />
      </div>
      {powers.length > 0 && (
        <ChoiceField
          filled={filled}
          name={`${action}.powers`}
          label="对应的权力清单事项"
          choices={powers.map(({ id, name }) => ({ value: id, name: `${id}　${name}` }))}
          several
          optional
        />
      )}
    </Fold>
  );
}

/** The row as the form begins with it. */
export const startingRow = (action: string, row: CatalogueRow, isPriority: boolean): Filled['values'] =>
  Object.fromEntries(
    Object.entries({
      forms: row.forms,
      audience: row.audience,
      timing: row.timing,
      detail: row.detail,
      tags: row.tags,
      powers: row.powers,
      priority: isPriority ? 'yes' : 'no',
      activeFrom: row.activeFrom,
      'term.from': row.term && String(row.term.from),
      'term.until': row.term && String(row.term.until),
      year: row.year === undefined ? undefined : String(row.year),
    }).map(([name, value]) => [`${action}.${name}`, value]),
  );
