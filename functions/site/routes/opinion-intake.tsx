import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { feedbackCommands } from '../../../domain/feedback/commands.ts';
import { parseInput } from '../../edge/input.ts';
import { askerOf } from '../asking.ts';
import type { Filled } from '../components/field.tsx';
import { commandKey } from '../forms/command-key.ts';
import { fieldErrors } from '../forms/errors.ts';
import { emptyForm, given, one, readForm, type Sent } from '../forms/form-data.ts';
import { deskOf } from '../frames.ts';
import { IntakePage } from '../pages/opinion-intake.tsx';
import { ReceivedPage } from '../pages/opinions.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

/** 登记线下意见. The slip with the receipt code may be handed to whoever spoke. */
export function opinionIntakeRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, feedback, permits, voice } = services;
  const routes = new Hono<SiteEnv>();
  const here = '/desk/o/:org/opinions/new';

  routes.get(here, async (c) => {
    const start = { channel: 'box', kind: 'opinion', speaker: 'parent', 'atOnce.kind': 'none' };
    return c.html(await page(c, emptyForm(start)));
  });

  routes.post(here, async (c) => {
    const { frame, scope } = await deskOf(c, services, c.req.path);
    const sent = await readForm(c);
    const { now, correlation } = c.var;
    try {
      const key = commandKey(sent);
      const receipt = voice.receipts.issue(scope, key);
      const { state } = await feedback.issue(scope, receipt.id, {
        type: 'LeaveFeedback',
        data: parseInput(feedbackCommands.LeaveFeedback, readIntake(sent)),
        actor: await permits.worker(scope, askerOf(c)),
        commandId: key,
        now,
        correlation,
      });
      const back = { href: `/desk/o/${scope.organisation}/opinions`, name: '意见建议' };
      const told = { dueOn: state?.dueOn ?? '', code: receipt.code, back };
      return c.html(<ReceivedPage frame={frame} organisation={scope.organisation} {...told} />);
    } catch (error) {
      return c.html(await page(c, { values: sent, errors: fieldErrors(error, (path) => path) }), 422);
    }
  });

  return routes;

  async function page(c: SiteContext, filled: Filled) {
    const { frame, scope, reader, organisation } = await deskOf(c, services, c.req.path);
    const { lines } = await readings.board(scope, reader, { limit: 50 });
    return (
      <IntakePage
        frame={frame}
        organisation={scope.organisation}
        filled={filled}
        people={Object.values(organisation.people).map(({ id, name }) => ({ value: id, name }))}
        items={lines.map(({ id, title }) => ({ value: id, name: title }))}
        commandId={randomUUID()}
      />
    );
  }
}

function readIntake(sent: Sent): object {
  const name = one(sent, 'from.name');
  const kind = one(sent, 'atOnce.kind');
  return {
    ...given(sent, 'item'),
    ...(one(sent, 'kind') === 'proposal' && { kind: 'proposal' }),
    text: one(sent, 'text'),
    from: name === '' ? { kind: 'anonymous' } : { kind: 'signed', name },
    speaker: one(sent, 'speaker'),
    channel: one(sent, 'channel'),
    ...(kind !== '' &&
      kind !== 'none' && { atOnce: { kind, ...AT_ONCE[kind as keyof typeof AT_ONCE]?.(sent) } }),
  };
}

const AT_ONCE = {
  answered: (sent: Sent) => ({ text: one(sent, 'atOnce.text'), outcome: one(sent, 'atOnce.outcome') }),
  raised: (sent: Sent) => ({ reason: one(sent, 'atOnce.reason') }),
  assigned: (sent: Sent) => ({
    owner: one(sent, 'atOnce.owner'),
    ...given(sent, 'department', 'atOnce.department'),
    ...given(sent, 'dueOn', 'atOnce.dueOn'),
  }),
};
