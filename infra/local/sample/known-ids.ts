import { idFor } from '../../../functions/api/ids.ts';
import { keyOf } from './api.ts';

/** Label of the request that takes a step of an item. */
export const stepLabel = (organisation: string, slug: string, step: string): string =>
  `${organisation}/${slug}/${step}`;

/** Label of the request that is an errand. */
export const errandLabel = (organisation: string, label: string): string => `${organisation}/errand/${label}`;

/** Id of an item: it comes from the key of its proposal, so it is known before there is an answer. */
export const itemId = (organisation: string, slug: string): string =>
  idFor(organisation, keyOf(stepLabel(organisation, slug, 'propose')));

/** Id of what an errand creates, as {@link itemId}; only of what strangers leave does nobody know it beforehand. */
export const errandId = (organisation: string, label: string): string =>
  idFor(organisation, keyOf(errandLabel(organisation, label)));
