import type { FileCommand, FileFacts } from '../../domain/file/commands.ts';
import { fileDecider } from '../../domain/file/file.ts';
import type { FileState } from '../../domain/file/state.ts';
import { askedOn } from '../../domain/item/asked-on.ts';
import { itemHistory } from '../../domain/item/evolve.ts';
import type { Actor } from '../../domain/kernel/decider.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Log } from '../adapters/log.ts';
import type { Aggregates } from './aggregates.ts';
import { execute, type Outcome, type Request } from './execute.ts';
import { Tenancy } from './tenancy.ts';

/** A command on a file, without what the record itself supplies. */
export type FileRequest = Omit<Request<FileCommand, FileState>, 'stream' | 'facts'>;

/** Issues commands on the files of one organisation. */
export class FileCommands {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #tenancy: Tenancy;

  constructor(log: Log, aggregates: Aggregates) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#tenancy = new Tenancy(aggregates);
  }

  issue(scope: OrgScope, id: string, request: FileRequest): Promise<Outcome<FileState>> {
    return execute({ log: this.#log, aggregates: this.#aggregates }, fileDecider, {
      ...request,
      stream: scope.stream('FILE', id),
      facts: async (): Promise<FileFacts> => {
        const { item } = request.data as { item?: string };
        const [{ organisation }, isAsked] = await Promise.all([
          this.#tenancy.tenants(scope),
          item !== undefined && this.#isAsked(scope, item, request.actor),
        ]);
        return { organisation, isAsked };
      },
    });
  }

  async #isAsked(scope: OrgScope, item: string, actor: Actor): Promise<boolean> {
    if (actor.kind !== 'person') return false;
    const { state } = await this.#aggregates.load(scope.stream('ITEM', item), itemHistory);
    return state !== undefined && askedOn(state).includes(actor.person);
  }
}
