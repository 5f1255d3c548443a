import { COVERAGE } from '../../../domain/file/coverage.ts';
import { FILE_TYPES } from '../../../domain/file/types.ts';
import type { FileReading } from '../../shell/reading/file-reading.ts';
import { ChoiceField, type Filled } from './field.tsx';

export interface FileListProps {
  readonly files: readonly FileReading[];
  /** Address of the item, under which its files are. */
  readonly base: string;
  /** Version of the item that names them; the one in force when absent. */
  readonly version?: number | undefined;
}

/** Files with what they are, and whether they were screened. */
export function FileList({ files, base, version }: FileListProps) {
  const query = version === undefined ? '' : `?version=${version}`;
  return (
    <ul class="files">
      {files.map((file) => (
        <li>
          {file.thumbnail && <img src={`${base}/files/${file.id}/thumbnail${query}`} alt="" loading="lazy" />}
          <span>
            <a href={`${base}/files/${file.id}${query}`}>{file.name}</a>
            <span class="small">{describe(file)}</span>
            <Coverage file={file} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** PDF 文档，1.2 MB */
export const describe = ({ type, bytes }: FileReading): string =>
  [type && FILE_TYPES[type].zh, bytes !== undefined && sizeOf(bytes)].filter(Boolean).join('，');

export function Coverage({ file: { screening } }: { file: FileReading }) {
  if (!screening) return null;
  const { coverage } = screening;
  return <span class={coverage === 'all' ? 'tag ok' : 'tag wait'}>个人信息{COVERAGE[coverage].zh}</span>;
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} 字节`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** 附件, under the text. */
export function Attachments({
  ids,
  ...list
}: FileListProps & { readonly ids: readonly string[] | undefined }) {
  const files = list.files.filter(({ id }) => ids?.includes(id));
  if (files.length === 0) return null;
  return (
    <section class="sheet" id="attachments">
      <h2>附件</h2>
      <FileList {...list} files={files} />
    </section>
  );
}

interface FileFieldProps {
  readonly filled: Filled;
  readonly name: string;
  readonly label: string;
  /** What passed its inspection. */
  readonly files: readonly FileReading[];
  /** Where files are uploaded. */
  readonly upload: string;
  readonly hint: string;
}

/** Which of the files that were uploaded belong to it. */
export function FileField({ filled, name, label, files, upload, hint }: FileFieldProps) {
  return (
    <>
      {files.length > 0 && (
        <ChoiceField
          filled={filled}
          name={name}
          label={label}
          several
          optional
          choices={files.map((file) => ({ value: file.id, name: file.name, hint: describe(file) }))}
        />
      )}
      <p class="small">
        {hint}
        <a href={upload}>上传{label}</a>
      </p>
    </>
  );
}
