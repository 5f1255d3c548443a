import { Hono } from 'hono';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { dayOf } from '../../../domain/kernel/time.ts';
import { under } from '../../shell/reading/under.ts';
import { given, many, one } from '../forms/form-data.ts';
import { formRoutes, type OperationForms } from '../forms/operation-forms.ts';
import { deskOf, idFrom, placeOf } from '../frames.ts';
import { CircularListPage, CircularPage } from '../pages/circulars.tsx';
import { IssueCircularPage, IssuedCircularPage, ReceivedCircularPage } from '../pages/circulars-desk.tsx';
import { CircularDeskListPage } from '../pages/circulars-list.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

const issue = {
  issue: {
    operation: 'issueCircular',
    read: (sent) => ({
      title: one(sent, 'issue.title'),
      text: one(sent, 'issue.text'),
      recipients: many(sent, 'issue.recipients'),
      readers: one(sent, 'issue.readers'),
      ...given(sent, 'task', 'issue.task'),
      dueOn: one(sent, 'issue.dueOn'),
    }),
    done: '已下发。',
    next: ({ id }, page) => page.replace(/issue$/, id),
  },
} as const satisfies OperationForms;

const issued: OperationForms = {
  ...issue,
  withdraw: {
    operation: 'withdrawCircular',
    read: (sent) => ({ reason: one(sent, 'withdraw.reason') }),
    done: '已撤回。',
  },
};

const reading: OperationForms = {
  read: { operation: 'readCircular', read: () => ({}), done: '已记录您的阅读回执。' },
};

const received: OperationForms = {
  ...reading,
  receive: { operation: 'receiveCircular', read: () => ({}), done: '已签收。' },
  done: {
    operation: 'reportCircularDone',
    read: (sent) => given(sent, 'note', 'done.note'),
    done: '已报告办结。',
  },
};

/** 文件通知: sent down, received, read and acted on. */
export function circularRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings } = services;
  const routes = new Hono<SiteEnv>();
  const desk = '/desk/o/:org';

  routes.get(`${desk}/circulars`, async (c) => {
    const { frame, scope, reader } = await deskOf(c, services);
    const [own, sent] = await Promise.all([
      readings.circulars.issued(scope, reader),
      readings.circulars.received(scope, reader, c.var.now),
    ]);
    return c.html(
      <CircularDeskListPage
        frame={frame}
        organisation={scope.organisation}
        issued={own}
        received={sent}
        today={dayOf(c.var.now)}
      />,
    );
  });

  formRoutes(routes, services, `${desk}/circulars/issue`, issue, async (c, page) => {
    const { frame, scope, organisation } = await deskOf(c, services, addressOf(c, 'circulars/issue'));
    const id = scope.organisation;
    const below = under(await readings.organisations(), id);
    const units = [
      { id, name: `${organisation.shortName}（本组织）` },
      ...below.map((card) => ({ id: card.id, name: card.shortName })),
    ];
    return (<IssueCircularPage frame={frame} organisation={id} units={units} page={page} />).toString();
  });

  formRoutes(routes, services, `${desk}/circulars/:circular`, issued, async (c, page) => {
    const id = idFrom(c, 'circular');
    const { frame, scope, reader } = await deskOf(c, services, addressOf(c, `circulars/${id}`));
    const circular = await readings.circulars.issuedOne(scope, id, reader, c.var.now);
    const { organisation } = scope;
    return (
      <IssuedCircularPage frame={frame} organisation={organisation} circular={circular} page={page} />
    ).toString();
  });

  formRoutes(routes, services, `${desk}/received/:issuer/:circular`, received, async (c, page) => {
    const [issuer, id] = [idFrom(c, 'issuer'), idFrom(c, 'circular')];
    const { frame, scope, reader } = await deskOf(c, services, addressOf(c, `received/${issuer}/${id}`));
    const circular = await readings.circulars.receivedOne(scope, issuer, id, reader, c.var.now);
    const { organisation } = scope;
    return (
      <ReceivedCircularPage frame={frame} organisation={organisation} circular={circular} page={page} />
    ).toString();
  });

  routes.get('/o/:org/circulars', async (c) => {
    if (!c.get('person')) refuse('not-signed-in');
    const { frame, scope, organisation, reader } = await placeOf(c, services);
    const circulars = await readings.circulars.received(scope, reader, c.var.now);
    const { name } = organisation;
    return c.html(
      <CircularListPage
        frame={frame}
        organisation={{ id: scope.organisation, name }}
        circulars={circulars}
      />,
    );
  });

  formRoutes(routes, services, '/o/:org/circulars/:issuer/:circular', reading, async (c, page) => {
    if (!c.get('person')) refuse('not-signed-in');
    const [issuer, id] = [idFrom(c, 'issuer'), idFrom(c, 'circular')];
    const { frame, scope, reader } = await placeOf(
      c,
      services,
      `/o/${c.req.param('org')}/circulars/${issuer}/${id}`,
    );
    const circular = await readings.circulars.receivedOne(scope, issuer, id, reader, c.var.now);
    return (
      <CircularPage frame={frame} organisation={{ id: scope.organisation }} circular={circular} page={page} />
    ).toString();
  });

  return routes;
}

const addressOf = (c: SiteContext, path: string): string => `/desk/o/${c.req.param('org')}/${path}`;
