import type { Context } from 'hono';
import type { DisplayTokens } from '../adapters/display-tokens.ts';
import type { Views } from '../adapters/views.ts';
import type { HttpEnv } from '../edge/http.ts';
import type { OidcProvider } from '../edge/token.ts';
import type { FeedTokens } from '../export/feed-token.ts';
import type { OpenIssuers } from '../issuing/issuers.ts';
import type { Permits } from '../issuing/permits.ts';
import type { Voice } from '../issuing/voice.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import type { Digests } from '../shell/digests.ts';
import type { DisplayCommands } from '../shell/display-commands.ts';
import type { EnquiryCommands } from '../shell/enquiry-commands.ts';
import type { Challenges } from '../shell/feedback-challenge.ts';
import type { FeedbackCommands } from '../shell/feedback-commands.ts';
import type { FileAccess } from '../shell/file-access.ts';
import type { FileCommands } from '../shell/file-commands.ts';
import type { ItemCommands } from '../shell/item-commands.ts';
import type { LedgerCommands } from '../shell/ledger-commands.ts';
import type { Readings } from '../shell/readings.ts';
import type { SurveyCommands } from '../shell/survey-commands.ts';
import type { Tenancy } from '../shell/tenancy.ts';
import type { TopicCommands } from '../shell/topic-commands.ts';
import type { Person } from './session.ts';

/** What the pages stand on. All reading goes through `readings`, all writing through the two kinds of commands. */
export interface SiteServices {
  readonly readings: Readings;
  readonly tenancy: Tenancy;
  readonly aggregates: Aggregates;
  readonly views: Views;
  /** Commands by the operations of the API. */
  readonly issuers: OpenIssuers;
  readonly items: ItemCommands;
  readonly files: FileCommands;
  /** Signs uploads and links. */
  readonly access: FileAccess;
  readonly fetchObject: (url: string) => Promise<Uint8Array<ArrayBuffer>>;
  readonly feedback: FeedbackCommands;
  readonly enquiries: EnquiryCommands;
  readonly topics: TopicCommands;
  readonly surveys: SurveyCommands;
  /** What stands between strangers and the record. */
  readonly voice: Voice & { readonly challenges: Challenges };
  readonly ledgers: LedgerCommands;
  readonly displays: DisplayCommands;
  readonly digests: Digests;
  readonly permits: Permits;
  readonly provider: Pick<OidcProvider, 'identify' | 'metadata'>;
  /** Of screens that are not for everybody. */
  readonly displayTokens: DisplayTokens;
  /** Of calendar programmes that read due days. */
  readonly feedTokens: FeedTokens;
  readonly settings: SiteSettings;
}

export interface SiteSettings {
  /** Origin under which people reach this system, without a path. */
  readonly publicUrl: string;
  /** Id of the district, the root of the tree. */
  readonly district: string;
  /** The client that this system is registered as at the OpenID provider. */
  readonly clientId: string;
  /** Who may show boards and item pages in a frame, as CSP writes it. Wall screens may always, the desk never. */
  readonly boardFrameAncestors: string;
}

export interface SiteEnv extends HttpEnv {
  readonly Variables: HttpEnv['Variables'] & {
    /** Who is signed in. */
    person: Person | undefined;
  };
}

export type SiteContext = Context<SiteEnv>;
