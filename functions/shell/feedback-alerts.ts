import type { OpinionNews, Telling } from '../../domain/alert/alert.ts';
import { feedbackDetails, feedbackSaying, newsOf } from '../../domain/alert/feedback-sayings.ts';
import { tellingsOf } from '../../domain/alert/telling.ts';
import type { FeedbackEvent } from '../../domain/feedback/events.ts';
import { type FeedbackState, feedbackHistory } from '../../domain/feedback/state.ts';
import { OrgScope, parseStream } from '../../domain/kernel/scope.ts';
import { isOnRoster, type Organisation } from '../../domain/organisation/organisation.ts';
import type { Views } from '../adapters/views.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import { type AlertSources, audienceOf, historyUpTo } from './alerts.ts';
import { Tenancy } from './tenancy.ts';

/** Who is to be told of an event of an opinion, from the record as it was when the event was recorded. */
export async function tellingsOfFeedback(
  { log, aggregates, views }: AlertSources & { readonly views: Views },
  event: BusEvent,
): Promise<readonly Telling[]> {
  const { organisation, id } = parseStream(event.stream);
  const [history, tenants] = await Promise.all([
    historyUpTo<FeedbackEvent>(log, event),
    new Tenancy(aggregates).tenants(new OrgScope(organisation)),
  ]);
  let state: FeedbackState;
  const said = history.map((happening) => {
    state = feedbackHistory.evolve(state, happening.event, happening);
    return state && feedbackSaying(happening, state, id);
  });
  const feedback = state as FeedbackState;
  const last = history.at(-1);
  if (!feedback || !last) throw new Error(`no opinion in ${event.stream}`);
  const place = { id: organisation, organisation: tenants.organisation };
  const news = newsOf(last, feedback)
    .filter(({ addressee }) => isOnRoster(tenants.organisation, addressee.id))
    .map(({ kind, addressee }): Telling => {
      const alert = newsAlert(kind, place, id, event, feedback.dueOn);
      return { organisation, addressee, at: last.at, alert };
    });
  const saying = said.at(-1);
  if (!saying) return news;
  const ladder = tellingsOf({
    sayings: said.filter((each) => each !== undefined && each.matter === saying.matter) as (typeof saying)[],
    ...(await audienceOf(views, organisation, tenants)),
    detailsOf: feedbackDetails(saying.matter, feedback),
  });
  return [...ladder, ...news];
}

const newsAlert = (
  kind: OpinionNews['kind'],
  { id, organisation }: { readonly id: string; readonly organisation: Organisation },
  opinion: string,
  { time }: BusEvent,
  dueOn: string,
): OpinionNews => ({
  kind,
  organisation: { id, name: organisation.shortName },
  opinion,
  at: time,
  ...(kind === 'opinion-assigned' || kind === 'opinion-raised' ? { due: dueOn } : {}),
});
