import {
  WORD_ATTRIBUTES,
  WORD_CHANGES,
  WORD_KINDS,
  type WordAttribute,
  type WordChange,
} from '../../../domain/catalogue/vocabulary/diff.ts';
import type { Audience } from '../../../domain/kernel/audience.ts';
import type { VocabularyVersion } from '../../shell/reading/vocabulary-readings.ts';
import { chineseDate } from '../dates.ts';
import { AUDIENCE_NAMES } from '../words.ts';

/** 增列文种“任前公示” */
const said = ({ kind, name, change }: WordChange): string =>
  `${WORD_CHANGES[change]}${WORD_KINDS[kind]}“${name}”`;

interface VersionsProps {
  readonly versions: readonly VocabularyVersion[];
  readonly here: string;
}

/** Every edit, newest first, with its reason and a way to see it beside what was before. */
export function VocabularyVersions({ versions, here }: VersionsProps) {
  const newest = versions.length - 1;
  return (
    <section class="sheet" id="versions">
      <h2>历次调整</h2>
      <ul>
        {versions.toReversed().map(({ version, at, reason, changes }) =>
          version === 0 ? (
            <li>第 0 版：系统自带</li>
          ) : (
            <li>
              第 {version} 版，{at && chineseDate(at)}：{changes.map(said).join('，')}。理由：{reason}{' '}
              <a href={`${here}?from=${version - 1}&to=${version}`}>与上一版对照</a>
            </li>
          ),
        )}
      </ul>
      {newest > 1 && (
        <p>
          <a href={`${here}?from=0&to=${newest}`}>现行版与系统自带的对照</a>
        </p>
      )}
    </section>
  );
}

function valueText(attribute: WordAttribute, value: unknown): string {
  if (value === undefined) return '（无）';
  if (attribute === 'widest') return AUDIENCE_NAMES[value as Audience];
  if (typeof value === 'boolean') return value ? '是' : '否';
  return Array.isArray(value) ? value.join('、') : String(value);
}

/** What differs between two versions, word by word. */
export function WordTable({ changes, caption }: { changes: readonly WordChange[]; caption: string }) {
  if (changes.length === 0) return <p class="empty">{caption}：没有差别。</p>;
  return (
    <section class="table-scroll" tabindex={0} aria-label={caption}>
      <table class="catalogue">
        <caption>
          {caption}：共 {changes.length} 处
        </caption>
        <thead>
          <tr>
            {['变化', '名称', '内容'].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ kind, id, name, change, attributes }) => (
            <tr>
              <td data-label="变化">{WORD_CHANGES[change]}</td>
              <th scope="row">
                {name}
                <p class="small">
                  {WORD_KINDS[kind]}
                  {id !== name && `（${id}）`}
                </p>
              </th>
              <td data-label="内容">
                {attributes.length === 0 ? (
                  '—'
                ) : (
                  <ul>
                    {attributes.map(({ attribute, before, after }) => (
                      <li>
                        {WORD_ATTRIBUTES[attribute]}：<del>{valueText(attribute, before)}</del> →{' '}
                        <ins>{valueText(attribute, after)}</ins>
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
