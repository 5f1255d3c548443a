import type { AlertedDuty, Matter, Telling } from '../../domain/alert/alert.ts';
import { type DatedWord, datedSayings } from '../../domain/alert/dated-sayings.ts';
import { tellingsOf } from '../../domain/alert/telling.ts';
import type { EnquiryEvent } from '../../domain/enquiry/events.ts';
import { type Enquiry, enquiryHistory } from '../../domain/enquiry/state.ts';
import type { DomainEvent, History } from '../../domain/kernel/decider.ts';
import { OrgScope, parseStream } from '../../domain/kernel/scope.ts';
import type { Day } from '../../domain/kernel/time.ts';
import type { TopicEvent } from '../../domain/topic/events.ts';
import { type Topic, topicHistory } from '../../domain/topic/state.ts';
import type { Views } from '../adapters/views.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import { type AlertSources, audienceOf, historyUpTo } from './alerts.ts';
import { Tenancy } from './tenancy.ts';

/** A kind of thing that an organisation owes an answer to by a day. */
interface Dated<E extends DomainEvent, S> {
  readonly history: History<E, S | undefined>;
  readonly words: Readonly<Partial<Record<E['type'], DatedWord>>>;
  readonly matter: Matter;
  /** How it is called in an alert: that there is one, and its date; never what was said in it. */
  readonly name: string;
  due(state: S): Day;
  /** Somebody of this organisation who has to act. */
  owner(state: S): string | undefined;
}

const enquiry: Dated<EnquiryEvent, Enquiry> = {
  history: enquiryHistory,
  words: {
    EnquiryDueSoon: 'due-soon',
    EnquiryOverdue: 'overdue',
    EnquiryDecided: 'met',
    EnquiryDisclosed: 'met',
    EnquiryComplaintDecided: 'met',
  },
  matter: 'enquiry',
  name: '依申请公开',
  due: ({ legs }) => legs.at(-1)?.due ?? '',
  // Somebody of the superior gets no digest of this organisation; the ladder reaches them over there.
  owner: ({ owner, ownerAbove }) => (ownerAbove ? undefined : owner),
};

const topic: Dated<TopicEvent, Topic> = {
  history: topicHistory,
  words: { TopicOverdue: 'overdue', TopicAnswered: 'met', TopicRefused: 'met', TopicMerged: 'met' },
  matter: 'topic',
  name: '群众关注事项',
  due: ({ dueOn }) => dueOn,
  owner: () => undefined,
};

// biome-ignore lint/suspicious/noExplicitAny: each kind has events and a state of its own
const DATED: Readonly<Record<string, Dated<any, any>>> = { ENQUIRY: enquiry, TOPIC: topic };

/** Who is to be told of the date of a request or a topic, from the record as it was when the event was recorded. */
export async function tellingsOfDated(
  { log, aggregates, views }: AlertSources & { readonly views: Views },
  event: BusEvent,
): Promise<readonly Telling[]> {
  const { organisation, id, kind } = parseStream(event.stream);
  const dated = DATED[kind];
  if (!dated) throw new Error(`${kind} owes nothing by a day`);
  const history = await historyUpTo<DomainEvent>(log, event);
  const state = history.reduce(
    (before, { event, at, by }) => dated.history.evolve(before, event, { at, by }),
    dated.history.initial,
  );
  if (!state) throw new Error(`nothing in ${event.stream}`);
  const owner = dated.owner(state);
  const said = datedSayings(history, dated.words, { ids: [id], ...(owner !== undefined && { owner }) });
  if (said.at(-1) === undefined) return [];
  const tenants = await new Tenancy(aggregates).tenants(new OrgScope(organisation));
  return tellingsOf({
    sayings: said.filter((saying) => saying !== undefined),
    ...(await audienceOf(views, organisation, tenants)),
    detailsOf: (ids, isOwn) => ({
      matter: dated.matter,
      duties: ids.map(
        (each): AlertedDuty => ({ id: each, due: dated.due(state), ...(isOwn && { name: dated.name }) }),
      ),
    }),
  });
}
