import { FeedbackGuard } from '../shell/feedback-guard.ts';
import { Receipts } from '../shell/feedback-receipts.ts';
import type { Ground } from './ground.ts';

/** What stands between strangers and the record: receipts to follow an opinion by, and a limit to how many. */
export interface Voice {
  readonly receipts: Receipts;
  readonly guard: Pick<FeedbackGuard, 'admit'>;
}

export const voiceOf = ({ views, masterKey }: Pick<Ground, 'views' | 'masterKey'>): Voice => ({
  receipts: new Receipts(masterKey),
  guard: new FeedbackGuard(views, masterKey),
});
