import {
  ACTIVITY_AUDIENCES,
  ACTIVITY_KINDS,
  ATTENDANCE,
  LAYERS,
  MEETING_TYPES,
  TRAINING_AIMS,
} from '../../../domain/activity/vocabulary.ts';
import type { Day } from '../../../domain/kernel/time.ts';
import { LIMITS } from '../../../domain/limits.ts';
import type { Person } from '../../../domain/organisation/commands.ts';
import type { HeadLine } from '../../shell/reading/activity-readings.ts';
import { CaseForm, choices } from '../components/case-form.tsx';
import {
  AreaField,
  ChoiceField,
  Errors,
  type Filled,
  Fold,
  hasErrors,
  idOf,
  SelectField,
  TextField,
} from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { ITEM_LINES, participantValue } from '../forms/activity-forms.ts';
import type { FormPage } from '../forms/operation-forms.ts';
import { AUDIENCE_NAMES } from '../words.ts';

interface RecordProps {
  readonly frame: Frame;
  readonly organisation: string;
  /** The roster. */
  readonly people: readonly Person[];
  /** Heads of those below, who come to trainings. */
  readonly heads: readonly HeadLine[];
  readonly today: Day;
  readonly page: FormPage;
}

const { reception: _, ...RECORDED } = ACTIVITY_KINDS;
const AUDIENCES = ACTIVITY_AUDIENCES.map((value) => ({ value, name: AUDIENCE_NAMES[value] }));
const NOTHING = { value: '', name: '（不是会议）' };

/** What was held, and a reception day ahead. */
export function RecordActivityPage({ frame, organisation, people, heads, today, page }: RecordProps) {
  const trail = [{ href: `/desk/o/${organisation}/activities`, name: '活动记录' }];
  return (
    <Page frame={frame} title="登记活动" section="desk" trail={trail}>
      <h1>
        登记活动 <small lang="en">Record what was held</small>
      </h1>
      <CaseForm
        props={page.forms}
        action="record"
        title="已举行的活动"
        button="登记"
        start={{ 'record.kind': 'meeting', 'record.heldOn': today, 'record.audience': 'unit' }}
      >
        {(filled) => <RecordFields filled={filled} people={people} heads={heads} />}
      </CaseForm>
      <CaseForm
        props={page.forms}
        action="reception"
        title="安排领导接待日"
        button="安排"
        folded
        start={{ 'reception.audience': 'public', 'reception.slotMinutes': '20', 'reception.slots': '6' }}
      >
        {(filled) => <ReceptionFields filled={filled} people={people} />}
      </CaseForm>
    </Page>
  );
}

function RecordFields({ filled, people, heads }: { filled: Filled } & Pick<RecordProps, 'people' | 'heads'>) {
  return (
    <>
      <SelectField filled={filled} name="record.kind" label="类别" choices={choices(RECORDED)} />
      <SelectField
        filled={filled}
        name="record.meeting.type"
        label="会议类别"
        hint="会议填写。"
        choices={[NOTHING, ...choices(MEETING_TYPES)]}
      />
      <SelectField
        filled={filled}
        name="record.meeting.layer"
        label="会议范围"
        hint="会议填写。"
        choices={[NOTHING, ...choices(LAYERS)]}
      />
      <ChoiceField
        filled={filled}
        name="record.aims"
        label="培训内容"
        hint="培训填写，可多选。"
        several
        row
        choices={choices(TRAINING_AIMS)}
      />
      <TextField filled={filled} name="record.title" label="名称" max={LIMITS.title} />
      <TextField filled={filled} name="record.heldOn" label="日期" type="date" />
      <TextField filled={filled} name="record.place" label="地点" optional max={LIMITS.name} />
      <ChoiceField filled={filled} name="record.audience" label="知悉范围" row choices={AUDIENCES} />
      <fieldset class="field" id={idOf('record.attendance')}>
        <legend>参加人数</legend>
        <Errors filled={filled} name="record.attendance" />
        {Object.entries(ATTENDANCE).map(([group, name]) => (
          <TextField
            filled={filled}
            name={`record.attendance.${group}`}
            label={name}
            type="number"
            optional
          />
        ))}
      </fieldset>
      <Fold
        title="参加人员姓名（仅经办人可见）"
        open={hasErrors(filled, 'record.participants')}
        hint="对外只公布人数。负责人培训请勾选参加的负责人。"
      >
        <ChoiceField
          filled={filled}
          name="record.participants"
          label="参加人员"
          optional
          several
          row
          choices={[
            ...heads.flatMap(({ person, name, organisation, organisationName }) =>
              person === undefined
                ? []
                : [{ value: participantValue(person, organisation), name: `${name}（${organisationName}）` }],
            ),
            ...people.map(({ id, name }) => ({ value: participantValue(id), name })),
          ]}
        />
      </Fold>
      <AreaField filled={filled} name="record.minutes" label="纪要" optional max={LIMITS.note} />
      <Fold title="相关公开事项" open={hasErrors(filled, 'record.items')}>
        {Array.from({ length: ITEM_LINES }, (_, line) => (
          <TextField
            filled={filled}
            name={`record.items.${line}`}
            label={`事项编号 ${line + 1}`}
            optional
            max={40}
          />
        ))}
      </Fold>
    </>
  );
}

const ReceptionFields = ({ filled, people }: { filled: Filled } & Pick<RecordProps, 'people'>) => (
  <>
    <TextField filled={filled} name="reception.title" label="名称" max={LIMITS.title} />
    <SelectField
      filled={filled}
      name="reception.host"
      label="接待人"
      choices={people.map(({ id, name }) => ({ value: id, name }))}
    />
    <TextField filled={filled} name="reception.place" label="接待地点" max={LIMITS.name} />
    <ChoiceField filled={filled} name="reception.audience" label="谁可以预约" row choices={AUDIENCES} />
    <TextField filled={filled} name="reception.startsAt" label="开始时间" type="datetime-local" />
    <TextField filled={filled} name="reception.slotMinutes" label="每个时段多少分钟" type="number" />
    <TextField filled={filled} name="reception.slots" label="共几个时段" type="number" />
  </>
);
