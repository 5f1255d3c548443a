import { LIMITS } from '../../../domain/limits.ts';
import type { EnquiryReading } from '../../shell/reading/enquiries.ts';
import { CaseForm, type CaseFormsProps } from '../components/case-form.tsx';
import { EnquiryClock } from '../components/enquiry-clock.tsx';
import { EnquiryOutcome } from '../components/enquiry-outcome.tsx';
import { AreaField, ErrorSummary, type Filled, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate } from '../dates.ts';

interface FollowProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly title: string;
  readonly done?: string | undefined;
}

const here = (organisation: string): string => `/o/${organisation}/enquiries`;
const trail = (organisation: string) => [{ href: here(organisation), name: '依申请公开' }];

/** Takes the receipt code, which is sent in the body of a form and never stands in an address. */
export function EnquiryCodePage({
  frame,
  organisation,
  filled,
}: Omit<FollowProps, 'title'> & { filled: Filled }) {
  return (
    <Page frame={frame} title="查询申请进度" section="enquiries" trail={trail(organisation)}>
      <h1>
        查询申请进度 <small lang="en">Follow a request</small>
      </h1>
      <section class="sheet">
        <form method="post" action={`${here(organisation)}/follow`}>
          <ErrorSummary filled={filled} />
          <TextField
            filled={filled}
            name="code"
            label="查询码"
            hint="提交申请时显示的 16 位字母和数字，大小写和连字符不限。"
            max={40}
          />
          <p class="actions">
            <button class="button" type="submit">
              查询
            </button>
          </p>
        </form>
      </section>
    </Page>
  );
}

interface CaseProps extends Omit<FollowProps, 'title'> {
  readonly reading: EnquiryReading;
  readonly forms: CaseFormsProps;
}

/** A case for whoever asked: where it stands, where its date comes from, and what they may do. */
export function EnquiryFollowPage({ frame, organisation, reading, forms, done }: CaseProps) {
  return (
    <Page frame={frame} title="申请办理进度" section="enquiries" trail={trail(organisation)}>
      {done && (
        <p class="note good" role="status">
          ✓ {done}
        </p>
      )}
      <h1>
        申请办理进度 <small lang="en">Your request</small>
      </h1>
      <EnquiryOutcome reading={reading} organisation={organisation} />
      {reading.stage === 'clarifying' && (
        <CaseForm props={forms} action="clarify" title="补正申请内容" button="提交补正">
          {(filled) => (
            <>
              <p class="said">{reading.standstill?.text}</p>
              <AreaField filled={filled} name="clarify.text" label="您的说明" max={LIMITS.reason} />
            </>
          )}
        </CaseForm>
      )}
      <EnquiryClock reading={reading} />
      {reading.mayComplain && (
        <CaseForm props={forms} action="complain" title="对决定提出申诉" button="提交申诉">
          {(filled) => (
            <AreaField
              filled={filled}
              name="complain.text"
              label="申诉理由"
              hint="由党务公开监督小组处理，参与原决定的人员不参加。"
              max={LIMITS.reason}
            />
          )}
        </CaseForm>
      )}
    </Page>
  );
}

interface RegisteredProps extends Omit<FollowProps, 'title' | 'done'> {
  readonly code: string;
  readonly dueOn: string;
}

/** Shows the receipt code, this once. */
export function EnquiryRegisteredPage({ frame, organisation, code, dueOn }: RegisteredProps) {
  return (
    <Page frame={frame} title="申请已登记" section="enquiries" trail={trail(organisation)}>
      <h1>
        申请已登记 <small lang="en">Your request is registered</small>
      </h1>
      <section class="sheet">
        <p role="status">
          ✓ 将于 <b>{chineseDate(dueOn)}</b> 前（含当日）决定是否公开。
        </p>
        <p>
          请记下查询码，凭它查询进度、补正内容和申诉。<b>只显示这一次，</b>遗失后无法找回：
        </p>
        <p class="code">
          <b>{code}</b>
        </p>
        <form method="post" action={`${here(organisation)}/follow`}>
          <input type="hidden" name="code" value={code} />
          <p class="actions">
            <button class="button" type="submit">
              查看办理进度
            </button>
          </p>
        </form>
      </section>
    </Page>
  );
}
