import { chengjiangCatalogues, xinglanCatalogues, yunxiCatalogues } from './catalogues.ts';
import { chengjiangCirculars, xinglanCirculars, yunxiCirculars } from './circulars.ts';
import { xinglanDecisions, yunxiDecisions } from './decisions.ts';
import type { Errands } from './errand.ts';
import { chengjiangEvaluation, xinglanEvaluation, yunxiEvaluation } from './evaluation.ts';
import { xinglanNews } from './news.ts';
import { chengjiangProfile, xinglanProfile, yunxiProfile } from './profiles.ts';
import { chengjiangRollout, xinglanActivities, yunxiActivities } from './rollout.ts';
import { chengjiangRules, xinglanRules, yunxiRules } from './rules.ts';
import { chengjiangScheme, xinglanScheme, yunxiScheme } from './schemes.ts';
import { xinglanSupervision, yunxiSupervision } from './supervision.ts';
import { chengjiangSupervisors, xinglanSupervisors, yunxiSupervisors } from './supervisors.ts';
import { xinglanVoices } from './voices.ts';

/** By organisation, in the order in which they are run: the district's first, since the schools' answer some of them. */
export const SAMPLE_ERRANDS: Readonly<Record<string, readonly Errands[]>> = {
  chengjiang: [
    chengjiangProfile,
    chengjiangScheme,
    chengjiangRules,
    chengjiangCatalogues,
    chengjiangSupervisors,
    chengjiangEvaluation,
    chengjiangRollout,
    chengjiangCirculars,
  ],
  xinglan: [
    xinglanVoices,
    xinglanProfile,
    xinglanScheme,
    xinglanRules,
    xinglanCatalogues,
    xinglanDecisions,
    xinglanSupervisors,
    xinglanSupervision,
    xinglanActivities,
    xinglanCirculars,
    xinglanNews,
    xinglanEvaluation,
  ],
  yunxi: [
    yunxiProfile,
    yunxiScheme,
    yunxiRules,
    yunxiCatalogues,
    yunxiDecisions,
    yunxiSupervisors,
    yunxiSupervision,
    yunxiActivities,
    yunxiCirculars,
    yunxiEvaluation,
  ],
};
