import type { Actor, Command, Decider, DomainEvent } from '../../domain/kernel/decider.ts';
import type { OrgScope, StreamKind } from '../../domain/kernel/scope.ts';
import { execute } from '../shell/execute.ts';
import type { Ground } from './ground.ts';
import { commandOf, type Issue, type IssueRequest, idOf, issued, scopeOf } from './request.ts';

/** Where a command goes: the organisation and the stream of it. */
export interface Target {
  readonly scope: OrgScope;
  readonly id: string;
  readonly request: IssueRequest;
}

/** What is to be said of a kind of aggregate so that its commands can be issued. */
export interface UseCase<C extends Command, E extends DomainEvent, S> {
  readonly kind: StreamKind;
  readonly decider: Decider<C, E, S>;
  /** The parameter of the path that names one, or its name when that does not stand in the path as it is. */
  readonly id: string | ((request: IssueRequest) => string);
  /** Commands that create one, under an id that comes from the request's key. */
  readonly creates?: readonly C['type'][];
  /** Who asks. What they may do, the decider decides. @throws Refusal for who may not know of the thing at all */
  actor(target: Target): Promise<Actor>;
  /** What the decision rests on beside the state. */
  facts(target: Target, state: Promise<S>): Promise<C['facts']>;
  /** Where the thing stands afterwards, for the answer. */
  stage?(state: S): string | undefined;
}

/** The issuer of a kind of aggregate that needs nothing out of the ordinary. */
export function plainIssuer<C extends Command, E extends DomainEvent, S>(
  { log, aggregates }: Pick<Ground, 'log' | 'aggregates'>,
  { kind, decider, id: named, creates = [], actor, facts, stage }: UseCase<C, E, S>,
): Issue {
  return async (request) => {
    const scope = scopeOf(request);
    const isNew = creates.includes(request.command);
    const id = typeof named === 'string' ? idOf(scope, request, named, isNew) : named(request);
    const target = { scope, id, request };
    const outcome = await execute({ log, aggregates }, decider, {
      ...commandOf<C>(request, await actor(target)),
      isNew,
      stream: scope.stream(kind, id),
      facts: (state) => facts(target, state),
    });
    const where = stage?.(outcome.state);
    return { ...issued(id, outcome), ...(where !== undefined && { stage: where }) };
  };
}
