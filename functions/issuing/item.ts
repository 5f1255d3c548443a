import type { ItemCommand } from '../../domain/item/commands.ts';
import { latest } from '../../domain/item/state.ts';
import { Calendars } from '../shell/calendars.ts';
import { ItemCommands } from '../shell/item-commands.ts';
import { OpenOpinions } from '../shell/open-opinions.ts';
import { Vocabularies } from '../shell/vocabularies.ts';
import type { Ground } from './ground.ts';
import { commandOf, type Issue, idOf, issued, scopeOf } from './request.ts';

export function itemIssuer({ log, aggregates, views, district, permits }: Ground): Issue {
  const opinions = new OpenOpinions(views, new Calendars(aggregates, district.id));
  const items = new ItemCommands(log, aggregates, opinions, new Vocabularies(aggregates, district.id));
  return async (request) => {
    const scope = scopeOf(request);
    const isNew = request.command === 'ProposeItem';
    const id = idOf(scope, request, 'item', isNew);
    const actor = await permits.worker(scope, request, (person) => permits.isAsked(scope, id, person));
    const outcome = await items.issue(scope, id, { ...commandOf<ItemCommand>(request, actor), isNew });
    return { ...issued(id, outcome), ...(outcome.state && { stage: latest(outcome.state).stage }) };
  };
}
