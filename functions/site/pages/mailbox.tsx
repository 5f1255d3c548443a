import type { MailboxReading } from '../../shell/reading/mailbox-readings.ts';
import { CaseForm, type CaseFormsProps, Reason } from '../components/case-form.tsx';
import { TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseMoment } from '../dates.ts';
import { Done } from './topics.tsx';

interface MailboxProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly mailbox: MailboxReading['mailbox'];
  /** Made by what was just done. */
  readonly secret: string | undefined;
  /** Where mail is handed over. */
  readonly url: string;
  readonly forms: CaseFormsProps;
  readonly done: string | undefined;
}

/** 意见邮箱, for the office that keeps it (TZ-22). */
export function MailboxPage({ frame, organisation, mailbox, secret, url, forms, done }: MailboxProps) {
  return (
    <Page
      frame={frame}
      title="意见邮箱"
      section="desk"
      trail={[{ href: `/desk/o/${organisation}`, name: '工作台' }]}
    >
      <h1>
        意见邮箱 <small lang="en">Opinions by e-mail</small>
      </h1>
      <Done text={done} />
      {secret !== undefined && <Secret secret={secret} />}
      <section class="sheet">
        {mailbox ? (
          <>
            <p>
              邮箱地址：<b>{mailbox.address}</b>
            </p>
            <p>
              {chineseMoment(mailbox.since)} 启用
              {mailbox.previousValidUntil &&
                `，更换前的密钥用到 ${chineseMoment(mailbox.previousValidUntil)}`}
            </p>
          </>
        ) : (
          <p class="empty">尚未启用意见邮箱。</p>
        )}
        <p>
          群众写给这个邮箱的来信登记为“电子邮件”渠道的
          <a href={`/desk/o/${organisation}/opinions`}>意见建议</a>，按期限办理和答复。
        </p>
      </section>
      {mailbox ? (
        <>
          {secret === undefined && (
            <CaseForm props={forms} action="secret" title="更换密钥" folded>
              {() => <p>新密钥只显示一次。更换前的密钥一天内仍有效，请在此期间改好转信程序。</p>}
            </CaseForm>
          )}
          <CaseForm props={forms} action="close" title="停用意见邮箱" folded>
            {(filled) => (
              <Reason
                filled={filled}
                name="close.reason"
                label="停用原因"
                hint="停用后不再收信，现有密钥全部作废。更换邮箱地址，也先停用再启用。"
              />
            )}
          </CaseForm>
        </>
      ) : (
        <CaseForm props={forms} action="open" title="启用意见邮箱" button="启用">
          {(filled) => (
            <TextField
              filled={filled}
              name="open.address"
              label="邮箱地址"
              hint="向群众公布的电子邮箱。系统不登录该邮箱，也不保存邮箱密码。"
              max={254}
            />
          )}
        </CaseForm>
      )}
      <Forwarding url={url} />
    </Page>
  );
}

/** Stands where the form was that asked for it, whose fragment is still in the address. */
const Secret = ({ secret }: { secret: string }) => (
  <section class="note warn" id="secret">
    <h2>转信密钥</h2>
    <p>
      <code>{secret}</code>
    </p>
    <p>离开本页后不再显示，请现在交给转信程序的管理人员。遗失只能更换。</p>
  </section>
);

/** As docs/mail-in.md says. */
const Forwarding = ({ url }: { url: string }) => (
  <section class="sheet">
    <h2>来信如何转入</h2>
    <ol>
      <li>由本单位的邮件系统转信：定时读取邮箱的程序、Amazon SES 收信规则或者邮件网关，都可以。</li>
      <li>
        把每封信整理成 JSON（必有 messageId、from、to），提交到 <code>{url}</code>
      </li>
      <li>
        用密钥按 Standard Webhooks 签名，附 <code>webhook-id</code>、<code>webhook-timestamp</code>、
        <code>webhook-signature</code> 三个请求头。
      </li>
      <li>答 200 即已收下；答 429 或者 5xx 的，稍后原样重交。同一封信只登记一次。</li>
    </ol>
    <p class="small">
      附件只记名称和个数，不要转送；整个请求不超过 128 KB。自动回复和退信不收。转信程序范例见随系统提供的文档
      docs/mail-in.md，字段见<a href="/v1/openapi.json">接口说明</a>。
    </p>
  </section>
);
