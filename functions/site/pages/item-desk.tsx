import { PHASES, type Phase } from '../../../domain/item/phase.ts';
import { documentTypeOf, type Item, latest, type Version } from '../../../domain/item/state.ts';
import type { ItemReading } from '../../shell/reading/item-reading.ts';
import type { Uploads } from '../components/action-form.tsx';
import { ActionForms } from '../components/action-forms.tsx';
import { Choices } from '../components/choices.tsx';
import type { Filled } from '../components/field.tsx';
import { Attachments } from '../components/files.tsx';
import { Findings } from '../components/findings.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { Paper } from '../components/paper.tsx';
import { Proofs, Timeline } from '../components/particulars.tsx';
import { Progress } from '../components/progress.tsx';
import { Reviews } from '../components/reviews.tsx';
import { chineseMoment } from '../dates.ts';
import type { Offers } from '../desk-actions.ts';
import type { DeskAction } from '../forms/command-forms.ts';

interface ItemDeskProps {
  readonly frame: Frame;
  readonly reading: ItemReading;
  readonly item: Item;
  readonly phase: Phase;
  readonly people: Readonly<Record<string, string>>;
  readonly members: readonly { readonly id: string; readonly name: string }[];
  /** Of a plan that may be closed: the disclosed items that carried it out. */
  readonly results: readonly { readonly id: string; readonly title: string }[];
  /** Rounds of questions about it; undefined where there are none. */
  readonly surveys?: unknown;
  readonly offers: Offers;
  readonly uploads: Uploads;
  /** Whose turn it is, in Chinese. */
  readonly waitsFor: readonly string[];
  /** The form that has just been refused; the others start empty. */
  readonly refused?: { readonly action: DeskAction; readonly filled: Filled } | undefined;
  /** What has just been done. */
  readonly done?: string | undefined;
  readonly commandId: string;
}

/** One item for those who work on it: the text, what others have said about it, and what may be done now. */
export function ItemDeskPage(props: ItemDeskProps) {
  const { frame, reading, item, phase, people, done } = props;
  const version = latest(item);
  const base = `/desk/o/${reading.organisation.id}/items/${reading.id}`;
  const hasProgress = reading.stages.length > 0 || reading.progress.length > 0;
  return (
    <Page
      frame={frame}
      title={version.content.title}
      section="desk"
      trail={[{ href: '/desk', name: '我的待办' }]}
    >
      {done && (
        <p class="note good" role="status">
          ✓ {done}
        </p>
      )}
      <Way version={version} phase={phase} />
      <Standing {...props} version={version} />
      <div class="columns">
        <div class="major">
          <Findings
            version={version}
            files={reading.files}
            offers={props.offers.actions}
            base={base}
            {...hiddenOf(props)}
          />
          <Paper
            heading="h1"
            content={version.content}
            type={documentTypeOf(version)}
            organisation={reading.organisation.name}
            place={reading.row && `${reading.row.level1}　·　${reading.row.name}`}
            signedAt={version.releases[0]?.at}
          />
          <div class="sheet">
            <Choices content={version.content} people={people} />
          </div>
          <Attachments files={reading.files} base={base} ids={version.content.attachments} />
          <Reviews version={version} people={people} />
          {hasProgress && <Progress view={reading} />}
          {props.surveys}
          {reading.proofs.length > 0 && <Proofs proofs={reading.proofs} files={reading.files} base={base} />}
        </div>
        <div class="minor">
          <Timeline steps={reading.timeline} />
        </div>
      </div>
      <ActionForms {...props} version={version} base={base} hidden={hiddenOf(props).hidden} />
    </Page>
  );
}

const hiddenOf = ({ commandId, reading }: ItemDeskProps) => ({
  hidden: { command: commandId, version: String(reading.streamVersion) },
});

const WAY = ['拟稿', '审核', '审批', '公开', '办结'] as const;
const PLACE: Record<Phase, number> = {
  drafted: 0,
  returned: 0,
  submitted: 1,
  reviewed: 2,
  approved: 3,
  released: 3,
  withheld: 3,
  withdrawn: 3,
  expired: 4,
  closed: 4,
};

function Way({ version, phase }: { version: Version; phase: Phase }) {
  const now = PLACE[phase];
  return (
    <ol class="progress-steps" aria-label="办理进度">
      {WAY.map((name, index) => (
        <li class={index < now ? 'done' : ''} {...(index === now && { 'aria-current': 'step' as const })}>
          {index === 3 && version.content.withheld ? '不予公开' : name}
          {index < now && <span class="vh">（已完成）</span>}
        </li>
      ))}
    </ol>
  );
}

function Standing({ phase, waitsFor, reading, version, offers }: ItemDeskProps & { version: Version }) {
  return (
    <section class="note">
      <h2>
        当前：{PHASES[phase]}
        {version.number > 1 && `（第 ${version.number} 版）`}
      </h2>
      {waitsFor.map((text) => (
        <p>{text}</p>
      ))}
      {version.stage === 'returned' && version.returned && (
        <p>
          退回原因：{version.returned.reason}（{chineseMoment(version.returned.at)}）
        </p>
      )}
      {version.revision && <p>再公开原因：{version.revision.reason}</p>}
      {version.escalated && <p>提请上级审批：{version.escalated.reason}</p>}
      {version.withdrawn && (
        <p>
          撤下原因：{version.withdrawn.inError && '内容有误。'}
          {version.withdrawn.reason}
        </p>
      )}
      <p class="no-print">
        {offers.actions.size > 0 && <a href="#actions">前往办理</a>}
        {reading.shown && '　'}
        {reading.shown && <a href={`/o/${reading.organisation.id}/items/${reading.id}`}>查看公开页面</a>}
      </p>
    </section>
  );
}
