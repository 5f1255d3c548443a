import type { Command, Decider } from '../kernel/decider.ts';
import type { DisplayCommandOf } from './commands.ts';
import type { DisplayEvent } from './events.ts';
import { reportDelivery } from './failing.ts';
import { recordProbe } from './probing.ts';
import { refuse } from './refusals.ts';
import { type DisplayState, displayHistory } from './state.ts';

type ReportOf<Type extends 'ReportDelivery' | 'RecordProbe'> = Command<
  Type,
  DisplayCommandOf<Type>['data'],
  object
>;
/** How a delivery, a test or a challenge went. It takes nothing but the display, and nobody's seat. */
export type SenderReport = ReportOf<'ReportDelivery'> | ReportOf<'RecordProbe'>;

/** A display as its sender sees it; what people may ask of it decides `displayDecider`. */
export const reportDecider: Decider<SenderReport, DisplayEvent, DisplayState> = {
  ...displayHistory,
  /** @throws Refusal `system-only`, `display-unknown` */
  decide(report, state) {
    if (report.actor.kind !== 'system') refuse('system-only');
    const display = state ?? refuse('display-unknown');
    return report.type === 'RecordProbe' ? recordProbe(report, display) : reportDelivery(report, display);
  },
  nextDue: () => undefined,
};
