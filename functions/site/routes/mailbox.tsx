import { Hono } from 'hono';
import { one } from '../forms/form-data.ts';
import { type FormPage, formRoutes, type OperationForms } from '../forms/operation-forms.ts';
import { deskOf } from '../frames.ts';
import { MailboxPage } from '../pages/mailbox.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

const FORMS: OperationForms = {
  open: {
    operation: 'openMailbox',
    read: (sent) => ({ address: one(sent, 'open.address') }),
    done: '意见邮箱已启用。',
  },
  secret: { operation: 'rotateMailboxSecret', read: () => ({}), done: '密钥已更换。' },
  close: {
    operation: 'closeMailbox',
    read: (sent) => ({ reason: one(sent, 'close.reason') }),
    done: '意见邮箱已停用，原有密钥全部作废。',
  },
};

/** 意见邮箱: set up by the office, and how mail gets from there to here. */
export function mailboxRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, settings } = services;
  const routes = new Hono<SiteEnv>();
  formRoutes(routes, services, '/desk/o/:org/mailbox', FORMS, show);
  return routes;

  async function show(c: SiteContext, { forms, done, secret }: FormPage) {
    const { frame, scope, reader } = await deskOf(c, services, forms.base);
    const { mailbox, streamVersion } = await readings.mailboxes.current(scope, reader, c.var.now);
    return (
      <MailboxPage
        frame={frame}
        organisation={scope.organisation}
        mailbox={mailbox}
        secret={secret}
        url={`${settings.publicUrl}/v1/organisations/${scope.organisation}/mailbox/mails`}
        forms={{ ...forms, version: streamVersion }}
        done={done}
      />
    );
  }
}
