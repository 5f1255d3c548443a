import type { PublishTemplate } from '../../domain/catalogue/template/commands.ts';
import type { TemplatePublished, TemplateState } from '../../domain/catalogue/template/state.ts';
import { templateDecider } from '../../domain/catalogue/template/template.ts';
import type { VocabularyCommand } from '../../domain/catalogue/vocabulary/commands.ts';
import {
  VOCABULARY_ID,
  type Vocabulary,
  type VocabularyEvent,
} from '../../domain/catalogue/vocabulary/state.ts';
import { vocabularyDecider } from '../../domain/catalogue/vocabulary/vocabulary.ts';
import { refuse } from '../../domain/kernel/refusal.ts';
import { holders } from '../../domain/organisation/authority.ts';
import { ADMINISTRATORS } from '../shell/administrators.ts';
import { Tenancy } from '../shell/tenancy.ts';
import { Vocabularies } from '../shell/vocabularies.ts';
import type { Ground } from './ground.ts';
import { plainIssuer, type Target } from './plain.ts';
import type { Issue } from './request.ts';

/** Catalogues that the district publishes for everybody. @throws Refusal `not-found` for any other organisation */
export function templateIssuer(ground: Ground): Issue {
  const vocabularies = new Vocabularies(ground.aggregates, ground.district.id);
  return plainIssuer<PublishTemplate, TemplatePublished, TemplateState>(ground, {
    kind: 'TEMPLATE',
    decider: templateDecider,
    id: 'template',
    actor: (target) => districtActor(ground, target),
    facts: async (target) => {
      const [mayPublish, { forms, classes }] = await Promise.all([
        isOfOffice(ground, target),
        vocabularies.current(),
      ]);
      return { mayPublish, kind: target.id, forms, ...(classes && { classes }) };
    },
  });
}

/** Its words. @throws Refusal `not-found` for any other organisation */
export const vocabularyIssuer = (ground: Ground): Issue =>
  plainIssuer<VocabularyCommand, VocabularyEvent, Vocabulary>(ground, {
    kind: 'VOCABULARY',
    decider: vocabularyDecider,
    id: () => VOCABULARY_ID,
    actor: (target) => districtActor(ground, target),
    facts: async (target) => ({ mayEdit: await isOfOffice(ground, target) }),
  });

const districtActor = ({ permits, district }: Ground, { scope, request }: Target) =>
  scope.organisation === district.id ? permits.administrator(scope, request) : refuse('not-found');

async function isOfOffice({ aggregates }: Ground, { scope, request }: Target): Promise<boolean> {
  const { person, now } = request;
  const { organisation } = await new Tenancy(aggregates).tenants(scope);
  return person !== undefined && holders(organisation, ADMINISTRATORS, now).has(person);
}
