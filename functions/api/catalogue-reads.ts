import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';

const CATALOGUE = `${ORGANISATION}/catalogue`;
const TEMPLATES = '/v1/catalogue-templates';

type Queries = typeof import('./catalogue-query.ts');
const query = (name: keyof Queries) => lazily(async () => (await import('./catalogue-query.ts'))[name]);

/** Readings of catalogues and of what they are made of, as entries of the table of all readings. */
export const CATALOGUE_READS = {
  catalogue: {
    path: CATALOGUE,
    zh: '公开目录全景：每一行的状态，重点内容在前；完整率只计规定动作',
    en: 'The whole catalogue with the state of every row, priority content first; completeness counts mandated rows',
    query: query('catalogueAsked'),
  },
  catalogueView: {
    path: `${CATALOGUE}/views/{view}`,
    zh: '按三方面、四公开、六方面、七类查看同一目录',
    en: 'The same rows under the headings of another classification',
  },
  catalogueVersion: {
    path: `${CATALOGUE}/version`,
    zh: '目录在某一版时的内容',
    en: 'The rows that were in force at a version',
    query: query('versionAsked'),
  },
  catalogueDiff: {
    path: `${CATALOGUE}/diff`,
    zh: '目录两版之间的差别',
    en: 'What differs between two versions of a catalogue',
    query: query('versionsCompared'),
  },
  adjustments: {
    path: `${CATALOGUE}/adjustments`,
    zh: '一年内的目录调整、理由和书面总结（经办人）',
    en: 'What was adjusted in a year and why, with a summary, for officials',
    query: query('yearAsked'),
    signedIn: true,
  },
  catalogueChanges: {
    path: `${CATALOGUE}/changes`,
    zh: '待上级审批的目录调整，以及待本级审批的下级（经办人）',
    en: 'Changes that wait for the superior, and where something waits below, for officials',
    signedIn: true,
  },
  templates: { path: TEMPLATES, zh: '可采用的公开目录', en: 'Catalogues that organisations may adopt' },
  template: {
    path: `${TEMPLATES}/{template}`,
    zh: '一种公开目录的内容和历次版本',
    en: 'One template: the rows of a version, and which versions there are',
    query: query('versionAsked'),
  },
  templateDiff: {
    path: `${TEMPLATES}/{template}/diff`,
    zh: '下发目录两版之间的差别',
    en: 'What differs between two versions of a template',
    query: query('versionsCompared'),
  },
  vocabulary: {
    path: '/v1/vocabulary',
    zh: '全区统一使用的公开形式、目录类别和文种；第 0 版为系统自带',
    en: 'Forms, classes and document types of the district; version 0 is what every district starts with',
    query: query('wordsAsked'),
  },
  vocabularyVersions: {
    path: '/v1/vocabulary/versions',
    zh: '公开形式、目录类别和文种的历次调整及理由',
    en: 'Every edit of the words of the district, and why',
  },
  vocabularyDiff: {
    path: '/v1/vocabulary/diff',
    zh: '公开形式、目录类别和文种两版之间的差别',
    en: 'What differs between two versions of the words of the district',
    query: query('versionsCompared'),
  },
  powers: {
    path: `${ORGANISATION}/powers`,
    zh: '权力清单：领导集体和领导干部个人',
    en: 'Duties and powers, collective and per leader, as the reader may see them',
    query: query('versionAsked'),
  },
} as const;
