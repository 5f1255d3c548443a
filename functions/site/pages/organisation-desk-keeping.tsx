import { LIMITS } from '../../../domain/limits.ts';
import { CHANNELS } from '../../../domain/organisation/channels.ts';
import { REGULATION_SUBJECTS } from '../../../domain/organisation/regulations.ts';
import { CaseForm, choices, Reason } from '../components/case-form.tsx';
import { type Choice, ChoiceField, SelectField, TextField } from '../components/field.tsx';
import { AUDIENCE_NAMES } from '../words.ts';
import type { OrganisationDeskProps } from './organisation-desk.tsx';

/** 责任、制度 and 载体, which the office keeps. */
export function KeepingForms({ organisation, regulations, forms, today }: OrganisationDeskProps) {
  const people = Object.values(organisation.people).map(({ id, name }) => ({ value: id, name }));
  const { units, tiers } = organisation.responsibilities ?? {};
  return (
    <>
      {people.length > 0 && (
        <CaseForm
          props={forms}
          action="responsibilities"
          title="明确责任分工"
          folded
          start={{
            'responsibilities.units.accountable': units?.accountable,
            'responsibilities.units.responsible': units?.responsible,
            'responsibilities.units.consulted': units?.consulted.join('、'),
            'responsibilities.units.informed': units?.informed.join('、'),
            'responsibilities.tiers.leader': tiers?.leader,
            'responsibilities.tiers.manager': tiers?.manager,
            'responsibilities.tiers.executor': tiers?.executor,
          }}
        >
          {(filled) => (
            <>
              <Unit filled={filled} name="accountable" label="领导" hint="例如：党委" />
              <Unit filled={filled} name="responsible" label="负责" hint="例如：纪委" />
              <Unit filled={filled} name="consulted" label="配合" hint="几个部门之间用顿号分开。" />
              <Unit filled={filled} name="informed" label="协同推进" hint="几个部门之间用顿号分开。" />
              <Tier filled={filled} name="leader" label="第一责任人（主要负责人）" people={people} />
              <Tier filled={filled} name="manager" label="具体负责人（分管负责人）" people={people} />
              <Tier filled={filled} name="executor" label="落实责任人（科室）" people={people} />
            </>
          )}
        </CaseForm>
      )}
      <CaseForm
        props={forms}
        action="regulation"
        title="登记制度"
        folded
        start={{ 'regulation.inForceFrom': today }}
      >
        {(filled) => (
          <>
            <TextField filled={filled} name="regulation.title" label="制度名称" max={LIMITS.title} />
            <TextField filled={filled} name="regulation.number" label="文号" optional max={LIMITS.name} />
            <ChoiceField
              filled={filled}
              name="regulation.about"
              label="内容"
              several
              choices={choices(REGULATION_SUBJECTS)}
            />
            <SelectField
              filled={filled}
              name="regulation.audience"
              label="谁可以查阅"
              choices={(['party', 'unit', 'public'] as const).map((value) => ({
                value,
                name: AUDIENCE_NAMES[value],
              }))}
            />
            <TextField filled={filled} name="regulation.inForceFrom" label="施行日期" type="date" />
            <TextField
              filled={filled}
              name="regulation.item"
              label="已公开的事项编号"
              optional
              max={40}
              hint="制度全文已作为公开事项公布的，填写其编号。"
            />
          </>
        )}
      </CaseForm>
      {regulations.length > 0 && (
        <CaseForm props={forms} action="repeal" title="废止制度" folded>
          {(filled) => (
            <>
              <SelectField
                filled={filled}
                name="repeal.title"
                label="制度"
                choices={regulations.map(({ title }) => ({ value: title, name: title }))}
              />
              <Reason filled={filled} name="repeal.reason" label="废止理由" />
            </>
          )}
        </CaseForm>
      )}
      <CaseForm
        props={forms}
        action="channels"
        title="申报公开载体"
        folded
        start={{ 'channels.channels': organisation.channels }}
      >
        {(filled) => (
          <ChoiceField
            filled={filled}
            name="channels.channels"
            label="已有的载体"
            several
            choices={choices(CHANNELS)}
          />
        )}
      </CaseForm>
    </>
  );
}

type Filled = Parameters<typeof TextField>[0]['filled'];

const Unit = ({
  filled,
  name,
  label,
  hint,
}: {
  filled: Filled;
  name: string;
  label: string;
  hint: string;
}) => (
  <TextField
    filled={filled}
    name={`responsibilities.units.${name}`}
    label={label}
    hint={hint}
    max={LIMITS.reason}
  />
);

const Tier = (props: { filled: Filled; name: string; label: string; people: readonly Choice[] }) => (
  <SelectField
    filled={props.filled}
    name={`responsibilities.tiers.${props.name}`}
    label={props.label}
    choices={props.people}
  />
);
