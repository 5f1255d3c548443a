import { ORGANISATION_KINDS } from '../../../domain/organisation/kinds.ts';
import type { OpenWorkLine } from '../../shell/reading/organisation-health.ts';
import { CaseForm, choices, Reason } from '../components/case-form.tsx';
import { ChoiceField, SelectField, TextField } from '../components/field.tsx';
import type { OrganisationDeskProps } from './organisation-desk.tsx';
import { MoveForm } from './organisation-desk-move.tsx';

/** 启用、沿用试点, and what the office above decides: 暂停、恢复、试点、分设、并入. */
export function LifeForms(props: OrganisationDeskProps) {
  const { organisation, standing, others, forms, isAbove } = props;
  const { origin } = organisation;
  const sources = others.filter(({ id, pilot }) => pilot || id === origin);
  return (
    <>
      {standing === 'preparing' && (
        <CaseForm props={forms} action="activate" title="正式启用">
          {() => <p>领导小组、办公室和监督小组均须有负责人，领导小组和监督小组不得由同一人兼任。</p>}
        </CaseForm>
      )}
      {sources.length > 0 && (
        <CaseForm props={forms} action="copy" title="参照试点单位的规定和自设目录条目" folded>
          {(filled) => (
            <>
              <SelectField
                filled={filled}
                name="copy.from"
                label="参照单位"
                choices={sources.map(({ id, name }) => ({ value: id, name }))}
              />
              <Reason filled={filled} name="copy.reason" label="理由" />
            </>
          )}
        </CaseForm>
      )}
      {props.below.length > 0 && <MoveForm {...props} />}
      {isAbove && <OversightForms {...props} />}
    </>
  );
}

function OversightForms({ organisation, reading, standing, others, work, forms }: OrganisationDeskProps) {
  const waiting = work.filter(({ now }) => now);
  const isPilot = organisation.pilotSince !== undefined;
  return (
    <>
      {standing === 'suspended' ? (
        <CaseForm props={forms} action="resume" title="恢复运行">
          {(filled) => (
            <Reason
              filled={filled}
              name="resume.reason"
              label="理由"
              hint="暂停期间到期的公开义务不再补办，尚未到期的继续办理。"
            />
          )}
        </CaseForm>
      ) : (
        <CaseForm props={forms} action="suspend" title="暂停运行" folded>
          {(filled) => (
            <Reason
              filled={filled}
              name="suspend.reason"
              label="理由"
              hint="暂停期间不能提出新的事项，公开义务不计逾期，已公开的内容照常查阅。"
            />
          )}
        </CaseForm>
      )}
      <CaseForm
        props={forms}
        action="pilot"
        title={isPilot ? '取消试点' : '确定为试点单位'}
        folded
        start={{ 'pilot.pilot': isPilot ? 'no' : 'yes' }}
      >
        {(filled) => (
          <>
            <ChoiceField
              filled={filled}
              name="pilot.pilot"
              label="试点"
              row
              choices={[
                { value: 'yes', name: '是' },
                { value: 'no', name: '否' },
              ]}
            />
            <Reason filled={filled} name="pilot.reason" label="理由" />
          </>
        )}
      </CaseForm>
      <CaseForm
        props={{ ...forms, version: undefined }}
        action="split"
        title="分设新组织"
        folded
        start={{ 'split.kind': organisation.kind, 'split.superior': organisation.superior }}
      >
        {(filled) => (
          <>
            <p class="small">新组织沿用本组织的规定、公开目录和自设条目；原有记录留在本组织，不转移。</p>
            <input type="hidden" name="split.origin" value={reading.id} />
            <input type="hidden" name="split.superior" value={organisation.superior ?? ''} />
            <TextField
              filled={filled}
              name="split.id"
              label="编号"
              max={40}
              hint="小写字母、数字和连字符，用于网址，以后不能更改。"
            />
            <TextField filled={filled} name="split.name" label="名称" max={60} />
            <TextField filled={filled} name="split.shortName" label="简称" max={20} />
            <SelectField
              filled={filled}
              name="split.kind"
              label="组织类型"
              choices={choices(ORGANISATION_KINDS)}
            />
          </>
        )}
      </CaseForm>
      {standing !== 'suspended' && (
        <p>
          <a href={`/desk/o/${organisation.superior}/organisation#move`}>调整隶属关系</a>
        </p>
      )}
      {waiting.length > 0 ? (
        <details id="merge">
          <summary>并入其他组织</summary>
          <div class="inside">
            <p>以下 {waiting.length} 件尚未办结，办结后才能并入其他组织。</p>
            <WorkList work={waiting} organisation={reading.id} />
          </div>
        </details>
      ) : (
        <CaseForm props={forms} action="merge" title="并入其他组织" folded>
          {(filled) => (
            <>
              <p class="small">
                并入后本组织只能查阅，不能办理；记录、公开栏和答复照常可查，并指向并入的组织。
              </p>
              {work.length > 0 && (
                <>
                  <p class="small">以下 {work.length} 件安排在以后办理，并入后不再办理：</p>
                  <WorkList work={work} organisation={reading.id} />
                </>
              )}
              <SelectField
                filled={filled}
                name="merge.into"
                label="并入的组织"
                choices={others.map(({ id, name }) => ({ value: id, name }))}
              />
              <Reason filled={filled} name="merge.reason" label="理由" />
            </>
          )}
        </CaseForm>
      )}
    </>
  );
}

/** Where each kind of work is found on the desk. */
const AREAS: Readonly<Record<string, string>> = {
  item: 'items',
  feedback: 'opinions',
  enquiry: 'enquiries',
  topic: 'topics',
  survey: 'surveys',
  decision: 'decisions',
  catalogue: 'catalogue/changes',
  signal: 'evaluation/signals',
  assessment: 'evaluation/years',
};

const WorkList = ({ work, organisation }: { work: readonly OpenWorkLine[]; organisation: string }) => (
  <ul>
    {work.map(({ id, about, title }) => {
      const area = AREAS[about];
      return <li>{area ? <a href={`/desk/o/${organisation}/${area}/${id}`}>{title}</a> : title}</li>;
    })}
  </ul>
);
