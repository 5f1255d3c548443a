import { REJECTIONS } from '../../../domain/file/rejections.ts';
import { LIMITS } from '../../../domain/limits.ts';
import type { SignedUpload } from '../../shell/file-access.ts';
import type { FileReading } from '../../shell/reading/file-reading.ts';
import { ErrorSummary, type Filled, TextField } from '../components/field.tsx';
import { Coverage, describe } from '../components/files.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseMoment } from '../dates.ts';
import { FINDING_NAMES } from '../words.ts';

interface ItemOfFiles {
  readonly title: string;
  /** Its page on the desk. */
  readonly href: string;
}

interface FilesProps {
  readonly frame: Frame;
  readonly item: ItemOfFiles;
  readonly files: readonly FileReading[];
  readonly filled: Filled;
  readonly hidden: Readonly<Record<string, string>>;
}

const STAGES: Readonly<Record<FileReading['stage'], string>> = {
  awaited: '等待上传',
  accepted: '检查通过',
  rejected: '未通过检查',
  lapsed: '逾期未上传',
};

const trailOf = ({ title, href }: ItemOfFiles) => [
  { href: '/desk', name: '我的待办' },
  { href, name: title },
];

/** Everything that was uploaded for an item, and the first of two steps to upload something: what it is. */
export function FilesPage({ frame, item, files, filled, hidden }: FilesProps) {
  return (
    <Page frame={frame} title="附件和佐证材料" section="desk" trail={trailOf(item)}>
      <h1>附件和佐证材料</h1>
      <ErrorSummary filled={filled} />
      <form method="post" action={`${item.href}/files`} class="sheet" novalidate>
        <h2>上传一份材料</h2>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <TextField
          filled={filled}
          name="name"
          label="材料名称"
          max={LIMITS.name}
          hint="读者看到的名称，如“公示栏照片”“会议签到表”。请勿写入个人信息。"
        />
        <p class="actions">
          <button class="button" type="submit">
            下一步：选择文件
          </button>
          <a href={item.href}>返回事项</a>
        </p>
      </form>
      {files.length > 0 && (
        <section class="sheet">
          <h2>已登记的材料</h2>
          <ul class="files">
            {files.map((file) => (
              <li>
                {file.thumbnail && (
                  <img src={`${item.href}/files/${file.id}/thumbnail`} alt="" loading="lazy" />
                )}
                <span>
                  <a href={`${item.href}/files/${file.id}`}>{file.name}</a>
                  <span class="small">{describe(file)}</span>
                  <span class={file.stage === 'accepted' ? 'tag ok' : 'tag wait'}>{STAGES[file.stage]}</span>
                  <Coverage file={file} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

interface UploadProps {
  readonly frame: Frame;
  readonly item: ItemOfFiles;
  readonly file: FileReading;
  /** The form that sends it, while nothing has arrived. */
  readonly upload?: SignedUpload | undefined;
  /** It has just been sent. */
  readonly sent: boolean;
  /** Where it is put to use. */
  readonly uses: readonly { readonly href: string; readonly name: string }[];
}

/** One upload: the file is chosen here, and here is said what became of it. */
export function UploadPage({ frame, item, file, upload, sent, uses }: UploadProps) {
  return (
    <Page
      frame={frame}
      title={file.name}
      section="desk"
      trail={[...trailOf(item), { href: `${item.href}/files`, name: '附件和佐证材料' }]}
    >
      <h1>{file.name}</h1>
      {file.stage === 'awaited' &&
        (sent ? (
          <Sent here={`${item.href}/files/${file.id}?sent=1`} />
        ) : (
          upload && <SendForm upload={upload} />
        ))}
      {file.stage === 'accepted' && <Accepted item={item} file={file} uses={uses} />}
      {file.stage === 'rejected' && (
        <section class="note bad" role="alert">
          <h2>未通过检查</h2>
          {file.rejection && (
            <p>
              {REJECTIONS[file.rejection].zh} <span lang="en">{REJECTIONS[file.rejection].en}</span>
            </p>
          )}
        </section>
      )}
      {file.stage === 'lapsed' && <p class="note">登记后 24 小时内没有收到文件，请重新登记。</p>}
      <p class="actions">
        <a class="button second" href={`${item.href}/files`}>
          全部材料
        </a>
        <a href={item.href}>返回事项</a>
      </p>
    </Page>
  );
}

function SendForm({ upload }: { upload: SignedUpload }) {
  return (
    <form method="post" action={upload.url} enctype="multipart/form-data" class="sheet">
      <h2>选择文件</h2>
      {Object.entries(upload.fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="field">
        <label for="f-file">文件</label>
        <span class="hint" id="f-file-hint">
          JPG、PNG 图片，PDF，docx、xlsx、pptx 文档或纯文本，不超过 20
          MB。拍摄地点、作者等附带信息会自动清除，原件封存。
        </span>
        <input
          type="file"
          id="f-file"
          name="file"
          required
          accept=".jpg,.jpeg,.png,.pdf,.docx,.xlsx,.pptx,.txt"
          aria-describedby="f-file-hint"
        />
      </div>
      <p class="actions">
        <button class="button" type="submit">
          上传
        </button>
        <span class="small">本页请在 {chineseMoment(upload.expiresAt)} 前使用，过时请刷新。</span>
      </p>
    </form>
  );
}

const Sent = ({ here }: { here: string }) => (
  <p class="note good" role="status">
    文件已收到，正在检查，通常需要几秒钟。<a href={here}>查看检查结果</a>{' '}
    <span lang="en">Received; it is being inspected.</span>
  </p>
);

function Accepted({ item, file, uses }: Pick<UploadProps, 'item' | 'file' | 'uses'>) {
  const findings = file.screening?.findings ?? [];
  return (
    <section class="sheet">
      <p class="note good" role="status">
        ✓ 检查通过，附带信息已清除。
      </p>
      {file.thumbnail && <img src={`${item.href}/files/${file.id}/thumbnail`} alt={`${file.name}的缩略图`} />}
      <p>
        <a href={`${item.href}/files/${file.id}/content`}>打开文件</a> {describe(file)}{' '}
        <Coverage file={file} />
      </p>
      {findings.length > 0 && (
        <div class="note warn">
          <p>⚠ 文件中有疑似个人信息。作为附件的，审批前须说明保留的理由；不能作为公开凭证。</p>
          <ul>
            {findings.map(({ kind, count, masked }) => (
              <li>
                {FINDING_NAMES[kind]} {count} 处，如 <code>{masked}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      {file.screening?.coverage !== 'all' && (
        <p class="small">图片中的文字系统无法读取，请自行确认没有身份证号、手机号等个人信息。</p>
      )}
      {uses.length > 0 && (
        <p class="actions">
          {uses.map(({ href, name }) => (
            <a class="button" href={href}>
              {name}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}
