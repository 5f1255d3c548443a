import type { Log } from '../adapters/log.ts';
import type { MailboxSecrets } from '../adapters/mailbox-secrets.ts';
import type { Sealer } from '../adapters/sealed.ts';
import type { DisplaySecrets } from '../adapters/secrets.ts';
import type { Views } from '../adapters/views.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import type { FeedbackGuard } from '../shell/feedback-guard.ts';
import type { Receipts } from '../shell/feedback-receipts.ts';
import type { FileAccess } from '../shell/file-access.ts';
import type { District } from '../shell/organisation-commands.ts';
import type { Permits } from './permits.ts';

/** What commands are issued on: the record, what is read beside it, and who may know of what. */
export interface Ground {
  readonly log: Log;
  readonly aggregates: Aggregates;
  readonly views: Pick<Views, 'get' | 'list' | 'listIndex' | 'put'>;
  readonly district: District;
  readonly permits: Permits;
  /** Gives out what mail is signed with, to whoever sets a mailbox up. */
  readonly mailboxSecrets: MailboxSecrets;
}

/** What stands between strangers and the record: receipts to follow an opinion by, and a limit to how many. */
export interface Voice {
  readonly receipts: Receipts;
  readonly guard: Pick<FeedbackGuard, 'admit'>;
}

/** What some commands need besides: keys, and what speaks with strangers, displays and stores. */
export interface WholeGround extends Ground {
  readonly voice: Voice;
  readonly secrets: DisplaySecrets;
  readonly sealer: Sealer;
  readonly access: FileAccess;
}
