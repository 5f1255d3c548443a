import { quarterOfDay } from '../../domain/duty/period.ts';
import { feedbackHistory } from '../../domain/feedback/state.ts';
import { itemHistory } from '../../domain/item/evolve.ts';
import { type Item, onShow, published, type Version } from '../../domain/item/state.ts';
import type { Actor } from '../../domain/kernel/decider.ts';
import { OrgScope, parseStream } from '../../domain/kernel/scope.ts';
import { type Day, dayOf, epochOf } from '../../domain/kernel/time.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import { firstDisclosure, followedItem } from '../shell/followed-item.ts';
import type { Ledgers, Occasion } from '../shell/ledgers.ts';

const ACTOR: Actor = { kind: 'system', name: 'keep-ledger' };
const HOUR_MS = 3_600_000;

/** After which an organisation rests, or works again. */
const RESTING: ReadonlySet<string> = new Set([
  'OrganisationSuspended',
  'OrganisationResumed',
  'OrganisationMerged',
]);

/**
 * Tells the ledgers of an organisation what has happened to its items, opinions, catalogue and carriers. The event's
 * id makes the command's, so an event that comes twice is counted once; the day of the event is the day that counts,
 * so events may come late.
 */
export class LedgerKeeper {
  readonly #aggregates: Aggregates;
  readonly #ledgers: Ledgers;

  constructor(aggregates: Aggregates, ledgers: Ledgers) {
    this.#aggregates = aggregates;
    this.#ledgers = ledgers;
  }

  async take(event: BusEvent): Promise<void> {
    const { organisation, kind, id } = parseStream(event.stream);
    const scope = new OrgScope(organisation);
    switch (kind) {
      case 'ITEM':
        return this.#takeItem(scope, id, event);
      case 'FEEDBACK':
        return this.#takeAnswer(scope, id, event);
      case 'ORGANISATION':
        return this.#takeOrganisation(scope, event);
      case 'CATALOGUE':
        return this.#takeCatalogue(scope, event);
    }
  }

  async #takeItem(scope: OrgScope, id: string, event: BusEvent): Promise<void> {
    const { state: item } = await this.#aggregates.load(scope.stream('ITEM', id), itemHistory);
    if (!item) return;
    if (event.type === 'ItemReleased') await this.#disclose(scope, id, item, event);
    if (event.type === 'StageCompleted') await this.#discloseStage(scope, id, item, event);
    if (event.type === 'ItemWithdrawn') await this.#undo(scope, id, item, event);
    await this.#followStages(scope, id, item, event);
  }

  /** A meeting counts on the day it was held, whenever its proof was recorded. */
  async #disclose(scope: OrgScope, item: string, state: Item, event: BusEvent): Promise<void> {
    const version = published(state);
    const release = version?.releases.find(({ audience }) => audience === event.audience);
    if (!version || !release) return;
    const on = dayOf(release.heldAt ?? release.at);
    await this.#ledgers.disclose(scope, disclosedBy(item, version, on), occasionOf(event));
  }

  /** Each stage that is completed on show is a disclosure of its own (DF-30). */
  async #discloseStage(scope: OrgScope, item: string, state: Item, event: BusEvent): Promise<void> {
    const version = onShow(state);
    if (!version) return;
    await this.#ledgers.disclose(scope, disclosedBy(item, version, dayOf(event.time)), occasionOf(event));
  }

  /** Shown in error, and nothing of it is left. */
  async #undo(scope: OrgScope, item: string, state: Item, event: BusEvent): Promise<void> {
    const released = state.versions.filter(({ releases }) => releases.length > 0);
    if (!released.every(({ withdrawn }) => withdrawn?.inError)) return;
    const on = firstDisclosure(released);
    if (on === undefined) return;
    await this.#ledgers.undo(scope, item, on, occasionOf(event));
  }

  /** Stages belong to the ledger of the day on which the item was first disclosed. */
  async #followStages(scope: OrgScope, item: string, state: Item, event: BusEvent): Promise<void> {
    const followed = followedItem(item, state);
    if (!followed) return;
    const { name } = quarterOfDay(followed.from);
    if (!(await this.#ledgers.load(scope, name)).state) return;
    await this.#ledgers.issue(scope, name, {
      ...occasionOf(event),
      commandId: `${event.id}-stages`,
      type: 'FollowStages',
      data: { item },
    });
  }

  async #takeAnswer(scope: OrgScope, id: string, event: BusEvent): Promise<void> {
    const { state } = await this.#aggregates.load(scope.stream('FEEDBACK', id), feedbackHistory);
    if (!state?.answer) return;
    const hours = Math.round((epochOf(state.answer.at) - epochOf(state.receivedAt)) / HOUR_MS);
    const on = dayOf(state.answer.at);
    await this.#inCurrent(scope, event, { type: 'NoteAnswer', data: { hours } }, on);
  }

  #takeOrganisation(scope: OrgScope, event: BusEvent): Promise<void> {
    if (RESTING.has(event.type)) {
      return this.#ledgers.rest(scope, quarterOfDay(dayOf(event.time)), occasionOf(event));
    }
    return this.#inCurrent(scope, event, { type: 'NoteChannels', data: {} }, dayOf(event.time));
  }

  #takeCatalogue(scope: OrgScope, event: BusEvent): Promise<void> {
    return this.#inCurrent(scope, event, { type: 'SyncRows', data: {} }, dayOf(event.time));
  }

  /** One command on the ledger of the quarter in which the event happened. */
  async #inCurrent(
    scope: OrgScope,
    event: BusEvent,
    request: Pick<Parameters<Ledgers['issue']>[2], 'type' | 'data'>,
    on: Day,
  ): Promise<void> {
    const period = quarterOfDay(on);
    await this.#ledgers.open(scope, period, occasionOf(event));
    if (!(await this.#ledgers.load(scope, period.name)).state) return;
    await this.#ledgers.issue(scope, period.name, { ...occasionOf(event), ...request });
  }
}

const disclosedBy = (item: string, { content }: Version, on: Day) => ({
  row: content.row,
  item,
  on,
  forms: content.forms,
  exception: content.exception !== undefined,
});

const occasionOf = ({ id, time, correlation }: BusEvent): Occasion => ({
  now: time,
  actor: ACTOR,
  commandId: `ledger-${id}`,
  cause: id,
  correlation,
});
