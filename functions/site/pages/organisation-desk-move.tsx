import { LIMITS } from '../../../domain/limits.ts';
import { CaseForm, Reason } from '../components/case-form.tsx';
import { SelectField, TextField } from '../components/field.tsx';
import type { OrganisationDeskProps } from './organisation-desk.tsx';

/** 调整隶属关系 of those below, by an office above both sides. */
export const MoveForm = ({ reading, below, forms, today }: OrganisationDeskProps) => (
  <CaseForm
    props={{ ...forms, version: undefined }}
    action="move"
    title="调整下级组织的隶属关系"
    folded
    start={{ 'move.from': today }}
  >
    {(filled) => (
      <>
        <p class="small">
          所选组织连同其下级一并划转，记录、公开栏和目录不变。此后由新上级审批、督办和考评；本季度起计入新上级，以往季度仍计入当时的上级。
        </p>
        <SelectField
          filled={filled}
          name="move.unit"
          label="划转的组织"
          choices={below.map(({ id, name }) => ({ value: id, name }))}
        />
        <SelectField
          filled={filled}
          name="move.to"
          label="新上级"
          choices={[reading, ...below.filter(({ kind }) => kind !== 'branch')].map(({ id, name }) => ({
            value: id,
            name,
          }))}
        />
        <TextField filled={filled} name="move.from" label="起始日期" type="date" />
        <TextField
          filled={filled}
          name="move.basis"
          label="依据文件"
          max={LIMITS.title}
          hint="文件名称和文号。"
        />
        <Reason filled={filled} name="move.reason" label="理由" />
      </>
    )}
  </CaseForm>
);
