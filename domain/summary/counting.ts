import type { ReceiptCard } from '../circular/receipt-state.ts';
import type { CircularCard } from '../circular/state.ts';
import { type Counts, countsOn, standingOf } from '../duty/standing.ts';
import type { Ledger } from '../duty/state.ts';
import type { EnquiryCard } from '../enquiry/card.ts';
import { DECISIONS } from '../enquiry/vocabulary.ts';
import type { FeedbackCard } from '../feedback/card.ts';
import { OUTCOMES, VOICES } from '../feedback/vocabulary.ts';
import { type Day, dayOf, type Instant } from '../kernel/time.ts';
import type { SurveyCard } from '../survey/card.ts';
import type { Ballot } from '../survey/state.ts';
import type { TopicCard } from '../topic/card.ts';
import { type DisclosedInYear, isIn } from './disclosed.ts';
import { added, countBy, type Tally, type YearFigures } from './figures.ts';
import type { FilingCard } from './filing-state.ts';

/** What became of a row of the catalogue; see `functions/shell/reading/full-picture.ts`. */
const ROW_STATES = {
  disclosed: '已公开',
  offline: '已以会议、文件等形式公开',
  withheld: '依规不予公开',
  'not-for-now': '暂不公开',
  open: '尚未公开',
} as const;
export type RowState = keyof typeof ROW_STATES;

/** What one organisation has on record, of which a year is counted. */
export interface YearSources {
  readonly disclosed: readonly DisclosedInYear[];
  readonly ledgers: readonly Ledger[];
  /** What has become of each row of the catalogue by now. */
  readonly rows: readonly RowState[];
  /** When the catalogue was changed, and how that is called. */
  readonly adjustments: readonly { readonly at: Instant; readonly name: string }[];
  readonly enquiries: readonly EnquiryCard[];
  readonly opinions: readonly FeedbackCard[];
  readonly topics: readonly TopicCard[];
  readonly surveys: readonly SurveyCard[];
  /** Of the surveys that closed in the year. */
  readonly ballots: readonly Ballot[];
  readonly circulars: readonly CircularCard[];
  readonly receipts: readonly ReceiptCard[];
  readonly filings: readonly FilingCard[];
  /** Reads in the year, by whom: see `ReadCounts`. */
  readonly reads: Tally;
  /** Meetings, trainings and the like that were held in the year, by their kind. */
  readonly activities: Tally;
}

/** @param today day on which is counted; of a year that is over, its last one */
export function figuresOf(sources: YearSources, year: string, today: Day): YearFigures {
  const inYear = (at: Instant): boolean => isIn(year, dayOf(at));
  const { disclosed, reads, activities } = sources;
  const opinions = sources.opinions.filter(
    ({ into, kind, receivedAt }) => into === undefined && kind !== 'problem' && inYear(receivedAt),
  );
  const enquiries = sources.enquiries.filter(({ registeredAt }) => inYear(registeredAt));
  const topics = sources.topics.filter(({ raisedAt }) => inYear(raisedAt));
  const surveys = sources.surveys.filter(({ closesAt, withdrawn }) => !withdrawn && inYear(closesAt));
  const adjustments = sources.adjustments.filter(({ at }) => inYear(at));
  return {
    total: { 公开事项: disclosed.length },
    class: countBy(disclosed, (item) => item.class),
    form: countBy(disclosed, ({ form }) => form),
    audience: countBy(disclosed, ({ audience }) => audience),
    basis: countBy(disclosed, ({ basis }) => basis),
    duty: dutiesOf(sources.ledgers, today),
    row: countBy(sources.rows, (state) => ROW_STATES[state]),
    adjustment: countBy(adjustments, ({ name }) => name),
    enquiry: {
      收到申请: enquiries.length,
      已作出决定: enquiries.filter(({ decidedAt }) => decidedAt !== undefined).length,
      当场答复: enquiries.filter(({ stage }) => stage === 'answered').length,
      逾期: enquiries.filter(({ overdue }) => overdue).length,
      接待: sources.enquiries.flatMap(({ receptions }) => receptions).filter(({ at }) => inYear(at)).length,
    },
    decision: countBy(enquiries, ({ outcome }) => outcome && DECISIONS[outcome]),
    opinion: {
      收到: opinions.length,
      已答复: opinions.filter(({ answeredAt }) => answeredAt !== undefined).length,
      办理中: opinions.filter(({ answeredAt, stage }) => answeredAt === undefined && stage !== 'closed')
        .length,
      逾期: opinions.filter(({ overdue }) => overdue).length,
    },
    speaker: countBy(opinions, ({ speaker }) => VOICES[speaker]),
    outcome: countBy(opinions, ({ outcome }) => outcome && OUTCOMES[outcome]),
    topic: topicsOf(topics),
    survey: {
      组织征求意见: surveys.length,
      收回意见: sources.ballots.length,
      已反馈结果: surveys.filter(({ concluded }) => concluded).length,
    },
    read: reads,
    'took-part': tookPart(opinions, sources.ballots),
    supervised: supervised(opinions),
    activity: activities,
    circular: circularsOf(sources, inYear),
  };
}

/** Every duty of the year's quarters, as it stands on the day. */
function dutiesOf(ledgers: readonly Ledger[], today: Day): Tally {
  const all = ledgers.map((ledger) => {
    const { soon, classes } = standingOf(ledger, { id: '', name: '', rows: [] });
    return dutyNames(countsOn(today, soon, Object.values(classes)));
  });
  return added(all);
}

const dutyNames = ({ met, late, excused, overdue, soon, open }: Counts): Tally => ({
  按期公开: met,
  补公开: late,
  免予公开: excused,
  逾期未公开: overdue,
  尚未到期: soon + open,
});

const topicsOf = (topics: readonly TopicCard[]): Tally => ({
  提出: topics.filter(({ into }) => into === undefined).length,
  以公开回应: topics.filter(({ stage }) => stage === 'answered').length,
  说明不予公开理由: topics.filter(({ stage }) => stage === 'refused').length,
  支持人次: topics.reduce((sum, { support }) => sum + support, 0),
});

/** 参与权 (DF-34): what Party members said of their own accord, and when they were asked. */
const tookPart = (opinions: readonly FeedbackCard[], ballots: readonly Ballot[]): Tally => {
  const members = opinions.filter(({ speaker }) => speaker === 'party-member');
  return {
    党员提出意见建议: members.filter(({ kind }) => kind !== 'proposal').length,
    党员建议公开: members.filter(({ kind }) => kind === 'proposal').length,
    党员参加征求意见: ballots.filter(({ group }) => group === 'party').length,
  };
};

/** 监督权 (DF-34): what members said of conduct, and what had to be put right because of it. */
const supervised = (opinions: readonly FeedbackCard[]): Tally => {
  const members = opinions.filter(({ speaker }) => speaker === 'party-member');
  return {
    党员反映作风问题: members.filter((card) => card.class === 'conduct').length,
    因党员意见整改: members.filter(({ outcome, rectifyBy }) => outcome === 'adopted' || rectifyBy).length,
  };
};

function circularsOf({ circulars, receipts, filings }: YearSources, inYear: (at: Instant) => boolean): Tally {
  const received = receipts.filter(({ receivedAt }) => receivedAt !== undefined && inYear(receivedAt));
  return {
    下发文件通知: circulars.filter(({ issuedAt, withdrawn }) => !withdrawn && inYear(issuedAt)).length,
    签收上级文件通知: received.length,
    按期办结任务: received.filter(({ done }) => done && !done.late).length,
    报送专题报告: filings.filter(({ kind, filedAt }) => kind === 'special' && inYear(filedAt)).length,
  };
}
