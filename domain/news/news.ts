import { requireAmongDeciders, reviewersOf } from '../item/deciders.ts';
import type { Passage } from '../item/waits.ts';
import type { Decider } from '../kernel/decider.ts';
import { requireSeat } from '../organisation/authority.ts';
import { requireRunning } from '../organisation/standing.ts';
import type { NewsCommand, NewsCommandOf } from './commands.ts';
import type { NewsEvent, NewsText } from './events.ts';
import { refuse } from './refusals.ts';
import { findingsIn } from './screening.ts';
import {
  firstShownAt,
  latestOf,
  type News,
  type NewsState,
  type NewsVersion,
  newsHistory,
  newsStageOf,
} from './state.ts';

/**
 * 动态: written at any time, checked for secrets by somebody else, and on show from that moment (LY-11). Two streams may
 * go out together under their labels (JX-03). It stands under no row of the catalogue and meets no duty.
 */
export const newsDecider: Decider<NewsCommand, NewsEvent, NewsState> = {
  ...newsHistory,
  decide,
  nextDue: () => undefined,
};

function decide(command: NewsCommand, state: NewsState): readonly NewsEvent[] {
  if (command.type === 'WriteNews') {
    if (state) refuse('news-exists');
    return write(command);
  }
  const news = state ?? refuse('news-unknown');
  if (command.type === 'TakeDownNews') return takeDown(command, news);
  if (news.down) refuse('news-down');
  switch (command.type) {
    case 'CorrectNews':
      return correct(command, news);
    case 'MaskNewsFinding':
      requireOpenFinding(command, news);
      return [{ type: 'NewsFindingMasked', data: command.data }];
    case 'JustifyNewsFinding':
      requireOpenFinding(command, news);
      return [{ type: 'NewsFindingJustified', data: command.data }];
    case 'ReleaseNews':
      return release(command, news);
    case 'ReturnNews':
      requireChecker(command, news);
      return [{ type: 'NewsReturned', data: command.data }];
  }
}

function write(command: NewsCommandOf<'WriteNews'>): readonly NewsEvent[] {
  const { organisation } = command.facts;
  requireSeat(command.actor, organisation, organisation.policy.proposers, command.now);
  requireRunning(organisation);
  const { stream } = command.data;
  return [{ type: 'NewsWritten', data: { stream, ...textOf(command.data) } }];
}

function correct(command: NewsCommandOf<'CorrectNews'>, news: News): readonly NewsEvent[] {
  const { organisation } = command.facts;
  requireSeat(command.actor, organisation, organisation.policy.proposers, command.now);
  const { correction } = command.data;
  if (firstShownAt(news) !== undefined && correction === undefined)
    refuse('news-correction-unexplained', { field: 'correction' });
  return [{ type: 'NewsCorrected', data: textOf(command.data) }];
}

/** As it is recorded: screened, and declared to be free of secrets. @throws Refusal `news-maybe-secret` */
function textOf({ title, text, audience, notSecret, correction }: WrittenText): NewsText {
  if (!notSecret) refuse('news-maybe-secret', { field: 'notSecret' });
  const prose = { title, text, ...(correction !== undefined && { correction }) };
  return { ...prose, audience, findings: findingsIn(prose) };
}
type WrittenText = Omit<NewsCommandOf<'WriteNews'>['data'], 'stream'> &
  Pick<NewsCommandOf<'CorrectNews'>['data'], 'correction'>;

function release(command: NewsCommandOf<'ReleaseNews'>, news: News): readonly NewsEvent[] {
  const { findings, number } = requireChecker(command, news);
  if (command.data.version !== number) refuse('news-version-passed', { field: 'version', number });
  if (!command.data.notSecret) refuse('news-maybe-secret', { field: 'notSecret' });
  const count = findings.filter(({ settled }) => !settled).length;
  if (count > 0) refuse('news-findings-open', { count });
  return [{ type: 'NewsReleased', data: {} }];
}

function takeDown(command: NewsCommandOf<'TakeDownNews'>, { down }: News): readonly NewsEvent[] {
  const { organisation } = command.facts;
  const { proposers, reviewers } = organisation.policy;
  requireSeat(command.actor, organisation, [...proposers, ...reviewers], command.now);
  return down ? [] : [{ type: 'NewsTakenDown', data: command.data }];
}

/**
 * Who wrote any of it, as the rules for items want to have it: they bar them all from checking it. Where nobody else is
 * left who reviews, be the school ever so small, its superior does.
 */
export const passageOf = ({ versions }: News): Passage => ({
  authors: [...new Set(versions.map(({ written }) => written.by))],
  content: { matter: 'ordinary' },
  approvals: [],
});

/** The version that waits, for a person who may check it. @throws Refusal */
function requireChecker({ actor, facts, now }: NewsCommand, news: News): NewsVersion {
  const version = requireWaiting(news);
  const passage = passageOf(news);
  if (actor.kind === 'person' && passage.authors.includes(actor.person)) refuse('news-own');
  requireAmongDeciders(actor, reviewersOf(passage, facts, now));
  return version;
}

/** Whoever writes or checks may settle a finding; whoever checks sees the result. @throws Refusal */
function requireOpenFinding(
  { actor, facts, now, data }: NewsCommandOf<'MaskNewsFinding' | 'JustifyNewsFinding'>,
  news: News,
): void {
  const { organisation } = facts;
  const { proposers, reviewers } = organisation.policy;
  requireSeat(actor, organisation, [...proposers, ...reviewers], now);
  const open = requireWaiting(news).findings.some(({ id, settled }) => id === data.finding && !settled);
  if (!open) refuse('news-finding-unknown', { field: 'finding' });
}

const requireWaiting = (news: News): NewsVersion =>
  newsStageOf(news) === 'waiting' ? latestOf(news) : refuse('news-nothing-waits');
