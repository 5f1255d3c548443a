import { plainType } from '../../../domain/catalogue/document-types.ts';
import { effectiveRows } from '../../../domain/catalogue/state.ts';
import type { ItemContent } from '../../../domain/item/content.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { idFor } from '../../api/ids.ts';
import type { FeedbackRequest } from '../../shell/feedback-commands.ts';
import { loadCatalogue } from '../../shell/load-catalogue.ts';
import type { Place } from '../frames.ts';
import type { SiteServices } from '../services.ts';
import { one, type Sent } from './form-data.ts';

/**
 * Drafts an item on what was answered, under the row that was chosen (HZ-09). Like every item it is reviewed and
 * approved before anybody sees it; what was said, and by whom, is not in it. Repeating it gives the same draft.
 *
 * @returns id of the draft
 */
export async function promoteOpinion(
  { items, aggregates, readings }: SiteServices,
  { scope, reader, organisation }: Place,
  opinion: string,
  sent: Sent,
  occasion: Pick<FeedbackRequest, 'actor' | 'commandId' | 'now' | 'correlation'>,
): Promise<string> {
  const { feedback } = await readings.opinions.one(scope, opinion, reader);
  const { state } = await loadCatalogue(aggregates, scope);
  const row = effectiveRows(state).find(({ id }) => id === one(sent, 'promote.row')) ?? refuse('not-found');
  const { answer } = feedback;
  if (!answer || !reader.person) return refuse('not-found');
  const { documentTypes } = await readings.catalogues.current();
  const audience = row.audience ?? 'unit';
  const data: ItemContent = {
    row: row.id,
    title: '群众反映突出问题的解决落实情况',
    text: answer.text,
    basis: 'statutory',
    documentType: plainType(documentTypes),
    matter: 'ordinary',
    important: false,
    forms: [...row.forms],
    audience,
    releasePlan: [{ audience }],
    provider: { kind: 'office', name: `${organisation.shortName}党务公开办公室`.slice(0, 60) },
    accountable: feedback.owner ?? reader.person,
  };
  const key = `promote-${opinion}`;
  const id = idFor(scope.organisation, key);
  await items.issue(scope, id, { ...occasion, type: 'ProposeItem', data, commandId: key, isNew: true });
  return id;
}
