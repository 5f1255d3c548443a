import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { COMMAND_OPERATIONS, type CommandOperation } from '../../api/operations.ts';
import { fieldsFromPath } from '../../api/routing.ts';
import { parseInput } from '../../edge/input.ts';
import type { OpenIssuers } from '../../issuing/issuers.ts';
import type { Issued } from '../../issuing/request.ts';
import { requestOf } from '../asking.ts';
import type { CaseFormsProps } from '../components/case-form.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';
import { commandKey, seenVersion } from './command-key.ts';
import { fieldErrors } from './errors.ts';
import { readForm, type Sent } from './form-data.ts';

/** A form of a page that becomes one operation of the API. */
export interface OperationForm {
  /** `id` of the operation. Its schema checks what was meant. */
  readonly operation: string;
  /** What was meant, still unchecked. Fields of a form are named `<action>.<path in the data>`. */
  read(sent: Sent): object;
  /** Whose operation it is; that of the organisation in the address when absent. */
  organisation?(sent: Sent): string;
  /** What to tell the person once it is done. */
  readonly done: string;
  /** Where they find it then; the page of the form when absent. */
  next?(issued: Issued, page: string): string;
}
export type OperationForms = Readonly<Record<string, OperationForm>>;

/** How a page with forms is to be shown. */
export interface FormPage {
  /** Goes to `CaseForm`. */
  readonly forms: CaseFormsProps;
  /** What was just done here. */
  readonly done: string | undefined;
  /** A secret that what was just done has made: told in this answer and nowhere else. */
  readonly secret?: string;
}

type PageContent = string | Promise<string>;

/**
 * `GET at` shows the page, `POST at/<action>` issues the operation of that form and leads back, or shows the page again
 * with what was refused, or with a secret that was made.
 *
 * @param show must itself refuse whoever may not see the page
 */
export function formRoutes(
  routes: Hono<SiteEnv>,
  services: Pick<SiteServices, 'issuers'>,
  at: string,
  forms: OperationForms,
  show: (c: SiteContext, page: FormPage) => Promise<PageContent>,
): void {
  routes.get(at, async (c) => {
    const form = forms[c.req.query('done') ?? ''];
    return c.html(await show(c, { forms: formsAt(c.req.path), done: form?.done }));
  });

  routes.post(`${at}/:action`, async (c) => {
    const action = c.req.param('action') ?? '';
    const form = Object.hasOwn(forms, action) ? forms[action] : undefined;
    if (!form) return refuse('not-found');
    const page = c.req.path.slice(0, c.req.path.lastIndexOf('/'));
    const sent = await readForm(c);
    try {
      const issued = await issue(c, services.issuers, form, sent);
      const { secret } = issued;
      // An address that leads back to it would be kept in a history; this answer is not.
      if (secret !== undefined)
        return c.html(await show(c, { forms: formsAt(page), done: form.done, secret }));
      return c.redirect(`${form.next?.(issued, page) ?? page}?done=${action}#main`, 303);
    } catch (error) {
      const errors = fieldErrors(error, (path) => (path === '' ? '' : `${action}.${path}`));
      const refused = { action, filled: { values: sent, errors } };
      return c.html(await show(c, { forms: { ...formsAt(page), refused }, done: undefined }), 422);
    }
  });
}

const formsAt = (base: string): CaseFormsProps => ({ base, commandId: randomUUID() });

async function issue(
  c: SiteContext,
  issuers: OpenIssuers,
  { operation: id, read, organisation }: OperationForm,
  sent: Sent,
): Promise<Issued> {
  const operation = operationOf(id);
  const { org = '', ...others } = c.req.param() as Record<string, string>;
  const body = parseInput(await operation.body(), read(sent));
  const data = { ...body, ...fieldsFromPath(operation, others) };
  if (!c.get('person')) refuse('not-signed-in');
  return issuers[operation.aggregate as keyof OpenIssuers](
    requestOf(c, {
      command: operation.command,
      data,
      parameters: { ...others, organisation: organisation?.(sent) ?? org },
      key: commandKey(sent),
      expectedVersion: seenVersion(sent),
    }),
  );
}

function operationOf(id: string): CommandOperation {
  const operation = COMMAND_OPERATIONS.find((each) => each.id === id);
  if (!operation) throw new Error(`no operation ${id}`);
  return operation;
}
