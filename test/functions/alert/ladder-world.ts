import { type Alert, isDutyAlert } from '../../../domain/alert/alert.ts';
import { linesOf } from '../../../domain/alert/digest-text.ts';
import { calendarOf } from '../../../domain/calendar/working-days.ts';
import type { Actor, Command, Decider, DomainEvent } from '../../../domain/kernel/decider.ts';
import type { OrgScope, StreamKind } from '../../../domain/kernel/scope.ts';
import type { Day } from '../../../domain/kernel/time.ts';
import { execute } from '../../../functions/shell/execute.ts';
import { Tenancy } from '../../../functions/shell/tenancy.ts';
import { AlertWorld, SCHOOL } from './alert-world.ts';

interface Deed {
  readonly scope?: OrgScope;
  readonly kind: StreamKind;
  readonly type: string;
  readonly data: object;
  readonly by: Actor;
  readonly facts?: object;
}

interface Noted {
  readonly addressee: { readonly id: string; readonly kind: string };
  readonly alert: Alert;
}

/** One thing of each kind, in a district where every step of the ladder can be watched. */
export class LadderWorld extends AlertWorld {
  static readonly ID = 'one-thing';
  readonly #deciders: Partial<Record<StreamKind, Decider<Command, DomainEvent, unknown>>>;

  // biome-ignore lint/suspicious/noExplicitAny: each kind has commands, events and a state of its own
  constructor(deciders: Partial<Record<StreamKind, Decider<any, any, any>>>) {
    super();
    this.#deciders = deciders;
  }

  async do({ scope = SCHOOL, kind, type, data, by, facts = {} }: Deed): Promise<void> {
    const { log, aggregates, now } = this;
    const decider = this.#deciders[kind];
    if (!decider) throw new Error(`no decider for ${kind}`);
    const tenants = await new Tenancy(aggregates).tenants(scope);
    await execute({ log, aggregates }, decider, {
      stream: scope.stream(kind, LadderWorld.ID),
      type,
      data,
      now,
      actor: by,
      commandId: `${type}-${scope.organisation}-${now}`,
      correlation: 'test',
      facts: async () => ({ id: scope.organisation, ...tenants, calendar: calendarOf({}), ...facts }),
    });
    await this.settle();
  }

  /** Half past eight in the morning of each of the days. */
  mornings(...days: readonly Day[]): Promise<void> {
    return this.at(...days.map((day) => `${day}T00:30:00.000Z`));
  }

  get noted(): readonly Noted[] {
    return this.recorded('DIGEST').flatMap(({ event: { type, data } }) =>
      type === 'AlertNoted' ? [data as unknown as Noted] : [],
    );
  }

  /** Who was told of which step, in that order. */
  get heard(): readonly string[] {
    return this.noted.map(({ addressee, alert }) =>
      isDutyAlert(alert) ? `${addressee.id} ${alert.kind} ${alert.step}` : `${addressee.id} ${alert.kind}`,
    );
  }

  /** What was told since then. */
  since(before: readonly string[]): readonly string[] {
    return beyond(before, this.heard);
  }

  /** What somebody reads, who is in the organisation. */
  linesFor(person: string, { organisation }: OrgScope) {
    const alerts = this.noted.filter(({ addressee }) => addressee.id === person).map(({ alert }) => alert);
    return linesOf(alerts, organisation, true);
  }
}

/** Those of the lines that were not among the others, each as often as it is new. */
export function beyond(before: readonly string[], lines: readonly string[]): readonly string[] {
  const left = [...before];
  return lines
    .filter((line) => {
      const at = left.indexOf(line);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    })
    .toSorted();
}

export const by = (person: string, { organisation }: OrgScope = SCHOOL): Actor => ({
  kind: 'person',
  person,
  organisation,
});
