import type { Log } from '../adapters/log.ts';
import type { SigningEnvironment } from '../adapters/presigned.ts';
import type { Views } from '../adapters/views.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import type { District } from '../shell/organisation-commands.ts';
import type { Permits } from './permits.ts';

/** What commands are issued on: the record, what is read beside it, and who may know of what. */
export interface Ground {
  readonly log: Log;
  readonly aggregates: Aggregates;
  readonly views: Pick<Views, 'get' | 'list' | 'listIndex' | 'put'>;
  readonly district: District;
  readonly permits: Permits;
  /** By which secrets are derived and sealed. Whoever needs one makes it: most commands have none. */
  readonly masterKey: string;
}

/** What some commands need besides: those that store. */
export interface WholeGround extends Ground {
  readonly files: { readonly bucket: string; readonly environment?: SigningEnvironment };
}
