import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { displayCommands } from '../../../domain/display/commands.ts';
import { mayKeep } from '../../../domain/display/display.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { attemptPage } from '../../api/query-schemas.ts';
import { parseInput } from '../../edge/input.ts';
import { askerOf } from '../asking.ts';
import type { LogFilter } from '../components/attempt-log.tsx';
import type { Filled } from '../components/field.tsx';
import { fromLocalInput } from '../dates.ts';
import { commandKey } from '../forms/command-key.ts';
import { fieldErrors } from '../forms/errors.ts';
import { emptyForm, given, one, readForm, type Sent } from '../forms/form-data.ts';
import { deskOf, idFrom } from '../frames.ts';
import { DisplayKeepingPage, type KeepingAction } from '../pages/display-keeping.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

/** Notices that may be sent again with one click; the range takes the others. */
const RECENT = 20;
const LINES = 30;

const ACTIONS = {
  test: { type: 'TestDisplay', read: () => ({}), done: '测试通知已发出，请稍后刷新本页查看结果。' },
  verify: { type: 'VerifyDisplay', read: () => ({}), done: '验证消息已发出，请稍后刷新本页查看结果。' },
  resync: { type: 'ResyncDisplay', read: () => ({}), done: '应有的内容正在逐条重发。' },
  'resend-range': {
    type: 'ResendNotices',
    read: (sent: Sent) => ({
      since: instantIn(sent, 'since'),
      ...(one(sent, 'until') && { until: instantIn(sent, 'until') }),
      ...given(sent, 'status'),
    }),
    done: '所选时间内的通知正在逐条重发。',
  },
  resend: {
    type: 'ResendNotice',
    read: (sent: Sent) => ({ item: one(sent, 'item') }),
    done: '该事项的通知正在重发。',
  },
} as const satisfies Record<KeepingAction, object>;

const isAction = (text: string): text is KeepingAction => Object.hasOwn(ACTIONS, text);

/** What was written there when it is no time, so that the schema can say so. */
const instantIn = (sent: Sent, name: string): string => fromLocalInput(one(sent, name)) ?? one(sent, name);

/** One display for those who look after it: its log, and what may be sent to it again. */
export function displayKeepingRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, displays, permits } = services;
  const routes = new Hono<SiteEnv>();
  const display = '/desk/o/:org/displays/:display';

  routes.get(display, async (c) => {
    const done = c.req.query('done') ?? '';
    return c.html(await page(c, { ...(isAction(done) && { done: ACTIONS[done].done }) }));
  });

  routes.post(`${display}/:action`, async (c) => {
    const action = c.req.param('action') ?? '';
    if (!isAction(action)) return refuse('not-found');
    const sent = await readForm(c);
    const { type, read, done: _done } = ACTIONS[action];
    const { scope } = await deskOf(c, services, pathOf(c));
    const { now, correlation } = c.var;
    try {
      await displays.issue(scope, idFrom(c, 'display'), {
        type,
        data: parseInput(displayCommands[type], read(sent)),
        actor: await permits.worker(scope, askerOf(c)),
        commandId: commandKey(sent),
        now,
        correlation,
      });
      return c.redirect(`${pathOf(c)}?done=${action}#main`, 303);
    } catch (error) {
      const errors = fieldErrors(error, (path) => path);
      return c.html(await page(c, { filled: { values: sent, errors } }), 422);
    }
  });

  return routes;

  async function page(c: SiteContext, extra: { done?: string; filled?: Filled }) {
    const { frame, scope, organisation, superior, reader, person } = await deskOf(c, services, pathOf(c));
    const { now } = c.var;
    const id = idFrom(c, 'display');
    const filter = c.req.method === 'GET' ? filterOf(c) : NO_FILTER;
    const [known, { deliveries }, attempts] = await Promise.all([
      readings.displays.all(scope, reader),
      readings.displays.deliveries(scope, id, reader, { limit: RECENT }),
      readings.displays.attempts(scope, id, reader, now, queryOf(filter, c.req.query('after'))),
    ]);
    return (
      <DisplayKeepingPage
        frame={frame}
        now={now}
        organisation={scope.organisation}
        display={known.find((each) => each.id === id) ?? refuse('not-found')}
        deliveries={deliveries}
        attempts={attempts}
        filter={filter}
        keeps={mayKeep({ organisation, ...(superior && { superior }) }, person, now)}
        commandId={randomUUID()}
        filled={emptyForm()}
        {...extra}
      />
    );
  }
}

const NO_FILTER: LogFilter = { outcome: '', kind: '', type: '', since: '' };

const filterOf = (c: SiteContext): LogFilter => ({
  outcome: c.req.query('outcome') ?? '',
  kind: c.req.query('kind') ?? '',
  type: c.req.query('type') ?? '',
  since: c.req.query('since') ?? '',
});

/** @throws MalformedInput */
function queryOf({ since, ...filter }: LogFilter, after: string | undefined) {
  const chosen = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
  const from = since === '' ? {} : { since: fromLocalInput(since) ?? since };
  return parseInput(attemptPage, { ...chosen, ...from, limit: LINES, ...(after && { after }) });
}

const pathOf = (c: SiteContext): string => `/desk/o/${c.req.param('org')}/displays/${c.req.param('display')}`;
