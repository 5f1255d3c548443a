import { LIFE_PARTS } from '../../../domain/item/vocabulary.ts';
import { LIMITS } from '../../../domain/limits.ts';
import { choicesOf } from '../words.ts';
import {
  AreaField,
  ChoiceField,
  type Filled,
  Fold,
  fieldValue,
  hasErrors,
  SelectField,
  TextField,
} from './field.tsx';

const FIELDS = ['decision', 'noDecision', 'sensitive', 'aboutPeople', 'lifeMeeting', 'tender'];
const NAMES = ['decision', 'noDecision', 'flags', 'lifeMeeting', 'tender.notice'];

interface ProcedureProps {
  readonly filled: Filled;
  readonly decisions: readonly { readonly id: string; readonly title: string }[];
}

/** The decision behind a matter, and which rules are special to it. */
export const ProcedureFields = ({ filled, decisions }: ProcedureProps) => (
  <Fold
    title="决策依据与特殊事项"
    open={
      NAMES.some((name) => fieldValue(filled, name) !== '') || FIELDS.some((name) => hasErrors(filled, name))
    }
    hint="重大、人事、资金事项须依据决策；敏感、涉及人员的事项按各自规定办理。"
  >
    <SelectField
      filled={filled}
      name="decision"
      label="依据的决策"
      optional
      choices={[
        { value: '', name: '（无）' },
        ...decisions.map(({ id, title }) => ({ value: id, name: title })),
      ]}
    />
    <AreaField
      filled={filled}
      name="noDecision"
      label="未经决策的理由"
      optional
      max={LIMITS.reason}
      hint="随事项一并公开。"
    />
    <ChoiceField
      filled={filled}
      name="flags"
      label="特殊事项"
      several
      optional
      choices={[
        { value: 'sensitive', name: '敏感事项', hint: '增加主要领导审签，照常公开' },
        { value: 'aboutPeople', name: '涉及具体人员', hint: '公开范围不得超出目录行规定' },
      ]}
    />
    <ChoiceField
      filled={filled}
      name="lifeMeeting"
      label="民主生活会：本次公开的内容"
      several
      optional
      choices={choicesOf(LIFE_PARTS)}
    />
    <div class="pair">
      <TextField filled={filled} name="tender.notice" label="招标公告的事项编号" optional max={40} />
      <TextField filled={filled} name="tender.result" label="中标结果的事项编号" optional max={40} />
    </div>
  </Fold>
);
