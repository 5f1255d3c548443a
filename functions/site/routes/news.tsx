import { Hono } from 'hono';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { NEWS_STREAMS, type NewsStream } from '../../../domain/news/vocabulary.ts';
import { given, one, type Sent, whole } from '../forms/form-data.ts';
import { formRoutes, type OperationForms } from '../forms/operation-forms.ts';
import { deskOf, idFrom, placeOf } from '../frames.ts';
import { NewsListPage, NewsPage } from '../pages/news.tsx';
import { NewsDeskListPage, WriteNewsPage } from '../pages/news-desk.tsx';
import { NewsDeskPage } from '../pages/news-work.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

const PAGE = 20;

const writtenIn = (sent: Sent, action: 'write' | 'correct') => ({
  title: one(sent, `${action}.title`),
  text: one(sent, `${action}.text`),
  audience: one(sent, `${action}.audience`),
  notSecret: one(sent, `${action}.notSecret`) === 'yes',
});

const write: OperationForms = {
  write: {
    operation: 'writeNews',
    read: (sent) => ({ stream: one(sent, 'write.stream'), ...writtenIn(sent, 'write') }),
    done: '已提交审核，由其他人审查后发布。',
    next: ({ id }, page) => page.replace(/write$/, id),
  },
};

const handle: OperationForms = {
  ...write,
  correct: {
    operation: 'correctNews',
    read: (sent) => ({ ...writtenIn(sent, 'correct'), ...given(sent, 'correction', 'correct.correction') }),
    done: '新版本已提交审核。',
  },
  mask: {
    operation: 'maskNewsFinding',
    read: (sent) => ({ finding: one(sent, 'finding') }),
    done: '已遮盖。',
  },
  justify: {
    operation: 'justifyNewsFinding',
    read: (sent) => ({ finding: one(sent, 'finding'), reason: one(sent, 'justify.reason') }),
    done: '已记录保留的理由。',
  },
  release: {
    operation: 'releaseNews',
    read: (sent) => ({
      version: whole(sent, 'release.version'),
      notSecret: one(sent, 'release.notSecret') === 'yes',
    }),
    done: '已审查并发布。',
  },
  return: {
    operation: 'returnNews',
    read: (sent) => ({ reason: one(sent, 'return.reason') }),
    done: '已退回撰写人。',
  },
  down: {
    operation: 'takeDownNews',
    read: (sent) => ({ reason: one(sent, 'down.reason') }),
    done: '已撤下。',
  },
};

/** 动态: written, checked and told, beside what the catalogue asks for (LY-11). */
export function newsRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings } = services;
  const routes = new Hono<SiteEnv>();
  const desk = '/desk/o/:org/news';

  routes.get('/o/:org/news', async (c) => {
    const { frame, scope, organisation, reader } = await placeOf(c, services);
    const [stream, after] = [streamIn(c), c.req.query('after')];
    // As a reader, also whoever works here: what waits is found on the desk.
    const [labels, { news, next }] = await Promise.all([
      readings.news.labels(scope),
      readings.news.page(scope, { ...reader, official: false }, { limit: PAGE, after, stream }),
    ]);
    return c.html(
      <NewsListPage
        frame={frame}
        organisation={{ id: scope.organisation, name: organisation.name }}
        labels={labels}
        stream={stream}
        news={news}
        next={next}
        isFirst={after === undefined}
      />,
    );
  });

  routes.get('/o/:org/news/:news', async (c) => {
    const { frame, scope, organisation, reader } = await placeOf(c, services);
    const { label, shown } = await readings.news.one(scope, idFrom(c, 'news'), {
      ...reader,
      official: false,
    });
    return c.html(
      <NewsPage
        frame={frame}
        organisation={{ id: scope.organisation, name: organisation.name }}
        label={label}
        shown={shown ?? refuse('not-found')}
      />,
    );
  });

  routes.get(desk, async (c) => {
    const { frame, scope, reader } = await deskOf(c, services);
    const after = c.req.query('after');
    const { news, next } = await readings.news.page(scope, reader, { limit: PAGE, after });
    return c.html(
      <NewsDeskListPage
        frame={frame}
        organisation={scope.organisation}
        news={news}
        next={next}
        isFirst={after === undefined}
      />,
    );
  });

  formRoutes(routes, services, `${desk}/write`, write, async (c, page) => {
    const { frame, scope } = await deskOf(c, services, addressOf(c, 'news/write'));
    const labels = await readings.news.labels(scope);
    return (
      <WriteNewsPage frame={frame} organisation={scope.organisation} labels={labels} page={page} />
    ).toString();
  });

  formRoutes(routes, services, `${desk}/:news`, handle, async (c, page) => {
    const id = idFrom(c, 'news');
    const { frame, scope, reader, organisation, person } = await deskOf(
      c,
      services,
      addressOf(c, `news/${id}`),
    );
    const news = await readings.news.one(scope, id, reader);
    const names = Object.fromEntries(Object.values(organisation.people).map((each) => [each.id, each.name]));
    return (
      <NewsDeskPage
        frame={frame}
        organisation={scope.organisation}
        news={news}
        names={names}
        isOwn={news.work?.versions.some(({ written }) => written.by === person) ?? false}
        page={page}
      />
    ).toString();
  });

  return routes;
}

const streamIn = (c: SiteContext): NewsStream | undefined =>
  NEWS_STREAMS.find((stream) => stream === c.req.query('stream'));

const addressOf = (c: SiteContext, path: string): string => `/desk/o/${c.req.param('org')}/${path}`;
