import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { fileCommands } from '../../../domain/file/commands.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { idFor } from '../../api/ids.ts';
import { parseInput } from '../../edge/input.ts';
import { fileById } from '../../shell/reading/file-reading.ts';
import { askerOf } from '../asking.ts';
import type { Filled } from '../components/field.tsx';
import { offersFor } from '../desk-actions.ts';
import { commandKey } from '../forms/command-key.ts';
import { fieldErrors } from '../forms/errors.ts';
import { emptyForm, one, readForm, type Sent } from '../forms/form-data.ts';
import { idFrom, itemDeskOf } from '../frames.ts';
import { FilesPage, UploadPage } from '../pages/files.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';
import { thumbnail, toLink } from './files.ts';

type ItemDesk = Awaited<ReturnType<typeof itemDeskOf>>;

/** Files of an item for those who work on it. An upload takes two steps, since only a known file gets its form. */
export function deskFileRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, files, access, permits, aggregates, settings } = services;
  const routes = new Hono<SiteEnv>();
  const all = '/desk/o/:org/items/:item/files';

  routes.get(all, async (c) => c.html(await filesPage(c, emptyForm())));

  routes.post(all, async (c) => {
    const sent = await readForm(c);
    try {
      return c.redirect(`${itemPath(c)}/files/${await request(c, sent)}`, 303);
    } catch (error) {
      return c.html(await filesPage(c, { values: sent, errors: fieldErrors(error, (path) => path) }), 422);
    }
  });

  routes.get(`${all}/:file`, async (c) => {
    const desk = await itemDeskOf(c, services, `${itemPath(c)}/files`);
    const open = await fileOn(c, desk);
    const file = await readings.items.upload(desk.scope, open.id, { ...desk.reader, official: true });
    const { organisation } = desk.scope;
    const here = `${itemPath(c)}/files/${open.id}`;
    const upload = access.upload(organisation, open, c.var.now, `${settings.publicUrl}${here}?sent=1`);
    return c.html(
      <UploadPage
        frame={desk.frame}
        item={itemOn(c, desk)}
        file={file}
        upload={upload}
        sent={c.req.query('sent') !== undefined}
        uses={usesFor(c, desk, open.id)}
      />,
    );
  });

  routes.get(`${all}/:file/content`, async (c) => {
    const desk = await itemDeskOf(c, services);
    return toLink(c, access.link(desk.scope.organisation, await fileOn(c, desk), c.var.now).url);
  });

  routes.get(`${all}/:file/thumbnail`, async (c) => {
    const desk = await itemDeskOf(c, services);
    return thumbnail(c, services, desk.scope.organisation, await fileOn(c, desk));
  });

  return routes;

  async function request(c: SiteContext, sent: Sent): Promise<string> {
    const { scope } = await itemDeskOf(c, services);
    const item = idFrom(c, 'item');
    const key = commandKey(sent);
    const id = idFor(scope.organisation, key);
    const { now, correlation } = c.var;
    await files.issue(scope, id, {
      type: 'RequestUpload',
      data: parseInput(fileCommands.RequestUpload, { name: one(sent, 'name'), item }),
      actor: await permits.worker(scope, askerOf(c), (asked) => permits.isAsked(scope, item, asked)),
      commandId: key,
      isNew: true,
      now,
      correlation,
    });
    return id;
  }

  /** One that was uploaded for this item, or that it names. */
  async function fileOn(c: SiteContext, { scope, reading }: ItemDesk) {
    const id = idFrom(c, 'file');
    const file = (await fileById(aggregates, scope, id)) ?? refuse('not-found');
    const isOurs = file.item === reading.id || reading.files.some((each) => each.id === id);
    return isOurs ? { id, file } : refuse('not-found');
  }

  async function filesPage(c: SiteContext, filled: Filled) {
    const desk = await itemDeskOf(c, services, `${itemPath(c)}/files`);
    return (
      <FilesPage
        frame={desk.frame}
        item={itemOn(c, desk)}
        files={await readings.items.uploads(desk.scope, desk.reading.id, desk.reader)}
        filled={filled}
        hidden={{ command: randomUUID() }}
      />
    );
  }

  function itemOn(c: SiteContext, { work }: ItemDesk) {
    return { title: work.item.versions.at(-1)?.content.title ?? '', href: itemPath(c) };
  }

  /** Where this person may put the file to use now. */
  function usesFor(c: SiteContext, { work, tenants, person }: ItemDesk, id: string) {
    const { actions } = offersFor(work.item, tenants, person, c.var.now);
    const use = (path: string, name: string) => ({ href: `${itemPath(c)}${path}`, name });
    return [
      ...(actions.has('edit') ? [use(`/edit?attach=${id}#f-attachments`, '列为附件')] : []),
      ...(actions.has('revise') ? [use(`/revise?attach=${id}#f-attachments`, '列为再公开的附件')] : []),
      ...(actions.has('proof') ? [use(`?attach=${id}#proof`, '登记为公开凭证')] : []),
    ];
  }
}

const itemPath = (c: SiteContext): string => `/desk/o/${c.req.param('org')}/items/${c.req.param('item')}`;
