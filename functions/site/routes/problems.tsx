import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { feedbackCommands } from '../../../domain/feedback/commands.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { parseInput } from '../../edge/input.ts';
import { askerOf } from '../asking.ts';
import type { Filled } from '../components/field.tsx';
import { commandKey } from '../forms/command-key.ts';
import { fieldErrors } from '../forms/errors.ts';
import { emptyForm, one, readForm } from '../forms/form-data.ts';
import { deskOf } from '../frames.ts';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

/** 困难问题: an organisation follows what it asks of its superior. */
export function problemRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, feedback, permits, voice } = services;
  const routes = new Hono<SiteEnv>();
  const here = '/desk/o/:org/problems';

  routes.get(here, async (c) => c.html(await page(c, emptyForm())));

  routes.post(here, async (c) => {
    const { scope, organisation } = await deskOf(c, services, c.req.path);
    const sent = await readForm(c);
    const { now, correlation } = c.var;
    try {
      const above = new OrgScope(organisation.superior ?? refuse('not-found'));
      const key = commandKey(sent);
      await feedback.issue(above, voice.receipts.issue(above, key).id, {
        type: 'LeaveFeedback',
        data: parseInput(feedbackCommands.LeaveFeedback, {
          kind: 'problem',
          text: one(sent, 'text'),
          from: { kind: 'organisation', organisation: scope.organisation },
          speaker: 'organisation',
          channel: 'online',
        }),
        actor: await permits.worker(scope, askerOf(c)),
        commandId: key,
        now,
        correlation,
      });
      return c.redirect(`${c.req.path}#main`, 303);
    } catch (error) {
      return c.html(await page(c, { values: sent, errors: fieldErrors(error, (path) => path) }), 422);
    }
  });

  return routes;

  async function page(c: SiteContext, filled: Filled) {
    // Seldom asked for, so that no start waits for it.
    const { ProblemsPage } = await import('../pages/problems.tsx');
    const { frame, scope, reader, superior } = await deskOf(c, services, c.req.path);
    return (
      <ProblemsPage
        frame={frame}
        organisation={scope.organisation}
        superior={superior?.shortName}
        problems={await readings.upward.problems(scope, reader)}
        filled={filled}
        commandId={randomUUID()}
      />
    );
  }
}
