import { LIMITS } from '../../../domain/limits.ts';
import type { NewsVersion, SettledFinding } from '../../../domain/news/state.ts';
import { renderMarkdown } from '../../rendering/markdown.tsx';
import type { CaseFormsProps } from '../components/case-form.tsx';
import { AreaField, ChoiceField, ErrorSummary, type Filled, TextField } from '../components/field.tsx';
import { placeName, Settle } from '../components/findings.tsx';
import { chineseMoment } from '../dates.ts';
import { FINDING_NAMES } from '../words.ts';

interface FindingsProps {
  readonly findings: readonly SettledFinding[];
  readonly forms: CaseFormsProps;
  /** They may still be settled. */
  readonly isOpen: boolean;
}

/** What looks like personal data in the newest version, each to be masked or justified. */
export function NewsFindings({ findings, forms, isOpen }: FindingsProps) {
  if (findings.length === 0) return isOpen ? <p class="note good">✓ 未发现个人信息。</p> : null;
  const open = findings.filter(({ settled }) => !settled).length;
  const { base, commandId, refused } = forms;
  return (
    <section class={open > 0 ? 'note warn' : 'note good'} id="mask">
      <h2>
        {open > 0 ? `⚠ 还有 ${open} 处疑似个人信息未处理` : `✓ ${findings.length} 处疑似个人信息均已处理`}
      </h2>
      {refused && ['mask', 'justify'].includes(refused.action) && <ErrorSummary filled={refused.filled} />}
      <ol id="justify">
        {findings.map(({ id, field, kind, masked, settled, why }) => (
          <li>
            <p>
              {field === 'correction' ? '更正说明' : placeName(field)}：{FINDING_NAMES[kind]}{' '}
              <code>{masked}</code> {settled === 'masked' && <span class="tag ok">✓ 已遮盖</span>}
              {settled === 'justified' && <span class="tag ok">✓ 保留：{why}</span>}
            </p>
            {!settled && isOpen && (
              <Settle finding={id} base={base} hidden={{ command: commandId }} maskable="yes" />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface VersionsProps {
  readonly versions: readonly NewsVersion[];
  /** By id; whoever is missing is from elsewhere. */
  readonly names: Readonly<Record<string, string>>;
}

/** Newest first and open, the older ones folded. */
export const NewsVersions = ({ versions, names }: VersionsProps) => (
  <>
    {versions.toReversed().map((version, index) => (
      <details open={index === 0}>
        <summary>
          第 {version.number} 版：{version.title}
        </summary>
        <div class="inside">
          <p class="small">
            {nameOf(names, version.written.by)} {chineseMoment(version.written.at)}撰写，
            {version.audience === 'public' ? '面向社会' : '面向本单位'}
            {version.released &&
              `；${nameOf(names, version.released.by)} ${chineseMoment(version.released.at)}审查并发布`}
            {version.returned &&
              `；${nameOf(names, version.returned.by)} ${chineseMoment(version.returned.at)}退回：${version.returned.reason}`}
          </p>
          <div class="text">{renderMarkdown(version.text)}</div>
          {version.correction !== undefined && <p class="note">更正说明：{version.correction}</p>}
        </div>
      </details>
    ))}
  </>
);

const nameOf = (names: VersionsProps['names'], id: string): string =>
  Object.hasOwn(names, id) ? (names[id] ?? '') : '上级审核人';

/** What is written, for the first time and when it is corrected. */
export const TextFields = ({ filled, action }: { filled: Filled; action: 'write' | 'correct' }) => (
  <>
    <TextField filled={filled} name={`${action}.title`} label="标题" max={LIMITS.title} />
    <AreaField
      filled={filled}
      name={`${action}.text`}
      label="正文"
      hint="可用标题、列表、加粗、链接等简单格式。请勿写入个人信息。"
      max={LIMITS.text}
      long
    />
    <ChoiceField
      filled={filled}
      name={`${action}.audience`}
      label="范围"
      row
      choices={[
        { value: 'public', name: '社会', hint: '任何人，不必登录' },
        { value: 'unit', name: '本单位', hint: '本单位党员和教职工' },
      ]}
    />
    <ChoiceField
      filled={filled}
      name={`${action}.notSecret`}
      label="保密自查"
      several
      choices={[{ value: 'yes', name: '已核对，内容不涉及党和国家秘密' }]}
    />
  </>
);

/** How the stage of it stands out. */
export const NEWS_TONES = {
  waiting: 'tag wait',
  returned: 'tag wait',
  shown: 'tag ok',
  down: 'tag',
} as const;
