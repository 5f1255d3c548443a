import type { Tag } from '../../domain/catalogue/views.ts';
import { refuse } from '../../domain/kernel/refusal.ts';
import { dayOf } from '../../domain/kernel/time.ts';
import { CATALOGUE_READS } from '../api/catalogue-reads.ts';
import { lazily } from '../api/lazily.ts';
import type { Readings } from '../shell/readings.ts';
import { answered, type ReadRequest, type Within } from './answered.ts';

const picture = lazily(() => import('../shell/reading/full-picture.ts'));
const views = lazily(() => import('../../domain/catalogue/views.ts'));

const versionIn = ({ query }: ReadRequest) => (query as { version?: number }).version;
const comparedIn = ({ query }: ReadRequest) => query as { from?: number; to?: number };

export const catalogueReaders = (
  readings: Pick<Readings, 'catalogue' | 'catalogues' | 'templates' | 'words' | 'powers'>,
  within: Within,
) =>
  answered(CATALOGUE_READS, {
    catalogue: within(async (scope, reader, { query, now }) => {
      const { tag, priority } = query as { tag?: Tag; priority?: 'true' };
      const [{ completeness, priorityFirst }, rows] = await Promise.all([
        picture(),
        readings.catalogue(scope, reader),
      ]);
      const asked = rows.filter(
        (row) => (tag === undefined || row.tags.includes(tag)) && (priority === undefined || row.priority),
      );
      return { rows: priorityFirst(asked), completeness: completeness(rows, dayOf(now)) };
    }),
    catalogueView: within(async (scope, _, { parameters: { view = '' } }) => {
      const { isViewName, rowsByHeading, viewNamed } = await views();
      if (!isViewName(view)) return refuse('not-found');
      const { rows } = await readings.catalogues.version(scope);
      const headings = rowsByHeading(view, rows).map(({ tag, heading, rows: theirs }) => ({
        tag,
        name: heading.name,
        ...(heading.text !== undefined && { text: heading.text }),
        rows: theirs,
      }));
      return { view, name: viewNamed(view).name, headings };
    }),
    catalogueVersion: within((scope, _, request) => readings.catalogues.version(scope, versionIn(request))),
    catalogueDiff: within((scope, _, request) => {
      const { from, to } = comparedIn(request);
      return readings.catalogues.diff(scope, from, to);
    }),
    adjustments: within((scope, reader, { query, now }) => {
      const { year = Number(dayOf(now).slice(0, 4)) } = query as { year?: number };
      return readings.catalogues.year(scope, reader, year);
    }),
    catalogueChanges: within((scope, reader) => readings.catalogues.changes(scope, reader)),
    templates: async () => ({ templates: await readings.templates.all() }),
    template: async (request) => {
      const { template = '' } = request.parameters;
      const [{ version, title, rows }, versions] = await Promise.all([
        readings.templates.version(template, versionIn(request)),
        readings.templates.versionsOf(template),
      ]);
      return { template, version, title, rows, versions };
    },
    templateDiff: (request) => {
      const { from, to } = comparedIn(request);
      return readings.templates.diff(request.parameters.template ?? '', from, to);
    },
    vocabulary: (request) => readings.words.version(versionIn(request)),
    vocabularyVersions: async () => ({
      versions: (await readings.words.versions()).map(({ vocabulary: _, ...version }) => version),
    }),
    vocabularyDiff: async (request) => {
      const { from, to } = comparedIn(request);
      return { changes: await readings.words.diff(from, to) };
    },
    powers: within((scope, reader, request) => readings.powers.register(scope, reader, versionIn(request))),
  });
