import { Hono } from 'hono';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import type { DeskTask } from '../../shell/reading/desks.ts';
import type { Membership } from '../../shell/reading/organisation-reading.ts';
import { chooseSeat } from '../asking.ts';
import { one, readForm } from '../forms/form-data.ts';
import { frameOf } from '../frames.ts';
import { DeskPage, type DeskProps } from '../pages/desk.tsx';
import { localPath } from '../preferences.ts';
import type { SiteEnv, SiteServices } from '../services.ts';

/** 我的待办, over every organisation in which the person has anything to do. */
export function deskRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings } = services;
  const routes = new Hono<SiteEnv>();

  routes.get('/desk', async (c) => {
    const { person } = c.get('person') ?? refuse('not-signed-in');
    const { now } = c.var;
    const [frame, memberships] = await Promise.all([
      frameOf(c, services),
      readings.membershipsOf(person, now),
    ]);
    const offices = memberships.filter(({ seats }) => seats.length > 0);
    const [tasks, halves] = await Promise.all([
      Promise.all(memberships.map(({ id }) => readings.desk(new OrgScope(id), person, now))),
      Promise.all(offices.map((office) => halvesOf(office, person, now))),
    ]);
    return c.html(
      <DeskPage
        frame={frame}
        now={now}
        offices={offices.map(({ id, name, seats }) => ({
          id,
          name,
          seats: seats.map((s) => s.title).join('、'),
        }))}
        groups={groupsOf(tasks.flat())}
        halfPairs={halves.flat()}
      />,
    );
  });

  routes.post('/desk/o/:org/seat', async (c) => {
    const sent = await readForm(c);
    await chooseSeat(c, services, one(sent, 'seat'));
    return c.redirect(localPath(one(sent, 'next')), 303);
  });

  return routes;

  async function halvesOf(
    { id, shortName }: Membership,
    person: string,
    now: string,
  ): Promise<DeskProps['halfPairs']> {
    const scope = new OrgScope(id);
    const reader = await readings.reader(scope, person, now);
    const halves = await readings.items.halfPairs(scope, reader);
    return halves.map((half) => ({
      organisation: { id, name: shortName },
      item: half.id,
      title: half.title,
      missing: half.missing === 'result' ? '缺落实结果' : '缺计划',
    }));
  }
}

/** By kind of task. What is late or waits already comes before what is due on a later day. */
function groupsOf(tasks: readonly DeskTask[]): DeskProps['groups'] {
  const urgency = ({ due, since }: DeskTask) => due ?? since;
  const sorted = tasks.toSorted((a, b) => (urgency(a) < urgency(b) ? -1 : 1));
  return [...Map.groupBy(sorted, ({ name }) => name)].map(([name, group]) => ({ name, tasks: group }));
}
