import { AUDIENCES } from '../../../domain/kernel/audience.ts';
import { LIMITS } from '../../../domain/limits.ts';
import type { Power } from '../../../domain/power/state.ts';
import { HOLDER_KINDS, OUTCOME_GROUNDS, POWER_OUTCOMES } from '../../../domain/power/vocabulary.ts';
import type { NamedPower, PowersReading } from '../../shell/reading/power-readings.ts';
import { CaseForm, type CaseFormsProps, choices, Reason } from '../components/case-form.tsx';
import { AreaField, ChoiceField, type Filled, SelectField, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate } from '../dates.ts';
import { AUDIENCE_NAMES } from '../words.ts';
import { Done } from './topics.tsx';

interface PublicProps {
  readonly frame: Frame;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly register: PowersReading;
}

/** 权力清单, as the reader may see it. */
export function PowersPage({ frame, organisation, register: { edition, versions } }: PublicProps) {
  const here = `/o/${organisation.id}/powers`;
  return (
    <Page frame={frame} title="权力清单" section="board">
      <h1>
        权力清单{' '}
        <small>
          {organisation.name} <span lang="en">Duties and powers</span>
        </small>
      </h1>
      {edition ? (
        <>
          <p>
            第 {edition.version} 版，{chineseDate(edition.at)}公开，范围：{AUDIENCE_NAMES[edition.audience]}。
          </p>
          <PowerTable powers={edition.powers} />
        </>
      ) : (
        <p class="empty">尚未公开权力清单，或不在您可以查看的范围内。</p>
      )}
      {versions.length > 1 && (
        <p>
          历次版本：
          {versions.map(({ version, at }) => (
            <>
              <a href={`${here}?version=${version}`}>
                第 {version} 版（{chineseDate(at)}）
              </a>{' '}
            </>
          ))}
        </p>
      )}
    </Page>
  );
}

/** Whose: the body, or post and name. */
export const holderText = ({ holder, person }: NamedPower): string =>
  holder.kind === 'leader' ? `${holder.post} ${person ?? ''}`.trim() : HOLDER_KINDS.collective;

/** @param base of the pages of single entries, for those who work on them */
function PowerTable({ powers, base }: { powers: readonly NamedPower[]; base?: string }) {
  const sorted = powers.toSorted((a, b) =>
    a.holder.kind === b.holder.kind ? 0 : a.holder.kind === 'leader' ? 1 : -1,
  );
  return (
    <section class="table-scroll" tabindex={0} aria-label="权力清单">
      <table class="catalogue">
        <caption>职责和权力事项</caption>
        <thead>
          <tr>
            {['编号', '主体', '职责或权力事项', '依据', '清理结果'].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((power) => (
            <tr>
              <td class="no" data-label="编号">
                {power.id}
              </td>
              <td data-label="主体">{holderText(power)}</td>
              <th scope="row">
                {base ? <a href={`${base}/${power.id}`}>{power.name}</a> : power.name}
                {power.scope && <p class="small">{power.scope}</p>}
              </th>
              <td data-label="依据">{power.basis}</td>
              <td data-label="清理结果">
                <Findings power={power} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const Findings = ({ power: { findings } }: { power: Power }) =>
  findings.length === 0 ? (
    <span class="small">—</span>
  ) : (
    <ul>
      {findings.map(({ outcome, problem, measure, at }) => (
        <li>
          <span class="tag ok">{POWER_OUTCOMES[outcome]}</span> {problem}——{measure}
          <span class="small">（{chineseDate(at)}）</span>
        </li>
      ))}
    </ul>
  );

interface DeskProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly register: PowersReading;
  readonly people: readonly { readonly value: string; readonly name: string }[];
  readonly forms: CaseFormsProps;
  readonly done: string | undefined;
}

/** The register as it is being worked on, and how it is published. */
export function PowersDeskPage({ frame, organisation, register, people, forms, done }: DeskProps) {
  const powers = register.work?.powers ?? [];
  return (
    <Page
      frame={frame}
      title="权力清单"
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/catalogue`, name: '目录管理' }]}
    >
      <h1>
        权力清单 <small lang="en">The power register</small>
      </h1>
      <Done text={done} />
      <p>
        {register.edition
          ? `已公开第 ${register.edition.version} 版（${AUDIENCE_NAMES[register.edition.audience]}）。`
          : '尚未公开。'}{' '}
        <a href={`/o/${organisation}/powers`}>查看公开的清单</a>
      </p>
      {powers.length > 0 && <PowerTable powers={powers} base={`/desk/o/${organisation}/catalogue/powers`} />}
      <CaseForm
        props={forms}
        action="record"
        title="登记职责或权力事项"
        button="登记"
        folded={powers.length > 0}
        start={{ 'record.holder.kind': 'collective' }}
      >
        {(filled) => <PowerFields filled={filled} action="record" people={people} />}
      </CaseForm>
      {powers.length > 0 && (
        <CaseForm
          props={forms}
          action="publish"
          title="公开为新版本（领导小组）"
          button="公开"
          folded
          start={{ 'publish.audience': 'party' }}
        >
          {(filled) => (
            <>
              <SelectField
                filled={filled}
                name="publish.audience"
                label="公开范围"
                choices={AUDIENCES.filter((each) => each !== 'named').map((value) => ({
                  value,
                  name: AUDIENCE_NAMES[value],
                }))}
              />
              <Reason filled={filled} name="publish.reason" label="依据的会议或决定" />
            </>
          )}
        </CaseForm>
      )}
    </Page>
  );
}

function PowerFields(props: { filled: Filled; action: string; people: DeskProps['people'] }) {
  const { filled, action, people } = props;
  return (
    <>
      <ChoiceField
        filled={filled}
        name={`${action}.holder.kind`}
        label="主体"
        choices={choices(HOLDER_KINDS)}
        row
      />
      <div class="pair">
        <SelectField
          filled={filled}
          name={`${action}.holder.person`}
          label="领导干部"
          hint="主体为个人时填写。"
          choices={[{ value: '', name: '—' }, ...people]}
          optional
        />
        <TextField
          filled={filled}
          name={`${action}.holder.post`}
          label="职务"
          hint="主体为个人时填写。"
          max={LIMITS.name}
          optional
        />
      </div>
      <TextField filled={filled} name={`${action}.name`} label="职责或权力事项" max={LIMITS.title} />
      <TextField filled={filled} name={`${action}.basis`} label="依据" max={LIMITS.title} />
      <AreaField filled={filled} name={`${action}.scope`} label="范围和界限" max={LIMITS.note} optional />
      <Reason filled={filled} name={`${action}.reason`} label="登记理由" />
    </>
  );
}

interface PowerProps extends Omit<DeskProps, 'register'> {
  readonly power: NamedPower;
}

/** One entry: sorted out, put right, or taken off (HZ-27). */
export function PowerPage({ frame, organisation, power, people, forms, done }: PowerProps) {
  const { holder, name, basis, scope } = power;
  return (
    <Page
      frame={frame}
      title={name}
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/catalogue/powers`, name: '权力清单' }]}
    >
      <h1>
        {name} <small>{holderText(power)}</small>
      </h1>
      <Done text={done} />
      <section class="sheet">
        <p>依据：{basis}</p>
        {scope && <p>范围和界限：{scope}</p>}
        <Findings power={power} />
      </section>
      <CaseForm props={forms} action="finding" title="登记清理意见" button="登记">
        {(filled) => (
          <>
            <ChoiceField
              filled={filled}
              name="finding.outcome"
              label="清理结果"
              choices={Object.entries(POWER_OUTCOMES).map(([value, outcome]) => ({
                value,
                name: outcome,
                hint: OUTCOME_GROUNDS[value as keyof typeof OUTCOME_GROUNDS],
              }))}
            />
            <AreaField filled={filled} name="finding.problem" label="存在的问题" max={LIMITS.reason} />
            <AreaField filled={filled} name="finding.measure" label="处理措施" max={LIMITS.reason} />
          </>
        )}
      </CaseForm>
      <CaseForm
        props={forms}
        action="revise"
        title="修改"
        folded
        start={{
          'revise.holder.kind': holder.kind,
          ...(holder.kind === 'leader' && {
            'revise.holder.person': holder.person,
            'revise.holder.post': holder.post,
          }),
          'revise.name': name,
          'revise.basis': basis,
          'revise.scope': scope,
        }}
      >
        {(filled) => <PowerFields filled={filled} action="revise" people={people} />}
      </CaseForm>
      <CaseForm props={forms} action="remove" title="取消" folded>
        {(filled) => <Reason filled={filled} name="remove.reason" label="理由" />}
      </CaseForm>
    </Page>
  );
}
