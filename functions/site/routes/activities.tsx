import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { ACTIVITY_KINDS, type ActivityKind } from '../../../domain/activity/vocabulary.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { dayOf } from '../../../domain/kernel/time.ts';
import { lazily } from '../../api/lazily.ts';
import { ACTIVITY_FORMS, RECORD_FORMS } from '../forms/activity-forms.ts';
import { bookReception } from '../forms/booking.ts';
import { fieldErrors } from '../forms/errors.ts';
import { emptyForm, readForm } from '../forms/form-data.ts';
import { formRoutes } from '../forms/operation-forms.ts';
import { deskOf, idFrom, placeOf } from '../frames.ts';
import type { BookingProps } from '../pages/activities.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

const pages = lazily(() => import('../pages/activities.tsx'));
const deskPages = lazily(() => import('../pages/activities-desk.tsx'));
const formPages = lazily(() => import('../pages/activities-record.tsx'));

/** 活动记录: the log, what is entered in it, and the reception days that people book. */
export function activityRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, voice } = services;
  const routes = new Hono<SiteEnv>();
  const desk = '/desk/o/:org/activities';
  const open = '/o/:org/activities';

  routes.get(desk, async (c) => {
    const { frame, scope, reader } = await deskOf(c, services);
    const filter = filterOf(c);
    const { ActivityDeskPage } = await deskPages();
    return c.html(
      <ActivityDeskPage
        frame={frame}
        organisation={scope.organisation}
        log={await readings.activities.all(scope, reader, c.var.now, filter)}
        kind={filter.kind}
      />,
    );
  });

  formRoutes(routes, services, `${desk}/record`, RECORD_FORMS, async (c, page) => {
    const { frame, scope, organisation, reader } = await deskOf(c, services, `${pathOf(c, desk)}/record`);
    const [{ heads }, { RecordActivityPage }] = await Promise.all([
      readings.activities.trainings(scope, reader, c.var.now),
      formPages(),
    ]);
    return (
      <RecordActivityPage
        frame={frame}
        organisation={scope.organisation}
        people={Object.values(organisation.people)}
        heads={heads.filter((head) => head.organisation !== scope.organisation)}
        today={dayOf(c.var.now)}
        page={page}
      />
    ).toString();
  });

  routes.get(`${desk}/trainings`, async (c) => {
    const { frame, scope, reader } = await deskOf(c, services);
    const { year } = filterOf(c);
    const { TrainingsPage } = await import('../pages/activities-trainings.tsx');
    const trainings = await readings.activities.trainings(scope, reader, c.var.now, year);
    return c.html(<TrainingsPage frame={frame} organisation={scope.organisation} trainings={trainings} />);
  });

  formRoutes(routes, services, `${desk}/:activity`, ACTIVITY_FORMS, async (c, page) => {
    const id = idFrom(c, 'activity');
    const { frame, scope, reader } = await deskOf(c, services, `${pathOf(c, desk)}/${id}`);
    const activity = await readings.activities.one(scope, id, reader);
    const { ActivityWorkPage } = await deskPages();
    return (
      <ActivityWorkPage
        frame={frame}
        organisation={scope.organisation}
        activity={activity}
        now={c.var.now}
        page={page}
      />
    ).toString();
  });

  routes.get(open, async (c) => {
    const { frame, scope, reader } = await placeOf(c, services);
    const { ActivitiesPage } = await pages();
    const log = await readings.activities.all(scope, reader, c.var.now, filterOf(c));
    return c.html(<ActivitiesPage frame={frame} organisation={scope.organisation} log={log} />);
  });

  routes.get(`${open}/:activity`, async (c) => c.html(await bookingPage(c, {})));

  routes.post(`${open}/:activity/booking`, async (c) => {
    const sent = await readForm(c);
    try {
      const told = await bookReception(c, services, sent);
      return c.html(await bookingPage(c, told), 'booked' in told ? 200 : 422);
    } catch (error) {
      const filled = { values: sent, errors: fieldErrors(error, (path) => path) };
      return c.html(await bookingPage(c, { filled }), 422);
    }
  });

  return routes;

  async function bookingPage(c: SiteContext, told: Partial<Pick<BookingProps, 'filled' | 'booked'>>) {
    const id = idFrom(c, 'activity');
    const { frame, scope, reader } = await placeOf(c, services, `${pathOf(c, open)}/${id}`);
    const [activity, { ActivityPage }] = await Promise.all([
      readings.activities.one(scope, id, reader),
      pages(),
    ]);
    const command = randomUUID();
    const challenge = reader.person === undefined ? voice.challenges.issue(command, c.var.now) : undefined;
    return (
      <ActivityPage
        frame={frame}
        organisation={scope.organisation}
        activity={activity}
        now={c.var.now}
        booking={{ command, challenge, filled: told.filled ?? emptyForm(), booked: told.booked }}
      />
    );
  }
}

function filterOf(c: SiteContext): { year?: number; kind?: ActivityKind } {
  const { year = '', kind = '' } = c.req.query();
  return {
    ...(/^20\d\d$/.test(year) && { year: Number(year) }),
    ...(Object.hasOwn(ACTIVITY_KINDS, kind) && { kind: kind as ActivityKind }),
  };
}

const pathOf = (c: SiteContext, at: string): string =>
  at.replace(':org', c.req.param('org') ?? refuse('not-found'));
