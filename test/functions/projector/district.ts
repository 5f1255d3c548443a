import { DEFAULT_DOCUMENT_TYPES } from '../../../domain/catalogue/document-types.ts';
import { DEFAULT_FORMS } from '../../../domain/catalogue/forms.ts';
import type { ItemCommand, ItemFacts } from '../../../domain/item/commands.ts';
import { itemDecider } from '../../../domain/item/item.ts';
import type { ItemState } from '../../../domain/item/state.ts';
import { Refusal } from '../../../domain/kernel/refusal.ts';
import { OrgScope, type StreamName } from '../../../domain/kernel/scope.ts';
import { instantOf } from '../../../domain/kernel/time.ts';
import { type OrganisationCommand, organisationDecider } from '../../../domain/organisation/decider.ts';
import { MemoryLog } from '../../../functions/adapters/memory-log.ts';
import type { ViewRow } from '../../../functions/adapters/views.ts';
import { projectionsOver } from '../../../functions/projector/projections.ts';
import { Projector } from '../../../functions/projector/projector.ts';
import { Aggregates } from '../../../functions/shell/aggregates.ts';
import { execute } from '../../../functions/shell/execute.ts';
import { type DeskTask, deskOf } from '../../../functions/shell/reading/desks.ts';
import { Tenancy } from '../../../functions/shell/tenancy.ts';
import { MemoryViews } from '../../browser/support/memory-views.ts';
import { NOW, person, ROW } from '../../domain/item/school.ts';

export const DISTRICT = 'qu';
export const SCHOOL = 'dongfang';

/** Views that show what is in them, and how much was put. */
class OpenViews extends MemoryViews {
  readonly rows = new Map<string, ViewRow>();
  puts = 0;

  override async put(row: ViewRow, again?: 'again'): Promise<boolean> {
    this.puts += 1;
    const isNew = await super.put(row, again);
    if (isNew) this.rows.set(`${row.pk} ${row.sk}`, row);
    return isNew;
  }
}

/** A district over a record in memory, whose views follow every commit, and may be made anew to compare. */
export class District {
  readonly log = new MemoryLog();
  readonly views = new OpenViews();
  readonly #aggregates = new Aggregates(this.log);
  readonly #tenancy = new Tenancy(this.#aggregates);
  readonly #projector = projectorOver(this.#aggregates, this.views);
  time = Date.parse(NOW);
  #commands = 0;

  get now(): string {
    return instantOf(this.time);
  }

  /** False when the command was refused. */
  async organise(
    organisation: string,
    type: OrganisationCommand['type'],
    data: OrganisationCommand['data'],
  ): Promise<boolean> {
    const stream = new OrgScope(organisation).stream('ORGANISATION', organisation);
    return this.#accepted(stream, () =>
      execute<OrganisationCommand, never, never>(
        { log: this.log, aggregates: this.#aggregates },
        organisationDecider as never,
        { ...this.#request(stream, 'qu-office'), type, data, facts: async () => ({ mayAdminister: true }) },
      ),
    );
  }

  /** False when the command was refused. */
  async act(id: string, by: string, type: ItemCommand['type'], data: object = {}): Promise<boolean> {
    const stream = new OrgScope(SCHOOL).stream('ITEM', id);
    return this.#accepted(stream, () =>
      execute({ log: this.log, aggregates: this.#aggregates }, itemDecider, {
        ...this.#request(stream, by),
        type,
        data: data as never,
        facts: () => this.#facts(),
      }),
    );
  }

  /** True unless the person is refused for what they are, as against what the item is. */
  async may(id: string, by: string, type: 'ReviewItem' | 'ApproveItem', data: object): Promise<boolean> {
    const facts = await this.#facts();
    const command = { type, data, now: this.now, actor: person(by), facts } as ItemCommand;
    try {
      itemDecider.decide(command, await this.item(id));
      return true;
    } catch (error) {
      if (error instanceof Refusal) return error.text.kind !== 'forbidden';
      throw error;
    }
  }

  async item(id: string): Promise<ItemState> {
    return (await this.#aggregates.load(new OrgScope(SCHOOL).stream('ITEM', id), itemDecider)).state;
  }

  desk(organisation: string, who: string): Promise<readonly DeskTask[]> {
    const sources = { views: this.views, tenancy: this.#tenancy, district: DISTRICT };
    return deskOf(sources, new OrgScope(organisation), who, this.now);
  }

  /** What the views would be, were they made from the record now, the last stream first. */
  async rebuilt(): Promise<ReadonlyMap<string, ViewRow>> {
    const views = new OpenViews();
    const projector = projectorOver(new Aggregates(this.log), views);
    for (const stream of [...this.log.streams.keys()].toReversed()) {
      await projector.project({ stream, streamVersion: Number.MAX_SAFE_INTEGER });
    }
    return views.rows;
  }

  async #facts(): Promise<ItemFacts> {
    const tenants = await this.#tenancy.tenants(new OrgScope(SCHOOL));
    return { ...tenants, row: ROW, vocabulary: DEFAULT_FORMS, documentTypes: DEFAULT_DOCUMENT_TYPES };
  }

  #request(stream: StreamName, by: string) {
    this.#commands += 1;
    const actor = by === 'due-worker' ? ({ kind: 'system', name: by } as const) : person(by);
    return { stream, now: this.now, actor, commandId: `c-${this.#commands}`, correlation: 'test' };
  }

  async #accepted(
    stream: StreamName,
    command: () => Promise<{ readonly version: number }>,
  ): Promise<boolean> {
    try {
      const { version } = await command();
      await this.#projector.project({ stream, streamVersion: version });
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }
}

const projectorOver = (aggregates: Aggregates, views: OpenViews): Projector =>
  new Projector(aggregates, views, projectionsOver(aggregates, DISTRICT));

const SEATS = [
  [DISTRICT, 'qu-head', 'leading-group', 'head'],
  [DISTRICT, 'qu-office', 'office', 'head'],
  [SCHOOL, 'li', 'office', 'head'],
  [SCHOOL, 'wang', 'office', 'member'],
  [SCHOOL, 'zhou', 'leading-group', 'head'],
] as const;
export const PEOPLE = ['li', 'wang', 'zhou', 'chen', 'qu-head', 'qu-office'] as const;

/** A district office of two and a school of three; one more is on its roster and holds no seat. */
export async function openDistrict(): Promise<District> {
  const district = new District();
  const named = (name: string) => ({ name, shortName: name });
  await district.organise(DISTRICT, 'OnboardOrganisation', { ...named('区教育党工委'), kind: 'committee' });
  await district.organise(SCHOOL, 'OnboardOrganisation', {
    ...named('东方小学'),
    kind: 'branch',
    superior: DISTRICT,
  });
  for (const organisation of [DISTRICT, SCHOOL]) {
    const people = PEOPLE.filter((id) => id.startsWith('qu-') === (organisation === DISTRICT)).map((id) => ({
      id,
      name: id,
      partyMember: true,
      staff: true,
    }));
    await district.organise(organisation, 'RegisterPeople', { people });
  }
  for (const [organisation, who, body, position] of SEATS) {
    await district.organise(organisation, 'FillSeat', { person: who, body, position, from: '2020-09-01' });
  }
  return district;
}
