import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openCommit } from '../../../domain/kernel/commit.ts';
import { Refusal } from '../../../domain/kernel/refusal.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { mayLead } from '../../../domain/organisation/affiliation.ts';
import type { OrganisationKind } from '../../../domain/organisation/kinds.ts';
import { MemoryLog } from '../../../functions/adapters/memory-log.ts';
import { projectionsOver } from '../../../functions/projector/projections.ts';
import { Projector } from '../../../functions/projector/projector.ts';
import { Aggregates } from '../../../functions/shell/aggregates.ts';
import { OrganisationCommands } from '../../../functions/shell/organisation-commands.ts';
import {
  organisationCards,
  organisationsBelow,
} from '../../../functions/shell/reading/organisation-cards.ts';
import { MemoryViews } from '../../browser/support/memory-views.ts';

const ROOT = 'qu';
const OFFICE = 'qu-office';
const NAMES = ['a1', 'b1', 'c1', 'd1', 'e1', 'f1'];
const KINDS = ['committee', 'committee', 'committee', 'general-branch', 'branch'] as const;
const NOW = '2026-09-01T01:00:00.000Z';

interface Step {
  readonly type: 'found' | 'move';
  readonly id: string;
  readonly under: string;
  readonly kind: OrganisationKind;
}
const founding = NAMES.map((id, index) =>
  fc.record<Step>({
    type: fc.constant('found'),
    id: fc.constant(id),
    under: fc.constantFrom(ROOT, ...NAMES.slice(0, index)),
    kind: fc.constantFrom(...KINDS),
  }),
);
const step = fc.record<Step>({
  type: fc.constantFrom('move', 'move', 'move', 'found'),
  id: fc.constantFrom(...NAMES),
  under: fc.constantFrom(ROOT, ...NAMES),
  kind: fc.constantFrom(...KINDS),
});
const history = fc
  .tuple(fc.tuple(...founding), fc.array(step, { minLength: 6, maxLength: 16 }))
  .map(([first, then]) => [...first, ...then]);

/** The tree as a child would draw it: who stands under whom. */
class Model {
  readonly superior = new Map<string, string>();
  readonly kind = new Map<string, OrganisationKind>([[ROOT, 'committee']]);

  take({ type, id, under, kind }: Step): boolean {
    const [above, own] = [this.kind.get(under), type === 'found' ? kind : this.kind.get(id)];
    if (above === undefined || own === undefined || !mayLead(above, own)) return false;
    if (type === 'found' ? this.kind.has(id) : this.superior.get(id) === under || this.#leads(id, under))
      return false;
    this.kind.set(id, own);
    this.superior.set(id, under);
    return true;
  }

  #leads(id: string, other: string | undefined): boolean {
    return other !== undefined && (other === id || this.#leads(id, this.superior.get(other)));
  }
}

class District {
  readonly #log = new MemoryLog();
  readonly #aggregates = new Aggregates(this.#log);
  readonly views = new MemoryViews();
  readonly #projector = new Projector(this.#aggregates, this.views, projectionsOver(this.#aggregates, ROOT));
  readonly #commands = new OrganisationCommands(
    this.#log,
    this.#aggregates,
    { id: ROOT, administrator: OFFICE },
    this.views,
  );
  #count = 0;

  async issue(
    id: string,
    type: 'OnboardOrganisation' | 'MoveOrganisation' | 'RegisterPeople' | 'FillSeat',
    data: object,
  ) {
    this.#count += 1;
    const scope = new OrgScope(id);
    const stream = scope.stream('ORGANISATION', id);
    try {
      const { version } = await this.#commands.issue(scope, {
        type,
        data: data as never,
        actor: { kind: 'person', person: OFFICE, organisation: ROOT },
        now: NOW,
        commandId: `command-${this.#count}`,
        correlation: 'test',
      });
      const commit = (await this.#log.read(stream)).at(-1);
      for (const event of commit ? openCommit(commit).events : [])
        await this.#projector.project({ stream, streamVersion: version, type: event.type });
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  async found(): Promise<this> {
    await this.issue(ROOT, 'OnboardOrganisation', {
      name: '区教育党工委',
      shortName: '区',
      kind: 'committee',
    });
    const people = [{ id: OFFICE, name: OFFICE, partyMember: true, staff: true }];
    await this.issue(ROOT, 'RegisterPeople', { people });
    await this.issue(ROOT, 'FillSeat', {
      body: 'office',
      position: 'head',
      person: OFFICE,
      from: '2026-01-01',
    });
    return this;
  }

  take({ type, id, under, kind }: Step): Promise<boolean> {
    if (type === 'found')
      return this.issue(id, 'OnboardOrganisation', {
        name: `组织${id}`,
        shortName: id,
        kind,
        superior: under,
      });
    const by = { from: '2026-09-01', basis: '关于调整隶属关系的通知', reason: '集团化办学' };
    return this.issue(id, 'MoveOrganisation', { to: under, ...by });
  }

  /** Of every organisation: under whom the lists have it. */
  async listed(): Promise<readonly (readonly [string, string])[]> {
    const cards = await organisationCards(this.views, ROOT);
    const lists = await Promise.all(
      cards.map(async ({ id }) =>
        (await organisationsBelow(this.views, id)).map((card) => [card.id, id] as const),
      ),
    );
    return lists.flat().toSorted();
  }

  async rebuilt(): Promise<MemoryViews> {
    const views = new MemoryViews();
    const aggregates = new Aggregates(this.#log);
    const projector = new Projector(aggregates, views, projectionsOver(aggregates, ROOT));
    for (const stream of [...this.#log.streams.keys()].toReversed())
      await projector.project({ stream, streamVersion: Number.MAX_SAFE_INTEGER });
    return views;
  }
}

test('after any founding and moving there is one tree, in which everybody is listed under one superior', async () => {
  const counts = { moved: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const district = await new District().found();
      const model = new Model();
      for (const each of steps) {
        const expected = model.take(each);
        expect(await district.take(each), JSON.stringify(each)).toBe(expected);
        if (each.type === 'move') counts[expected ? 'moved' : 'refused'] += 1;
      }
      expect(await district.listed()).toEqual([...model.superior].toSorted());
      expect(await organisationCards(await district.rebuilt(), ROOT)).toEqual(
        await organisationCards(district.views, ROOT),
      );
    }),
    { numRuns: 60 },
  );
  expect(counts.moved).toBeGreaterThan(20);
  expect(counts.refused).toBeGreaterThan(20);
});
