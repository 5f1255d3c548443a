import type { ItemReading, VersionReading } from '../../shell/reading/item-reading.ts';
import type { AnswerReading } from '../../shell/reading/opinions-outcomes.ts';
import { Attachments } from '../components/files.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { Answers, Opinions } from '../components/opinions.tsx';
import { Paper } from '../components/paper.tsx';
import { Facts, Proofs, Timeline, Versions } from '../components/particulars.tsx';
import { Progress } from '../components/progress.tsx';
import { QrCode } from '../components/qr.tsx';
import type { opinionForm } from '../forms/opinion-form.ts';
import { noticePeriod } from '../periods.ts';

export interface ItemProps {
  readonly frame: Frame;
  readonly reading: ItemReading;
  readonly shown: VersionReading;
  /** The other half of a pair, when the reader may see it. */
  readonly related: readonly { readonly href: string; readonly relation: string; readonly title: string }[];
  /** What became of opinions on it. */
  readonly answers: readonly AnswerReading[];
  /** Undefined when the item takes no opinions from this reader. */
  readonly opinion?: ReturnType<typeof opinionForm> | undefined;
  /** How the matter came about; undefined where nothing is said of that. */
  readonly procedure?: unknown;
  /** Rounds of questions about it; undefined where there are none. */
  readonly surveys?: unknown;
  readonly url: string;
}

/** One disclosed item, laid out as the official paper that it is. */
export function ItemPage(props: ItemProps) {
  const { frame, reading, shown, related, answers, opinion, procedure, surveys, url } = props;
  const { organisation, versions, row, timeline, proofs } = reading;
  const newest = versions.at(-1)?.number ?? shown.number;
  const here = `/o/${organisation.id}/items/${reading.id}`;
  const files = { files: reading.files, base: here, version: shown.number };
  const hasProgress = reading.stages.length > 0 || reading.progress.length > 0;
  return (
    <Page
      frame={frame}
      title={shown.content.title}
      section="board"
      trail={[{ href: `/o/${organisation.id}`, name: '党务公开栏' }]}
    >
      {shown.number !== newest && (
        <p class="note warn">
          您正在查看第 {shown.number} 版。现行版本为第 {newest} 版，<a href={here}>查看现行版本</a>。
        </p>
      )}
      <div class="columns">
        <div class="major">
          <Paper
            heading="h1"
            content={shown.content}
            type={shown.documentTypeName}
            organisation={organisation.name}
            place={row && (row.name === row.level1 ? row.level1 : `${row.level1}　·　${row.name}`)}
            signedAt={shown.releases[0]?.at}
            period={noticePeriod(shown)}
          />
          <Attachments {...files} ids={shown.content.attachments} />
          {hasProgress && <Progress view={reading} />}
          {procedure}
          {proofs.length > 0 && <Proofs proofs={proofs} {...files} />}
          {surveys}
          {answers.length > 0 && <Answers answers={answers} here={here} organisation={organisation.id} />}
          {opinion && (
            <Opinions
              action={`${here}/opinions`}
              person={frame.person?.name}
              follow={`/o/${organisation.id}/opinions/follow`}
              {...opinion}
            />
          )}
        </div>
        <div class="minor">
          <Timeline steps={timeline} />
          <Facts shown={shown} reading={reading} />
          {versions.length > 1 && <Versions versions={versions} current={shown.number} here={here} />}
          <Related shown={shown} related={related} />
          <div class="sheet qr">
            <QrCode text={url} label="本事项网址的二维码" />
            <p>扫码查看本事项</p>
          </div>
          <p class="no-print">
            <a class="button second" href={`/o/${organisation.id}/print/items/${reading.id}`}>
              打印张贴
            </a>
          </p>
        </div>
      </div>
    </Page>
  );
}

function Related({ shown, related }: Pick<ItemProps, 'shown' | 'related'>) {
  const stream = shown.content.related;
  if (related.length === 0 && !stream) return null;
  return (
    <section class="sheet">
      <h2>相关公开</h2>
      <ul>
        {related.map(({ href, relation, title }) => (
          <li>
            {relation}：<a href={href}>{title}</a>
          </li>
        ))}
        {stream && (
          <li>
            {stream.stream}公开：
            <a href={stream.url} rel="noopener noreferrer">
              {new URL(stream.url).host}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}
