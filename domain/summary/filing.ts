import type { Decider } from '../kernel/decider.ts';
import { dayOf } from '../kernel/time.ts';
import { requireSeat } from '../organisation/authority.ts';
import { personalData } from '../screening/personal-data.ts';
import { summaryDueOn } from './due.ts';
import type { FilingCommand, FilingCommandOf } from './filing-commands.ts';
import { refuse } from './filing-refusals.ts';
import { type Filing, type FilingEvent, type FilingState, filingHistory } from './filing-state.ts';
import { receiving } from './filing-vocabulary.ts';

/** 报送: a yearly summary or a special report goes up, and comes back with a receipt (DF-35, HZ-36). */
export const filingDecider: Decider<FilingCommand, FilingEvent, FilingState> = {
  ...filingHistory,
  decide(command, state) {
    switch (command.type) {
      case 'FileSummary':
      case 'FileSpecialReport':
        return file(command, state);
      case 'AcknowledgeFiling':
        return acknowledge(command, received(command, state));
      case 'ReturnFiling':
        return sendBack(command, received(command, state));
    }
  },
  nextDue: () => undefined,
};

function file(
  command: FilingCommandOf<'FileSummary' | 'FileSpecialReport'>,
  state: FilingState,
): readonly FilingEvent[] {
  const { actor, facts, now } = command;
  const { organisation, superior } = facts;
  requireSeat(actor, organisation, organisation.policy.proposers, now);
  const { superior: to } = organisation;
  if (!superior || to === undefined) return refuse('filing-without-superior');
  if (state && state.stage !== 'returned') refuse('filing-sent');
  const count = personalData(command.data.text, 'text').length;
  if (count > 0) refuse('filing-holds-personal-data', { field: 'text', count });
  if (command.type === 'FileSpecialReport')
    return [{ type: 'SpecialReportFiled', data: { ...command.data, to } }];
  const { year } = command.data;
  if (dayOf(now) < `${year}-01-01`) refuse('filing-year-not-begun', { field: 'year', year });
  return [
    { type: 'SummaryFiled', data: { ...command.data, to, dueOn: summaryDueOn(year, superior.policy) } },
  ];
}

/** Whoever looks for it elsewhere than where it was filed learns nothing of it. */
function received(
  { actor, facts, now }: FilingCommandOf<'AcknowledgeFiling' | 'ReturnFiling'>,
  state: FilingState,
): Filing {
  const { superior, at } = facts;
  if (!superior || !state || state.to !== at) return refuse('filing-unknown');
  requireSeat(actor, superior, [receiving(state.receiver)], now);
  return state;
}

function acknowledge(
  { data }: FilingCommandOf<'AcknowledgeFiling'>,
  { stage }: Filing,
): readonly FilingEvent[] {
  if (stage === 'returned') refuse('filing-returned');
  return stage === 'acknowledged' ? [] : [{ type: 'FilingAcknowledged', data }];
}

function sendBack({ data }: FilingCommandOf<'ReturnFiling'>, { stage }: Filing): readonly FilingEvent[] {
  if (stage === 'acknowledged') refuse('filing-acknowledged');
  return stage === 'returned' ? [] : [{ type: 'FilingReturned', data }];
}
