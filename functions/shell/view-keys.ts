import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import type { Day, Instant } from '../../domain/kernel/time.ts';

/** Keys of the views that are not simply "all streams of one kind in one organisation". */
const inOrganisation = (organisation: OrganisationId, view: string): string =>
  `${new OrgScope(organisation).prefix}${view}`;

/** What an organisation has on show, by the time of its last release. */
export const boardKey = (organisation: OrganisationId): string => inOrganisation(organisation, 'BOARD');

/** What became of opinions on an item, by when that was settled; of words to the organisation as such without one. */
export const answersKey = (organisation: OrganisationId, item = ''): string =>
  inOrganisation(organisation, `ANSWERS#${item}`);

/** Problems that an organisation has brought before its superior, by when it did. */
export const problemsKey = (organisation: OrganisationId): string => inOrganisation(organisation, 'PROBLEMS');

/** Reports that came to a superior from right below, by period. */
export const reportsKey = (superior: OrganisationId): string => inOrganisation(superior, 'REPORTS');
export const reportSort = (period: string, organisation: OrganisationId): string =>
  `${period}#${organisation}`;

/** What was filed with a superior: `summary#<year>#<organisation>`, `special#<organisation>#<id>`. */
export const filingsKey = (superior: OrganisationId): string => inOrganisation(superior, 'FILED');
export const summarySort = (year: string, organisation = ''): string => `summary#${year}#${organisation}`;
export const SPECIAL_SORT = 'special#';

/** What an organisation sent down, by when it did. */
export const circularsKey = (issuer: OrganisationId): string => inOrganisation(issuer, 'CIRCULARS');
/** News of an organisation, by when it was first on show, or was written while it has not been: `<instant>#<id>`. */
export const newsKey = (organisation: OrganisationId): string => inOrganisation(organisation, 'NEWS-LIST');
/** What those to whom a circular was sent did with it, by organisation. */
export const receiptsKey = (issuer: OrganisationId, circular: string): string =>
  inOrganisation(issuer, `RECEIPTS#${circular}`);

/** Visits, what follows them, and cases, of everybody right below a superior, by when each began: to be counted. */
export const supervisedKey = (superior: OrganisationId, kind: 'VISIT' | 'FOLLOWUP' | 'CASE'): string =>
  inOrganisation(superior, `SUPERVISED#${kind}`);
export const supervisedSort = (began: Instant, organisation: OrganisationId, id: string): string =>
  `${began}#${organisation}#${id}`;

/** What everybody right below a superior has held, by day; its own under its own key if nobody stands above it. */
export const activitiesKey = (superior: OrganisationId): string => inOrganisation(superior, 'ACTIVITIES');
export const activitySort = (heldOn: Day, organisation: OrganisationId, id: string): string =>
  `${heldOn}#${organisation}#${id}`;

/** Yearly appraisals of those right below a superior, by year; and what they dispute, by period. */
export const assessmentsKey = (superior: OrganisationId): string => inOrganisation(superior, 'ASSESSMENTS');
export const assessmentSort = (year: string, organisation: OrganisationId): string =>
  `${year}#${organisation}`;
export const disputesKey = (superior: OrganisationId): string => inOrganisation(superior, 'DISPUTES');
export const disputeSort = (period: string, organisation: OrganisationId, signal: string): string =>
  `${period}#${organisation}#${signal}`;

/** Files that were uploaded for an item, by when they were asked for. */
export const itemFilesKey = (organisation: OrganisationId, item: string): string =>
  inOrganisation(organisation, `FILES#${item}`);

/** What a person has asked an organisation for, by when they did. */
export const askedKey = (organisation: OrganisationId, person: string): string =>
  inOrganisation(organisation, `ASKED#${person}`);

/** What was answered in a survey: a row for each ballot. */
export const ballotsKey = (organisation: OrganisationId, survey: string): string =>
  inOrganisation(organisation, `BALLOTS#${survey}`);

/** How often strangers tried something lately; see `FeedbackGuard`. */
export const ratesKey = (organisation: OrganisationId): string => inOrganisation(organisation, RATES_VIEW);
export const RATES_VIEW = 'RATES';

/** Where people are answered who wrote by mail; see `MailReplies`. Not made from the record. */
export const repliesKey = (organisation: OrganisationId): string =>
  inOrganisation(organisation, REPLIES_VIEW);
export const REPLIES_VIEW = 'REPLIES';

/** What a display was told, by when it was planned. */
export const deliveriesKey = (organisation: OrganisationId, display: string): string =>
  inOrganisation(organisation, `DELIVERIES#${display}`);

/** Every message that a display was sent, by when; kept for a month. */
export const attemptsKey = (organisation: OrganisationId, display: string): string =>
  inOrganisation(organisation, `ATTEMPTS#${display}`);

/** How much each display may be sent now; see `DynamoPace`. Not made from the record. */
export const paceKey = (organisation: OrganisationId): string => inOrganisation(organisation, PACE_VIEW);
export const PACE_VIEW = 'PACE';

/**
 * What may lie on the desk of the organisation: opinions it received, and what the organisations below it are working
 * on, since any of that comes up to it the moment nobody there may decide. An organisation finds its own items under
 * its superior's key, the district under its own. In each organisation, what began first comes first.
 */
export const deskKey = (organisation: OrganisationId): string => inOrganisation(organisation, DESK_VIEW);
export const DESK_VIEW = 'DESK';
export const deskSort = (organisation: OrganisationId, began: Instant, id: string): string =>
  `${deskPrefix(organisation)}${began}#${id}`;
export const deskPrefix = (organisation: OrganisationId): string => `${organisation}#`;

/** Every organisation of the district. */
export const organisationsKey = (district: OrganisationId): string =>
  inOrganisation(district, 'ORGANISATIONS');

/** Organisations right below whose changes of the catalogue wait for the superior, by id. */
export const waitingChangesKey = (superior: OrganisationId): string =>
  inOrganisation(superior, 'CATALOGUE-CHANGES');

/** Those right below a superior, by id: an index of the tree. */
export const subordinatesKey = (superior: OrganisationId): string => inOrganisation(superior, 'SUBORDINATES');

/**
 * Which streams of an organisation changed on which day: sort key `<day>#<kind>#<id>`. A list of what is still to be
 * sealed. Its older rows cannot be made again, and need not be: they were sealed long ago (ADR 0022).
 */
export const changesKey = (organisation: OrganisationId): string =>
  inOrganisation(organisation, CHANGES_VIEW);
export const CHANGES_VIEW = 'CHANGES';

/**
 * How everybody under a superior stands, by period: the superior's own sum first (`2026Q4`), then one row for each
 * organisation (`2026Q4#<id>`) and for the sum of each that is a superior itself (`2026Q4#<id>#sum`).
 */
export const dutiesKey = (superior: OrganisationId): string => inOrganisation(superior, 'DUTIES');
export const tallySort = (period: string): string => period;
export const standingSort = (period: string, organisation: OrganisationId): string =>
  `${period}#${organisation}`;
export const tallyUnderSort = (period: string, organisation: OrganisationId): string =>
  `${period}#${organisation}#sum`;

/**
 * When each screen of the district was last heard of: sort key `<organisation>#<display>`. Not made from the record, so
 * a rebuild leaves it alone; the site may write under this key and no other.
 */
export const screensKey = (district: OrganisationId): string => inOrganisation(district, SCREENS_VIEW);
export const SCREENS_VIEW = 'SCREENS';
export const screenSort = (organisation: OrganisationId, display: string): string =>
  `${organisation}#${display}`;

/**
 * How often items were read: sort key `<day>#<instance>`, a row for each instance of the site that counted. Not made from
 * the record, so a rebuild leaves it alone; see `ReadCounts`.
 */
export const readsKey = (organisation: OrganisationId): string => inOrganisation(organisation, READS_VIEW);
export const READS_VIEW = 'READS';
