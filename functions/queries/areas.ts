import { OrgScope } from '../../domain/kernel/scope.ts';
import type { Area } from '../api/areas.ts';
import type { FileAccess } from '../shell/file-access.ts';
import type { Readings } from '../shell/readings.ts';
import type { AnsweredRead, Within } from './answered.ts';

/** Every reading of the API, in parts that are loaded when asked for. */
export function readAreas(
  readings: Readings,
  access: () => Promise<FileAccess>,
): readonly Area<AnsweredRead>[] {
  const within: Within = (read) => async (request) => {
    const scope = new OrgScope(request.parameters.organisation ?? '');
    return read(scope, await readings.reader(scope, request.identity?.person, request.now), request);
  };
  return [
    {
      at: ['organisations', 'lights', 'gaps', 'open-work', 'regulations'],
      load: async () => (await import('./organisation-readers.ts')).organisationReaders(readings, within),
    },
    {
      at: ['board', 'items', 'files', 'half-pairs', 'matches'],
      load: async () => (await import('./item-readers.ts')).itemReaders(readings, within, access),
    },
    {
      at: ['catalogue', 'catalogue-templates', 'vocabulary', 'powers'],
      load: async () => (await import('./catalogue-readers.ts')).catalogueReaders(readings, within),
    },
    {
      at: ['desk', 'me'],
      load: async () => (await import('./desk-readers.ts')).deskReaders(readings, within),
    },
    {
      at: ['feedback', 'answers', 'opinion-overview', 'mailbox', 'problems', 'reports'],
      load: async () => (await import('./opinion-readers.ts')).opinionReaders(readings, within),
    },
    {
      at: ['enquiries', 'my-enquiries', 'receptions', 'unmet-requests'],
      load: async () => (await import('./enquiry-readers.ts')).enquiryReaders(readings, within),
    },
    {
      at: ['topics'],
      load: async () => (await import('./topic-readers.ts')).topicReaders(readings, within),
    },
    {
      at: ['surveys'],
      load: async () => (await import('./survey-readers.ts')).surveyReaders(readings, within),
    },
    {
      at: ['decisions', 'matters', 'open-actions'],
      load: async () => (await import('./decision-readers.ts')).decisionReaders(readings, within),
    },
    {
      at: ['displays'],
      load: async () => (await import('./display-readers.ts')).displayReaders(readings, within),
    },
    {
      at: ['ledgers', 'standings', 'calendar', 'seals'],
      load: async () => (await import('./duty-readers.ts')).dutyReaders(readings, within),
    },
    {
      at: ['evaluation', 'standards', 'disputes', 'rounds', 'assessments'],
      load: async () => (await import('./evaluation-readers.ts')).evaluationReaders(readings, within),
    },
    {
      at: ['activities', 'trainings'],
      load: async () => (await import('./activity-readers.ts')).activityReaders(readings, within),
    },
    {
      at: ['campaigns'],
      load: async () => (await import('./campaign-readers.ts')).campaignReaders(readings, within),
    },
    {
      at: ['news'],
      load: async () => (await import('./news-readers.ts')).newsReaders(readings, within),
    },
    {
      at: ['circulars', 'received-circulars'],
      load: async () => (await import('./circular-readers.ts')).circularReaders(readings, within),
    },
    {
      at: ['summaries', 'filings', 'received-filings'],
      load: async () => (await import('./summary-readers.ts')).summaryReaders(readings, within),
    },
    {
      at: ['contacts', 'schemes', 'statistics', 'roster', 'composition'],
      load: async () => (await import('./profile-readers.ts')).profileReaders(readings, within),
    },
    {
      at: ['visits', 'follow-ups', 'cases', 'supervision', 'examples', 'ledger-entries'],
      load: async () => (await import('./supervision-readers.ts')).supervisionReaders(readings, within),
    },
    {
      at: ['openapi.json', 'asyncapi.json'],
      load: async () => (await import('./document-readers.ts')).documentReaders(),
    },
  ];
}
