import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import { nameOf } from '../../../domain/catalogue/row-name.ts';
import type { Profile } from '../../../domain/profile/state.ts';
import { CaseForm, type CaseFormsProps } from '../components/case-form.tsx';
import { ChoiceField, type Filled, SelectField, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { MOST, placesFor } from '../forms/profile-forms.ts';
import { ContactFields, contactValues } from './profile-contacts.tsx';
import { SchemeFields, schemeValues } from './profile-scheme.tsx';
import { StatisticsFields, statisticsValues } from './profile-statistics.tsx';
import { Done } from './topics.tsx';

interface ProfileDeskProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly profile: Profile;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly CatalogueRow[];
  readonly forms: CaseFormsProps;
  readonly done: string | undefined;
}

/** 单位信息, for the office: a form for each thing that the public pages show. */
export function ProfileDeskPage({
  frame,
  organisation,
  profile,
  people,
  rows,
  forms,
  done,
}: ProfileDeskProps) {
  const { contacts, schemes, bases, statistics } = profile;
  const baseChoices = bases.map(({ id, title, number }) => ({ value: id, name: title, hint: number }));
  return (
    <Page
      frame={frame}
      title="单位信息"
      section="desk"
      trail={[{ href: `/desk/o/${organisation}`, name: '工作台' }]}
    >
      <h1>
        单位信息 <small lang="en">What we say about ourselves</small>
      </h1>
      <Done text={done} />
      <p>
        以下内容公布在<a href={`/o/${organisation}/about`}>单位信息</a>、
        <a href={`/o/${organisation}/scheme`}>公开方案</a>和
        <a href={`/o/${organisation}/statistics`}>党员统计</a>
        页面，任何人可见。只填办公电话，不得填写手机号码、身份证号等个人信息。
      </p>
      <CaseForm
        props={forms}
        action="contacts"
        title="联系方式、热线和办事流程"
        button="公布"
        folded
        start={contactValues(contacts)}
      >
        {(filled) => <ContactFields filled={filled} contacts={contacts} people={people} />}
      </CaseForm>
      <CaseForm
        props={forms}
        action="scheme"
        title={schemes.length === 0 ? '公布党务公开方案' : '修订党务公开方案'}
        button="公布新版本"
        folded
        start={schemeValues(schemes.at(-1))}
      >
        {(filled) => <SchemeFields filled={filled} bases={baseChoices} isFirst={schemes.length === 0} />}
      </CaseForm>
      <CaseForm
        props={forms}
        action="bases"
        title="依据文件清单"
        button="公布清单"
        folded
        start={basisValues(bases)}
      >
        {(filled) => <BasisFields filled={filled} bases={bases} />}
      </CaseForm>
      {bases.length > 0 && rows.length > 0 && (
        <CaseForm props={forms} action="cite" title="注明目录行的依据" button="注明依据" folded>
          {(filled) => (
            <>
              <SelectField
                filled={filled}
                name="cite.row"
                label="公开目录"
                choices={rows.map((row) => ({ value: row.id, name: nameOf(row) }))}
              />
              <ChoiceField
                filled={filled}
                name="cite.bases"
                label="依据文件"
                hint="取代原来注明的依据；全部不选即取消。"
                several
                choices={baseChoices}
              />
            </>
          )}
        </CaseForm>
      )}
      <CaseForm
        props={forms}
        action="statistics"
        title="党员统计"
        button="登记统计"
        folded
        start={statisticsValues(statistics)}
      >
        {(filled) => <StatisticsFields filled={filled} />}
      </CaseForm>
    </Page>
  );
}

/** Ids of new places continue those that there are, since other things rest on them. */
function BasisFields({ filled, bases }: { filled: Filled; bases: Profile['bases'] }) {
  const taken = new Set(bases.map(({ id }) => id));
  const free = Array.from({ length: MOST.bases * 2 }, (_, n) => `basis-${n + 1}`).filter(
    (id) => !taken.has(id),
  );
  return (
    <>
      <p class="small">清空名称即从清单中删去；正在被引用的不能删去。</p>
      {placesFor(bases.length, MOST.bases).map((place) => {
        const at = `bases.bases.${place}`;
        return (
          <fieldset class="field">
            <legend>依据文件 {place + 1}</legend>
            <input
              type="hidden"
              name={`${at}.id`}
              value={bases[place]?.id ?? free[place - bases.length] ?? ''}
            />
            <TextField filled={filled} name={`${at}.title`} label="名称" max={120} />
            <TextField filled={filled} name={`${at}.number`} label="文号" optional max={60} />
            <TextField filled={filled} name={`${at}.issuer`} label="发文单位" optional max={60} />
            <TextField filled={filled} name={`${at}.issuedOn`} label="发文日期" type="date" optional />
          </fieldset>
        );
      })}
    </>
  );
}

const basisValues = (bases: Profile['bases']): Filled['values'] =>
  Object.fromEntries(
    bases.flatMap(({ title, number, issuer, issuedOn }, place) =>
      Object.entries({ title, number, issuer, issuedOn }).map(([field, value]) => [
        `bases.bases.${place}.${field}`,
        value,
      ]),
    ),
  );
