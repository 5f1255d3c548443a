import type { SchemeVersion } from '../../../domain/profile/state.ts';
import {
  CLEAR_PARTS,
  RULE_NAMES,
  RULES,
  SCHEME_PARTS,
  type SchemePart,
  WORK_PARTS,
} from '../../../domain/profile/vocabulary.ts';
import type { SchemeReading } from '../../shell/reading/profile-readings.ts';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate, chineseMoment } from '../dates.ts';

interface SchemeProps {
  readonly frame: Frame;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly scheme: SchemeReading;
  /** Of the catalogue, by id. */
  readonly rowNames: Readonly<Record<string, string>>;
}

/** 党务公开方案: 四个明确, 五个部分, 四项制度, what they rest on, and every version that there was (DF-04, ZH-05). */
export function SchemePage({ frame, organisation: { id, name }, scheme, rowNames }: SchemeProps) {
  const { shown, versions } = scheme;
  const here = `/o/${id}/scheme`;
  return (
    <Page
      frame={frame}
      title="公开方案"
      section="about"
      trail={[{ href: `/o/${id}/about`, name: '单位信息' }]}
    >
      <div class="title-row">
        <h1>
          {shown?.title ?? '党务公开方案'}
          <small>
            {name} <span lang="en">Scheme of disclosure</span>
          </small>
        </h1>
      </div>
      {shown ? <Version version={shown} isLatest={shown.number === versions[0]?.number} /> : <Nothing />}
      <Bases scheme={scheme} catalogue={`/o/${id}/catalogue`} rowNames={rowNames} />
      {versions.length > 0 && (
        <section class="sheet">
          <h2>历次版本</h2>
          <ul>
            {versions.map(({ number, publishedAt, reason }) => (
              <li>
                <a
                  href={`${here}?version=${number}`}
                  {...(number === shown?.number && { 'aria-current': 'page' as const })}
                >
                  第 {number} 版
                </a>
                （{chineseDate(publishedAt)}）{reason !== undefined && <span class="small">{reason}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

const Nothing = () => <p class="empty">本组织还没有公布党务公开方案。</p>;

function Version({ version, isLatest }: { version: SchemeVersion; isLatest: boolean }) {
  const { number, publishedAt, motto, rules } = version;
  return (
    <>
      {!isLatest && <p class="note warn">⚠ 这是第 {number} 版，之后已经修订。</p>}
      <section class="sheet">
        <p class="small">
          第 {number} 版，<time datetime={publishedAt}>{chineseMoment(publishedAt)}</time> 公布。四个明确：
          {Object.values(CLEAR_PARTS).join('、')}；五个部分：{Object.values(WORK_PARTS).join('、')}。
        </p>
        {motto !== undefined && (
          <p>
            <b>工作要求：{motto}</b>
          </p>
        )}
        {(Object.keys(SCHEME_PARTS) as SchemePart[]).map((part) => (
          <>
            <h2>{SCHEME_PARTS[part]}</h2>
            <Part text={version[part]} />
          </>
        ))}
      </section>
      <section class="sheet">
        <h2>工作制度</h2>
        {RULE_NAMES.map((rule) => (
          <details>
            <summary>
              {RULES[rule]}：{rules[rule].title}
            </summary>
            <div class="inside">
              <p class="said">{rules[rule].text}</p>
            </div>
          </details>
        ))}
      </section>
    </>
  );
}

function Part({ text }: { text: string | readonly string[] }) {
  if (typeof text === 'string') return <p class="said">{text}</p>;
  return (
    <ol>
      {text.map((line) => (
        <li>{line}</li>
      ))}
    </ol>
  );
}

/** 依据文件, with what rests on them (LY-19). */
function Bases({
  scheme: { bases, citations, shown },
  catalogue,
  rowNames,
}: Pick<SchemeProps, 'scheme' | 'rowNames'> & { catalogue: string }) {
  if (bases.length === 0) return null;
  const rowsFor = (id: string) =>
    Object.keys(citations)
      .filter((row) => citations[row]?.includes(id))
      .toSorted()
      .map((row) => rowNames[row] ?? row);
  return (
    <section class="sheet">
      <h2>依据文件</h2>
      <section class="table-scroll" tabindex={0} aria-label="依据文件">
        <table>
          <thead>
            <tr>
              <th scope="col">文件</th>
              <th scope="col">文号</th>
              <th scope="col">发文单位</th>
              <th scope="col">引用</th>
            </tr>
          </thead>
          <tbody>
            {bases.map(({ id, title, number, issuer, issuedOn }) => (
              <tr>
                <th scope="row">
                  {title}
                  {issuedOn !== undefined && <span class="small">（{chineseDate(issuedOn)}）</span>}
                </th>
                <td>{number ?? '—'}</td>
                <td>{issuer ?? '—'}</td>
                <td>
                  {shown?.bases.includes(id) && <span class="tag">本方案</span>}
                  {rowsFor(id).length > 0 && (
                    <>
                      <a href={catalogue}>公开目录</a>：{rowsFor(id).join('、')}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
