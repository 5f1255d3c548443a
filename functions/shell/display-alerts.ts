import type { Telling } from '../../domain/alert/alert.ts';
import { newsOfDisplay } from '../../domain/alert/display-news.ts';
import { caretakersTold } from '../../domain/alert/reporting.ts';
import type { DisplayEvent } from '../../domain/display/events.ts';
import { type DisplayState, displayHistory } from '../../domain/display/state.ts';
import { openCommit } from '../../domain/kernel/commit.ts';
import { OrgScope, parseStream, type StreamName } from '../../domain/kernel/scope.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import type { AlertSources } from './alerts.ts';
import { Tenancy } from './tenancy.ts';

/** Who is to hear of a turn of a display: whoever looks after things there, or above where nobody does. */
export async function tellingsOfDisplay(
  { log, aggregates }: AlertSources,
  event: BusEvent,
): Promise<readonly Telling[]> {
  const { organisation: id } = parseStream(event.stream);
  const [commits, { organisation, superior }] = await Promise.all([
    log.read(event.stream as StreamName),
    new Tenancy(aggregates).tenants(new OrgScope(id)),
  ]);
  const until = commits.map(openCommit).filter(({ version }) => version <= event.streamVersion);
  const happened = until.at(-1)?.events[Number(event.id.split('.').at(-1))] as DisplayEvent | undefined;
  const display = until.reduce<DisplayState>(
    (state, { events, at, by }) =>
      (events as DisplayEvent[]).reduce<DisplayState>(
        (folded, each) => displayHistory.evolve(folded, each, { at, by }),
        state,
      ),
    undefined,
  );
  if (!display || happened?.type !== event.type) throw new Error(`event ${event.id} is not in the record`);
  const news = newsOfDisplay(happened, display, { stream: event.stream, at: event.time });
  if (!news) return [];
  const above =
    superior && organisation.superior !== undefined
      ? [{ id: organisation.superior, organisation: superior }]
      : [];
  return caretakersTold([{ id, organisation }, ...above], news, event.time);
}
