import { ENQUIRY_CHANNELS } from '../../../domain/enquiry/vocabulary.ts';
import { LIMITS } from '../../../domain/limits.ts';
import { AreaField, ErrorSummary, type Filled, SelectField, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { AskerFields } from './enquiries.tsx';

const SPOKEN = Object.entries(ENQUIRY_CHANNELS)
  .filter(([value]) => value !== 'online')
  .map(([value, name]) => ({ value, name }));

const desk = (organisation: string): string => `/desk/o/${organisation}/enquiries`;

interface RegisterProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly filled: Filled;
  readonly commandId: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** 口头申请由工作人员代为登记: who came, what they asked, and the answer when there was one on the spot. */
export function EnquiryRegisterPage({ frame, organisation, filled, commandId, people }: RegisterProps) {
  const roster = [{ value: '', name: '不在名册' }, ...people.map(({ id, name }) => ({ value: id, name }))];
  return (
    <Page
      frame={frame}
      title="登记来访、来电、来信"
      section="desk"
      trail={[{ href: desk(organisation), name: '依申请公开登记簿' }]}
    >
      <h1>登记来访、来电、来信</h1>
      <section class="sheet">
        <ErrorSummary filled={filled} />
        <form method="post" action={`${desk(organisation)}/register`} novalidate>
          <input type="hidden" name="command" value={commandId} />
          <SelectField filled={filled} name="channel" label="方式" choices={SPOKEN} />
          <TextField filled={filled} name="subject" label="询问或申请的内容" max={LIMITS.title} />
          <AreaField filled={filled} name="details" label="具体说明" optional max={LIMITS.reason} />
          <AskerFields filled={filled} />
          <SelectField
            filled={filled}
            name="person"
            label="本单位人员"
            hint="在名册中的，请选出：本人不得办理自己的申请。"
            choices={roster}
          />
          <AreaField
            filled={filled}
            name="answer.text"
            label="当场答复"
            optional
            hint="已当场答复的，写明答复内容，即为一次接待记录；不填则登记为申请，转入审批。"
            max={LIMITS.reason}
          />
          <TextField filled={filled} name="answer.item" label="答复所指的事项编号" optional max={40} />
          <TextField filled={filled} name="answer.row" label="答复所指的目录行编号" optional max={40} />
          <p class="actions">
            <button class="button" type="submit">
              登记
            </button>
          </p>
        </form>
      </section>
    </Page>
  );
}
