import { fileOf, isInFile } from '../../../domain/item/files.ts';
import { isFlaw } from '../../../domain/item/flaw.ts';
import type { Version } from '../../../domain/item/state.ts';
import { LIMITS } from '../../../domain/limits.ts';
import type { FileReading } from '../../shell/reading/file-reading.ts';
import type { DeskOffer } from '../desk-actions.ts';
import { FINDING_NAMES } from '../words.ts';

interface FindingsProps {
  readonly version: Version;
  readonly files: readonly FileReading[];
  readonly offers: ReadonlySet<DeskOffer>;
  readonly base: string;
  readonly hidden: Readonly<Record<string, string>>;
}

/** What the screen found, and what it could not read. */
export function Findings(props: FindingsProps) {
  const { attachments = [] } = props.version.content;
  const unread = props.files.filter(
    ({ id, screening }) => attachments.includes(id) && screening?.coverage !== 'all',
  );
  return (
    <>
      <Found {...props} />
      {unread.length > 0 && (
        <p class="note warn">
          ⚠ 附件未能全部筛查个人信息，请打开核对：{unread.map(({ name }) => `《${name}》`).join('')}
        </p>
      )}
    </>
  );
}

/** Where the text or a file looks as if it held personal data or is inaccurate, each to be settled. */
function Found({ version, files, offers, base, hidden }: FindingsProps) {
  const { findings, stage } = version;
  if (!findings) {
    return stage === 'submitted' ? <p class="note">公开前检查正在进行，请稍后刷新本页。</p> : null;
  }
  const isDecided = stage !== 'submitted' && stage !== 'reviewed';
  if (findings.length === 0 && isDecided) return null;
  if (findings.length === 0)
    return <p class="note good">✓ 公开前检查：未发现个人信息、失效链接、合计差错。</p>;
  const open = findings.filter((finding) => !finding.settled).length;
  return (
    <section class={open > 0 ? 'note warn' : 'note good'} id="findings">
      <h2>
        {open > 0 ? `⚠ 公开前检查：还有 ${open} 处未处理` : `✓ 公开前检查：${findings.length} 处均已处理`}
      </h2>
      <ol>
        {findings.map((finding) => (
          <li>
            <p>
              {isInFile(finding.field)
                ? `附件《${files.find(({ id }) => id === fileOf(finding.field))?.name ?? ''}》`
                : placeName(finding.field)}
              ：{FINDING_NAMES[finding.kind]} <code>{finding.masked}</code>
              {(finding.count ?? 1) > 1 && ` 等 ${finding.count} 处`}{' '}
              {finding.settled === 'masked' && <span class="tag ok">✓ 已遮盖</span>}
              {finding.settled === 'justified' && <span class="tag ok">✓ 保留：{finding.reason}</span>}
            </p>
            {!finding.settled && offers.has('mask') && (
              <Settle
                finding={finding.id}
                base={base}
                hidden={hidden}
                maskable={isFlaw(finding.kind) ? 'no' : isInFile(finding.field) ? 'in-file' : 'yes'}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Names of the fields in which findings occur, by the head of their path. */
export function placeName(field: string): string {
  const [head = ''] = field.split('.');
  const names: Readonly<Record<string, string>> = {
    title: '标题',
    text: '正文',
    exception: '例外理由',
    basedOn: '依据文件',
    noDecision: '未经决策的理由',
    withheld: '不公开的解释说明',
    objection: '公示事项',
    provider: '内容提供',
    stages: '阶段名称',
    amounts: '金额明细',
  };
  return names[head] ?? field;
}

const JUSTIFY = {
  yes: '或说明保留的理由',
  'in-file': '退回换上遮盖过的文件，或说明保留的理由',
  no: '退回更正，或说明保留的理由',
} as const;

/** One finding, to be masked or to stand with a reason: forms `mask` and `justify` under the base. */
export function Settle(props: {
  finding: string;
  base: string;
  hidden: FindingsProps['hidden'];
  /** What stands in a file is masked by another file; what is no personal data is corrected. */
  maskable: 'yes' | 'in-file' | 'no';
}) {
  const { finding, base, hidden, maskable } = props;
  const id = `justify-${finding}`;
  const inputs = (action: string) =>
    Object.entries({ ...hidden, command: `${hidden.command}-${action}-${finding}`, finding }).map(
      ([name, value]) => <input type="hidden" name={name} value={value} />,
    );
  return (
    <div class="settle">
      {maskable === 'yes' && (
        <form method="post" action={`${base}/mask`}>
          {inputs('mask')}
          <button class="button small" type="submit">
            遮盖<span class="vh">（第 {finding.replace(/\D/g, '')} 处）</span>
          </button>
        </form>
      )}
      <form method="post" action={`${base}/justify`}>
        {inputs('justify')}
        <label for={id} class="small">
          {JUSTIFY[maskable]}
        </label>
        <input type="text" id={id} name="justify.reason" maxlength={LIMITS.reason} />
        <button class="button small second" type="submit">
          保留
        </button>
      </form>
    </div>
  );
}
