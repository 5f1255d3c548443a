import type { Audience } from '../kernel/audience.ts';
import type { EventContext, History } from '../kernel/decider.ts';
import type { Instant } from '../kernel/time.ts';
import type { RecordedContent } from './content.ts';
import type { ItemEvent, ItemFinding } from './events.ts';
import { maskFinding } from './masking.ts';
import { type Item, type ItemState, latest, type Release, type Version } from './state.ts';

export const itemHistory: History<ItemEvent, ItemState> = { initial: undefined, evolve };

/** What each event means for the item. Never refuses: what was recorded happened. */
function evolve(state: ItemState, event: ItemEvent, context: EventContext): ItemState {
  const by = context.by.kind === 'person' ? context.by.person : context.by.name;
  const at = context.at;
  if (event.type === 'ItemProposed') {
    const first = firstDraft(1, event.data, by, at);
    return { versions: [first], proofs: [], progress: [], stagesDone: {}, lookAgainRaised: false };
  }
  if (!state) return state;
  switch (event.type) {
    case 'ItemAmended':
      return onLatest(state, { ...textOf(event.data), authors: withAuthor(latest(state), by) });
    case 'ItemSubmitted':
      return onLatest(state, { stage: 'submitted', submittedAt: at, authors: withAuthor(latest(state), by) });
    case 'ItemScreened':
      return onLatest(state, { findings: event.data.findings });
    case 'FindingMasked':
      return onLatest(state, maskFinding(latest(state), event.data.finding));
    case 'FindingJustified': {
      const { finding, reason } = event.data;
      const settle = (f: ItemFinding) =>
        f.id === finding ? { ...f, settled: 'justified' as const, reason } : f;
      return onLatest(state, { findings: latest(state).findings?.map(settle) ?? [] });
    }
    case 'ItemReturned':
      return backToDraft(state, { reason: event.data.reason, by, at });
    case 'ItemReviewed':
      return onLatest(state, { stage: 'reviewed', review: { ...event.data, by, at } });
    case 'MembersConsulted':
      return onLatest(state, { consultation: { ...event.data, at, answers: [], lapsed: false } });
    case 'ConsultationAnswered':
    case 'ConsultationLapsed':
      return onConsultation(state, event, at);
    case 'ApprovalStepPassed':
      return onLatest(state, { approvals: [...latest(state).approvals, { ...event.data, by, at }] });
    case 'ItemEscalated':
      return onLatest(state, { escalated: { reason: event.data.reason, by, at } });
    case 'ItemApproved':
      return onLatest(state, { stage: 'approved', approvedAt: at, ...event.data });
    case 'ItemWithheld':
      return onLatest(state, { stage: 'withheld' });
    case 'ItemReleased': {
      const { version: number, ...release } = event.data;
      return onVersion(state, number, (version) => ({
        stage: 'released',
        releases: [...version.releases, { ...release, at, ...inOfficeSystem(version, release.audience) }],
      }));
    }
    case 'ItemWithdrawn': {
      const { versions, ...withdrawn } = event.data;
      const taken = { withdrawn: { ...withdrawn, by, at } };
      return versions.reduce((item, number) => onVersion(item, number, () => taken), state);
    }
    case 'ItemExpired':
      return onVersion(state, event.data.version, () => ({ expiredAt: at }));
    case 'ProofRecorded':
      return { ...state, proofs: [...state.proofs, { ...event.data, by, at }] };
    case 'ProgressRecorded':
      return { ...state, progress: [...state.progress, { ...event.data, by, at }] };
    case 'StageCompleted': {
      const { name, completedOn, note } = event.data;
      const done = note === undefined ? { completedOn } : { completedOn, note };
      return { ...state, stagesDone: { ...state.stagesDone, [name]: done } };
    }
    case 'ItemRevised':
      return reopened(state, event.data, by, at);
    case 'LookAgainDue':
      return { ...state, lookAgainRaised: true };
    case 'ItemClosed':
      return { ...state, closed: { ...event.data, by, at } };
  }
}

/** Also says that the type goes by its first name, should the text before have had another. */
const textOf = ({
  documentTypeName,
  ...content
}: RecordedContent): Pick<Version, 'content' | 'documentTypeName'> => ({
  content,
  documentTypeName,
});

function firstDraft(number: number, content: RecordedContent, by: string, at: Instant): Version {
  return {
    number,
    ...textOf(content),
    stage: 'drafted',
    proposedBy: by,
    proposedAt: at,
    authors: [by],
    approvals: [],
    releases: [],
  };
}

/** What was approved for the office system is for the Party members there, and for no other audience. */
const inOfficeSystem = ({ officeSystem }: Version, audience: Audience): Pick<Release, 'officeSystem'> =>
  officeSystem && audience === 'party' ? { officeSystem } : {};

const withAuthor = ({ authors }: Version, by: string): readonly string[] =>
  authors.includes(by) ? authors : [...authors, by];

const onLatest = (item: Item, change: Partial<Version>): Item =>
  onVersion(item, latest(item).number, () => change);

function onVersion(item: Item, number: number, change: (version: Version) => Partial<Version>): Item {
  return {
    ...item,
    versions: item.versions.map((version) =>
      version.number === number ? { ...version, ...change(version) } : version,
    ),
  };
}

/** A returned version starts over: earlier verdicts, consultations and approvals do not count for the next attempt. */
function backToDraft(item: Item, returned: NonNullable<Version['returned']>): Item {
  const { number, content, documentTypeName, proposedBy, proposedAt, authors, revision } = latest(item);
  const draft: Version = {
    ...firstDraft(number, { ...content, documentTypeName }, proposedBy, proposedAt),
    authors,
    stage: 'returned',
    returned,
    ...(revision && { revision }),
  };
  return { ...item, versions: item.versions.with(-1, draft) };
}

function onConsultation(
  item: Item,
  event: Extract<ItemEvent, { type: 'ConsultationAnswered' | 'ConsultationLapsed' }>,
  at: Instant,
): Item {
  const { consultation } = latest(item);
  if (!consultation) return item;
  if (event.type === 'ConsultationLapsed')
    return onLatest(item, { consultation: { ...consultation, lapsed: true } });
  const answers = [...consultation.answers, { ...event.data, at }];
  return onLatest(item, { consultation: { ...consultation, answers } });
}

type RevisedData = Extract<ItemEvent, { type: 'ItemRevised' }>['data'];

function reopened(item: Item, { content, reason, answers }: RevisedData, by: string, at: Instant): Item {
  const { closed: _closed, ...open } = item;
  const next = { ...firstDraft(item.versions.length + 1, content, by, at), revision: { reason, answers } };
  return { ...open, lookAgainRaised: false, versions: [...item.versions, next] };
}
