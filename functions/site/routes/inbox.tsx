import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { RobotCard } from '../../../domain/alert/card.ts';
import { dutyCommands } from '../../../domain/duty/commands-schema.ts';
import { isPeriodName } from '../../../domain/duty/period.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { dayOf } from '../../../domain/kernel/time.ts';
import { parseInput } from '../../edge/input.ts';
import { dutiesIn, inboxOf } from '../../shell/reading/inbox.ts';
import { rowsUnder } from '../../shell/reading/rows.ts';
import { askerOf } from '../asking.ts';
import { commandKey } from '../forms/command-key.ts';
import { one, readForm, type Sent } from '../forms/form-data.ts';
import { deskOf, frameOf, idFrom, scopeFrom } from '../frames.ts';
import { RobotsPage } from '../pages/robots.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

/** What a person was told, and what they say to it; and the groups that are told as well. */
export function inboxRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, views, aggregates, permits, digests, ledgers } = services;
  const routes = new Hono<SiteEnv>();
  const reminder = '/desk/o/:org/reminders/:reminder';

  routes.get('/desk/reminders', async (c) => {
    const person = personOf(c);
    const { now } = c.var;
    const memberships = await readings.membershipsOf(person, now);
    const [frame, reminders] = await Promise.all([
      frameOf(c, services),
      inboxOf(views, person, memberships, dayOf(now)),
    ]);
    const duties = await dutiesIn(aggregates, reminders);
    // Looked at after a start, never by it.
    const { InboxPage } = await import('../pages/inbox.tsx');
    return c.html(
      <InboxPage frame={frame} now={now} reminders={reminders} duties={duties} commandId={randomUUID()} />,
    );
  });

  routes.post(`${reminder}/reading`, async (c) => {
    const person = personOf(c);
    const scope = scopeFrom(c);
    const id = idFrom(c, 'reminder');
    await digests.issue(scope, id, {
      type: 'ReadDigest',
      data: {},
      actor: { kind: 'person', person, organisation: scope.organisation },
      ...occasionOf(c, commandKey(await readForm(c))),
    });
    return c.redirect(`/desk/reminders#${scope.organisation}-${id}`, 303);
  });

  routes.post(`${reminder}/acknowledgement`, (c) =>
    keep(c, 'AcknowledgeDuty', (sent) => ({ duty: one(sent, 'duty') })),
  );

  routes.post(`${reminder}/snooze`, (c) =>
    keep(c, 'SnoozeDuty', (sent) => ({ duty: one(sent, 'duty'), until: one(sent, 'until') })),
  );

  routes.get('/desk/o/:org/robots', async (c) => {
    const { frame, scope } = await deskOf(c, services);
    const rows = rowsUnder(views, scope.partition('ROBOT'));
    const robots = await Array.fromAsync(rows, ({ card }) => card as RobotCard);
    return c.html(<RobotsPage frame={frame} robots={robots} />);
  });

  return routes;

  /** What a keeper of the ledger says to a duty that they were reminded of. */
  async function keep(
    c: SiteContext,
    type: 'AcknowledgeDuty' | 'SnoozeDuty',
    read: (sent: Sent) => object,
  ): Promise<Response> {
    const scope = scopeFrom(c);
    const sent = await readForm(c);
    const period = one(sent, 'period');
    if (!isPeriodName(period)) refuse('not-found');
    const actor = await permits.worker(scope, askerOf(c));
    await ledgers.issue(scope, period, {
      type,
      data: parseInput(dutyCommands[type], read(sent)),
      actor,
      ...occasionOf(c, commandKey(sent)),
    });
    return c.redirect(`/desk/reminders#${scope.organisation}-${idFrom(c, 'reminder')}`, 303);
  }
}

const personOf = (c: SiteContext): string => c.get('person')?.person ?? refuse('not-signed-in');

const occasionOf = (c: SiteContext, commandId: string) => ({
  commandId,
  now: c.var.now,
  correlation: c.var.correlation,
});
