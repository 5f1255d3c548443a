import { TOPIC_GROUNDS } from '../../../domain/topic/vocabulary.ts';
import type { TopicLine, TopicReading } from '../../shell/reading/topics.ts';
import { CaseForm, type CaseFormsProps, choices, Reason } from '../components/case-form.tsx';
import { ChoiceField, SelectField, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { Done, TopicFacts, TopicList } from './topics.tsx';

interface ListProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly topics: readonly TopicLine[];
}

/** 群众关注, for the office: what nobody has answered comes first, also what is not shown yet. */
export function TopicDeskListPage({ frame, organisation, topics }: ListProps) {
  const base = `/desk/o/${organisation}/topics`;
  const open = topics.filter(({ stage }) => stage === 'open');
  return (
    <Page frame={frame} title="群众关注" section="desk" trail={[{ href: '/desk', name: '我的待办' }]}>
      <h1>
        群众关注 <small lang="en">What people ask for</small>
      </h1>
      <TopicList title="待回应，按支持人数排列" topics={open} base={base} />
      <TopicList title="已回应" topics={topics.filter((topic) => !open.includes(topic))} base={base} />
    </Page>
  );
}

interface DeskProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly topic: TopicReading;
  /** Open topics for the same audience, into which it may be merged. */
  readonly others: readonly TopicLine[];
  readonly forms: CaseFormsProps;
  readonly done?: string | undefined;
}

/** One topic on the desk: answer it by an item, or say why not. */
export function TopicDeskPage({ frame, organisation, topic, others, forms, done }: DeskProps) {
  const isOpen = topic.stage === 'open';
  return (
    <Page
      frame={frame}
      title={topic.title}
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/topics`, name: '群众关注' }]}
    >
      <h1>{topic.title}</h1>
      <Done text={done} />
      <TopicFacts topic={topic} organisation={organisation} />
      {topic.work?.unread && <p class="note warn">⚠ 由未登录或本单位以外的人提出，审看前其他人看不到。</p>}
      {isOpen && (
        <CaseForm props={forms} action="answer" title="以公开事项回应">
          {(filled) => (
            <TextField
              filled={filled}
              name="answer.item"
              label="公开事项编号"
              hint="须已经公开，公开范围不小于本关注事项的范围。"
              max={40}
            />
          )}
        </CaseForm>
      )}
      {isOpen && (
        <CaseForm props={forms} action="refuse" title="不予公开，说明理由" folded>
          {(filled) => (
            <>
              <SelectField
                filled={filled}
                name="refuse.ground"
                label="理由"
                choices={choices(TOPIC_GROUNDS)}
              />
              <Reason
                filled={filled}
                name="refuse.reason"
                label="理由说明"
                hint="向关注的人公布。请勿写入个人信息。"
              />
            </>
          )}
        </CaseForm>
      )}
      {isOpen && others.length > 0 && (
        <CaseForm props={forms} action="merge" title="合并到另一件" folded>
          {(filled) => (
            <SelectField
              filled={filled}
              name="merge.into"
              label="并入"
              choices={others.map(({ id, title }) => ({ value: id, name: title }))}
            />
          )}
        </CaseForm>
      )}
      <CaseForm
        props={forms}
        action="moderate"
        title="审看是否展示"
        button="记录审看意见"
        folded={!topic.work?.unread}
        start={{ 'moderate.shown': 'yes' }}
      >
        {(filled) => (
          <>
            <ChoiceField
              filled={filled}
              name="moderate.shown"
              label="原文"
              row
              choices={[
                { value: 'yes', name: '展示' },
                { value: 'no', name: '不展示' },
              ]}
            />
            <Reason filled={filled} name="moderate.reason" label="理由" />
          </>
        )}
      </CaseForm>
    </Page>
  );
}
