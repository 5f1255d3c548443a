import { LIMITS } from '../../../domain/limits.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import type { DisplayReading } from '../../shell/reading/displays.ts';
import { CarrierSummary } from '../components/carrier-summary.tsx';
import { CaseForm, type CaseFormsProps, choices } from '../components/case-form.tsx';
import { DisplayMark, DisplayTrouble } from '../components/display-status.tsx';
import { ChoiceField, SelectField, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { OFFICE_WAYS } from '../forms/office-system-forms.ts';
import { Done } from './topics.tsx';

interface OfficeSystemProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly systems: readonly DisplayReading[];
  readonly people: Organisation['people'];
  readonly forms: CaseFormsProps;
  readonly done: string | undefined;
  /** Made by what was just done. */
  readonly secret: string | undefined;
}

/** 办公系统（党内）: where what is disclosed inside the Party is pushed to, and who answers for who reads it (XH-10). */
export function OfficeSystemPage(props: OfficeSystemProps) {
  const { frame, organisation, systems, people, forms, done, secret } = props;
  return (
    <Page
      frame={frame}
      title="办公系统（党内）"
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/displays`, name: '公示屏' }]}
    >
      <h1>
        办公系统（党内） <small lang="en">Office systems, for Party members</small>
      </h1>
      <Done text={done} />
      {secret !== undefined && <Secret secret={secret} />}
      <p>
        在党内公开、公开形式含“电子办公系统”或“设限平台”的事项，推送到本单位办公系统的党员群组；修改、撤下、到期也随即通知。只在会议上公开的事项不推送。
      </p>
      {systems.length === 0 && <p class="empty">尚未登记办公系统。</p>}
      {systems.map((system) => (
        <System system={system} people={people} organisation={organisation} />
      ))}
      <Registering forms={forms} people={people} />
    </Page>
  );
}

/** The signing key, which is in this answer and nowhere else. */
const Secret = ({ secret }: { secret: string }) => (
  <section class="note warn" id="secret">
    <h2>签名密钥</h2>
    <p>
      <code>{secret}</code>
    </p>
    <p>离开本页后不再显示，请现在交给办公系统的管理人员。遗失只能更换。</p>
  </section>
);

interface SystemProps {
  readonly system: DisplayReading;
  readonly people: Organisation['people'];
  readonly organisation: string;
}

function System({ system, people, organisation }: SystemProps) {
  const { id, name, place, receiver, assurance } = system;
  const assurer = assurance && people[assurance.person];
  return (
    <section class="sheet" id={id}>
      <h2>
        {name} <DisplayMark display={system} last={undefined} />
      </h2>
      <p class="meta">
        <span>接收群组：{place}</span>
        <span>接收地址 {receiver}</span>
        <span>
          <CarrierSummary carrier={system.carrier} />
        </span>
      </p>
      <DisplayTrouble display={system} />
      {assurer?.partyMember ? (
        <p>责任人{assurer.name}确认：接收群组中只有本组织的党员。</p>
      ) : (
        <p class="note warn">责任人已不是本组织党员，已停止推送。请重新确认接收群组，并变更责任人。</p>
      )}
      <p>
        <a href={`/desk/o/${organisation}/displays/${id}`}>{name}的推送记录、测试与重发</a>
      </p>
    </section>
  );
}

function Registering({ forms, people }: Pick<OfficeSystemProps, 'forms' | 'people'>) {
  const members = Object.values(people).filter(({ partyMember }) => partyMember);
  return (
    <CaseForm props={forms} action="connect" title="登记办公系统" button="登记" start={START}>
      {(filled) => (
        <>
          <TextField filled={filled} name="connect.name" label="办公系统名称" max={LIMITS.name} />
          <TextField
            filled={filled}
            name="connect.place"
            label="接收群组"
            hint="办公系统中接收党内公开内容的群组或栏目，如“全体党员”。"
            max={LIMITS.name}
          />
          <TextField
            filled={filled}
            name="connect.url"
            label="接收地址"
            hint="以 https:// 开头，由办公系统管理人员提供。"
            max={500}
          />
          <ChoiceField
            filled={filled}
            name="connect.carrier.preset"
            label="推送方式"
            hint="办公系统接口与此不同的，可通过接口按其格式登记，见随系统提供的文档 docs/displays.zh-CN.md。"
            choices={choices(OFFICE_WAYS)}
          />
          <TextField
            filled={filled}
            name="connect.carrier.secrets.key"
            label="令牌"
            hint="JSON 方式填写。加密保存，不再显示。"
            type="password"
            optional
          />
          <TextField
            filled={filled}
            name="connect.carrier.secrets.signing"
            label="签名密钥"
            hint="表单方式填写。加密保存，不再显示。"
            type="password"
            optional
          />
          <SelectField
            filled={filled}
            name="connect.assurance.person"
            label="责任人"
            hint="本组织党员，对接收群组的人员范围负责。"
            choices={[{ value: '', name: '请选择' }, ...members.map(({ id, name }) => ({ value: id, name }))]}
          />
          <ChoiceField
            filled={filled}
            name="connect.assurance.membersOnly"
            label="责任人确认"
            choices={[{ value: 'yes', name: '经责任人核对，接收群组中只有本组织的党员' }]}
            several
          />
        </>
      )}
    </CaseForm>
  );
}

const START = { 'connect.carrier.preset': 'signed' };
