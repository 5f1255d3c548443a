import { CHANNELS, OUTCOMES, SPEAKERS, WISHES } from '../../../domain/feedback/vocabulary.ts';
import { LIMITS } from '../../../domain/limits.ts';
import {
  AreaField,
  type Choice,
  ChoiceField,
  ErrorSummary,
  type Filled,
  Fold,
  hasErrors,
  SelectField,
  TextField,
} from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { choicesOf } from '../words.ts';

interface IntakeProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly filled: Filled;
  readonly people: readonly Choice[];
  /** What is on show, for an opinion that is about one of them. */
  readonly items: readonly Choice[];
  readonly commandId: string;
}

const AT_ONCE = {
  none: '登记后按程序分办',
  answered: '当场答复',
  raised: '立即呈报领导',
  assigned: '限期交办',
} as const;

/** 登记线下意见: what came by box, phone, visit, mail, letter or in a meeting, with the same fields as on the page. */
export function IntakePage({ frame, organisation, filled, people, items, commandId }: IntakeProps) {
  const { online: _, ...offline } = CHANNELS;
  const fold = (name: string) => hasErrors(filled, 'atOnce') || filled.values['atOnce.kind'] === name;
  return (
    <Page
      frame={frame}
      title="登记线下意见"
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/opinions`, name: '意见建议' }]}
    >
      <h1>登记线下意见</h1>
      <section class="sheet">
        <form method="post" action={`/desk/o/${organisation}/opinions/new`}>
          <ErrorSummary filled={filled} />
          <input type="hidden" name="command" value={commandId} />
          <SelectField filled={filled} name="channel" label="来源渠道" choices={choicesOf(offline)} />
          <ChoiceField filled={filled} name="kind" label="类型" row choices={choicesOf(WISHES)} />
          <SelectField
            filled={filled}
            name="item"
            label="所涉公开事项"
            choices={[{ value: '', name: '不针对某一事项' }, ...items]}
          />
          <AreaField filled={filled} name="text" label="意见内容" max={LIMITS.note} />
          <SelectField filled={filled} name="speaker" label="提出人身份" choices={choicesOf(SPEAKERS)} />
          <TextField
            filled={filled}
            name="from.name"
            label="提出人姓名"
            optional
            max={LIMITS.name}
            hint="填写即为署名意见，须答复本人；不填为匿名。"
          />
          <ChoiceField
            filled={filled}
            name="atOnce.kind"
            label="办理方式"
            hint="来电须当场答复、呈报领导或限期交办。"
            choices={choicesOf(AT_ONCE)}
          />
          <Fold title="当场答复" open={fold('answered')}>
            <SelectField
              filled={filled}
              name="atOnce.outcome"
              label="处理结果"
              choices={choicesOf(OUTCOMES)}
            />
            <AreaField filled={filled} name="atOnce.text" label="当场答复内容" optional max={LIMITS.note} />
          </Fold>
          <Fold title="呈报领导" open={fold('raised')}>
            <AreaField filled={filled} name="atOnce.reason" label="呈报说明" optional max={LIMITS.reason} />
          </Fold>
          <Fold title="限期交办" open={fold('assigned')}>
            <SelectField filled={filled} name="atOnce.owner" label="承办人" choices={people} />
            <TextField filled={filled} name="atOnce.department" label="承办部门" optional max={LIMITS.name} />
            <TextField filled={filled} name="atOnce.dueOn" label="答复期限" type="date" optional />
          </Fold>
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
