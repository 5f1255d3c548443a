import type { DomainEvent } from '../kernel/decider.ts';
import type { FailedInspection, FileCommandOf, Inspection } from './commands.ts';

export type FileEvent =
  | DomainEvent<'UploadRequested', FileCommandOf<'RequestUpload'>['data']>
  | DomainEvent<'FileAccepted', Inspection>
  | DomainEvent<'FileRejected', FailedInspection>
  | DomainEvent<'UploadLapsed', Record<never, never>>;
