import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { type DocumentTypes, findDocumentType } from '../../../domain/catalogue/document-types.ts';
import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import { warningsFor } from '../../../domain/catalogue/row-warnings.ts';
import { findRow } from '../../../domain/catalogue/state.ts';
import { itemCommands } from '../../../domain/item/commands.ts';
import type { ItemContent } from '../../../domain/item/content.ts';
import { isOutlined, OUTLINES } from '../../../domain/item/outlines.ts';
import { latest } from '../../../domain/item/state.ts';
import { Refusal, refuse } from '../../../domain/kernel/refusal.ts';
import { idFor } from '../../api/ids.ts';
import { parseInput } from '../../edge/input.ts';
import { loadCatalogue } from '../../shell/load-catalogue.ts';
import { askerOf } from '../asking.ts';
import type { Filled } from '../components/field.tsx';
import { commandKey, seenVersion } from '../forms/command-key.ts';
import { contentField, contentOf, valuesOf } from '../forms/content-form.ts';
import { startingContent } from '../forms/defaults.ts';
import { fieldErrors } from '../forms/errors.ts';
import { emptyForm, many, one, readForm, type Sent } from '../forms/form-data.ts';
import { deskOf, idFrom, itemDeskOf } from '../frames.ts';
import { lastContentOf } from '../last-item.ts';
import { ProposeContentPage, type ProposeContentProps } from '../pages/propose-content.tsx';
import { ProposeRowPage, wordsOf } from '../pages/propose-row.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

type Desk = Awaited<ReturnType<typeof deskOf>>;

/** Screens one and two of a proposal, and the same form for changing a draft and for disclosing again. */
export function proposeRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, items, permits, aggregates } = services;
  const routes = new Hono<SiteEnv>();
  const propose = '/desk/o/:org/propose';
  const item = '/desk/o/:org/items/:item';

  routes.get(propose, async (c) => {
    const { scope, reader, frame } = await deskOf(c, services);
    const query = (c.req.query('q') ?? '').trim();
    const words = query.toLowerCase().split(/\s+/);
    const rows = (await readings.catalogue(scope, reader)).filter(({ row }) =>
      words.every((word) => wordsOf(row).toLowerCase().includes(word)),
    );
    return c.html(
      <ProposeRowPage frame={frame} organisation={{ id: scope.organisation }} rows={rows} query={query} />,
    );
  });

  routes.get(`${propose}/:row`, async (c) => {
    const desk = await deskOf(c, services);
    const [row, types] = await Promise.all([rowOf(desk, idFrom(c, 'row')), typesFor()]);
    const last = await lastContentOf(services, desk, row.id);
    const outline = c.req.query('outline') ?? '';
    const start = {
      ...startingContent(row, desk.organisation, desk.person, c.var.now, types, last),
      ...(isOutlined(outline) &&
        findDocumentType(types, outline) && { documentType: outline, ...OUTLINES[outline] }),
    };
    return page(desk, row, {
      filled: emptyForm(valuesOf(start)),
      types,
      action: c.req.path,
      hidden: { command: randomUUID() },
      offersOutlines: true,
      ...(last && { filledFrom: { title: last.title } }),
    }).then((html) => c.html(html));
  });

  routes.post(`${propose}/:row`, async (c) => {
    const desk = await deskOf(c, services);
    const [row, types] = await Promise.all([rowOf(desk, idFrom(c, 'row')), typesFor()]);
    const write = async (sent: Sent, key: string) => {
      const id = idFor(desk.scope.organisation, key);
      const data = parseInput(itemCommands.ProposeItem, contentOf(sent, row.id, types));
      await issue(c, desk, id, sent, { type: 'ProposeItem', data, isNew: true });
      return id;
    };
    return answer(c, desk, row, write, { types });
  });

  routes.get(`${item}/edit`, async (c) => {
    const { desk, row, content, streamVersion } = await draftOf(c);
    const html = await page(desk, row, {
      filled: emptyForm(withAttached(c, valuesOf(content))),
      types: await typesFor(content),
      uploads: await uploadsOf(c, desk),
      action: c.req.path,
      hidden: { command: randomUUID(), version: String(streamVersion), item: idFrom(c, 'item') },
    });
    return c.html(html);
  });

  routes.post(`${item}/edit`, async (c) => {
    const { desk, row, content } = await draftOf(c);
    const id = idFrom(c, 'item');
    const types = await typesFor(content);
    const amend = async (sent: Sent) => {
      const data = parseInput(itemCommands.AmendItem, contentOf(sent, row.id, types));
      await issue(c, desk, id, sent, { type: 'AmendItem', data });
      return id;
    };
    return answer(c, desk, row, amend, { types, uploads: await uploadsOf(c, desk) });
  });

  routes.get(`${item}/revise`, async (c) => {
    const { desk, row, content, streamVersion } = await draftOf(c);
    const html = await page(desk, row, {
      filled: emptyForm(withAttached(c, valuesOf(content))),
      types: await typesFor(content),
      uploads: await uploadsOf(c, desk),
      action: c.req.path,
      hidden: { command: randomUUID(), version: String(streamVersion), item: idFrom(c, 'item') },
      revision: await revisionOf(c, desk),
    });
    return c.html(html);
  });

  routes.post(`${item}/revise`, async (c) => {
    const { desk, row, content } = await draftOf(c);
    const id = idFrom(c, 'item');
    const types = await typesFor(content);
    const revision = await revisionOf(c, desk);
    const revise = async (sent: Sent) => {
      const data = parseInput(itemCommands.ReviseItem, {
        content: contentOf(sent, row.id, types),
        reason: one(sent, 'reason'),
        answers: many(sent, 'answers'),
      });
      await issue(c, desk, id, sent, { type: 'ReviseItem', data });
      return id;
    };
    return answer(c, desk, row, revise, { types, revision, uploads: await uploadsOf(c, desk) });
  });

  return routes;

  async function rowOf({ scope }: Desk, id: string): Promise<CatalogueRow> {
    const { state } = await loadCatalogue(aggregates, scope);
    return findRow(state, id) ?? refuse('not-found');
  }

  /** What a text may be written as: the types in force, and the one that the item has already. */
  async function typesFor(content?: ItemContent): Promise<DocumentTypes> {
    const { documentTypes } = await readings.catalogues.current();
    return documentTypes.filter(({ id, retired }) => !retired || id === content?.documentType);
  }

  /** The newest content of an item, to be changed. */
  async function draftOf(c: SiteContext) {
    const { work, reading, ...desk } = await itemDeskOf(c, services);
    const { content } = latest(work.item);
    return { desk, content, streamVersion: reading.streamVersion, row: await rowOf(desk, content.row) };
  }

  /** What passed its inspection, and where more is uploaded. */
  async function uploadsOf(c: SiteContext, { scope, reader }: Desk) {
    const id = idFrom(c, 'item');
    const files = await readings.items.uploads(scope, id, reader);
    const href = `/desk/o/${scope.organisation}/items/${id}/files`;
    return { files: files.filter(({ stage }) => stage === 'accepted'), href };
  }

  async function revisionOf(c: SiteContext, { scope, reader }: Desk) {
    const cards = await readings.opinions.all(scope, reader, idFrom(c, 'item'));
    return { opinions: cards.map(({ id, excerpt }) => ({ id, text: excerpt })) };
  }

  async function issue(
    c: SiteContext,
    { scope }: Desk,
    id: string,
    sent: Sent,
    command: Pick<Parameters<typeof items.issue>[2], 'type' | 'data' | 'isNew'>,
  ): Promise<void> {
    const { now, correlation } = c.var;
    await items.issue(scope, id, {
      ...command,
      actor: await permits.worker(scope, askerOf(c), (asked) => permits.isAsked(scope, id, asked)),
      commandId: commandKey(sent),
      expectedVersion: seenVersion(sent),
      now,
      correlation,
    });
  }

  /** On to the third screen; or the form again, with what was wrong beside its field and nothing typed in vain. */
  async function answer(
    c: SiteContext,
    desk: Desk,
    row: CatalogueRow,
    write: (sent: Sent, key: string) => Promise<string>,
    extra: Pick<ProposeContentProps, 'types' | 'revision' | 'uploads'>,
  ): Promise<Response> {
    const sent = await readForm(c);
    try {
      const id = await write(sent, commandKey(sent));
      return c.redirect(`/desk/o/${desk.scope.organisation}/items/${id}/check`, 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const find = contentField(sent);
      const errors = fieldErrors(error, (path) =>
        find(path.replace(/^content\./, '').replace(/^answers\.\d+$/, 'answers')),
      );
      const filled: Filled = { values: sent, errors };
      const { current } = error.details;
      const kept = Object.fromEntries(
        ['version', 'item'].filter((name) => one(sent, name)).map((name) => [name, one(sent, name)]),
      );
      const html = await page(desk, row, {
        filled,
        action: c.req.path,
        hidden: {
          ...kept,
          // Told that somebody was faster, the person may insist; so the form now names the version they were told of.
          ...(typeof current === 'number' && kept.version && { version: String(current) }),
          command: randomUUID(),
        },
        ...extra,
      });
      return c.html(html, 422);
    }
  }

  async function page(
    { scope, reader, frame, organisation }: Desk,
    row: CatalogueRow,
    rest: Pick<
      ProposeContentProps,
      'filled' | 'types' | 'action' | 'hidden' | 'offersOutlines' | 'filledFrom' | 'revision' | 'uploads'
    >,
  ) {
    const [halves, decisions, { forms }] = await Promise.all([
      readings.items.halfPairs(scope, reader),
      readings.decisions.all(scope, reader),
      readings.catalogues.current(),
    ]);
    return (
      <ProposeContentPage
        frame={{ ...frame, here: rest.action }}
        organisation={{ id: scope.organisation }}
        row={row}
        warnings={warningsFor(row, forms)}
        people={Object.values(organisation.people).map(({ id, name }) => ({ id, name }))}
        decisions={decisions.filter(({ withdrawn }) => !withdrawn)}
        plans={halves.filter(({ missing }) => missing === 'result').map(({ id, title }) => ({ id, title }))}
        vocabulary={forms.map(({ name }) => name)}
        {...rest}
      />
    );
  }
}

/** With the file ticked that the person has just uploaded. */
function withAttached(c: SiteContext, values: Filled['values']): Filled['values'] {
  const { attachments = [] } = values;
  const ticked = [attachments, c.req.query('attach') ?? []].flat();
  return { ...values, attachments: ticked };
}
