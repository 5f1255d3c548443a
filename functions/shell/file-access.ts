import type { Inspection } from '../../domain/file/commands.ts';
import type { StoredFile } from '../../domain/file/state.ts';
import { FILE_TYPES, isImage, MAX_BYTES } from '../../domain/file/types.ts';
import { refuse } from '../../domain/kernel/refusal.ts';
import type { OrganisationId } from '../../domain/kernel/scope.ts';
import { epochOf, type Instant, instantOf } from '../../domain/kernel/time.ts';
import type { Presigner, UploadForm } from '../adapters/presigned.ts';
import { incomingKey, publishedKey, thumbnailKey } from './file-keys.ts';
import type { OpenFile } from './reading/file-reading.ts';

/** Long enough to choose a photo and send it over a slow line. */
const UPLOAD_SECONDS = 900;
/** Whoever passes a link on gives access for as long. */
const LINK_SECONDS = 300;

export interface SignedUpload extends UploadForm {
  readonly expiresAt: Instant;
}

export interface SignedLink {
  readonly url: string;
  readonly expiresAt: Instant;
}

/** The ways to and from the bucket, each open for minutes and for one file. Whether to open one, others decide. */
export class FileAccess {
  readonly #presigner: Presigner;

  constructor(presigner: Presigner) {
    this.#presigner = presigner;
  }

  /** Where browsers send files and fetch them from. */
  get origin(): string {
    return this.#presigner.origin;
  }

  /** @param redirect where a browser goes when it is done */
  upload(
    organisation: OrganisationId,
    { id, file: { declared } }: OpenFile,
    now: Instant,
    redirect?: string,
  ): SignedUpload {
    const form = this.#presigner.upload({
      key: incomingKey({ organisation, id }),
      least: declared.bytes ?? 1,
      most: declared.bytes ?? MAX_BYTES,
      sha256: declared.sha256,
      redirect,
      now,
      seconds: UPLOAD_SECONDS,
    });
    return { ...form, expiresAt: later(now, UPLOAD_SECONDS) };
  }

  /** Images are shown, documents only saved: no browser opens in our name what somebody uploaded. */
  link(organisation: OrganisationId, { id, file }: OpenFile, now: Instant): SignedLink {
    const { sha256, type } = inspectionOf(file);
    return this.#link(publishedKey({ organisation, id }, sha256), now, {
      media: FILE_TYPES[type].media,
      disposition: `${isImage(type) ? 'inline' : 'attachment'}; ${fileName(file.name, type)}`,
    });
  }

  /** @throws Refusal `not-found` for what is no image */
  thumbnail(organisation: OrganisationId, { id, file }: OpenFile, now: Instant): SignedLink {
    const { sha256, type } = inspectionOf(file);
    if (!isImage(type)) refuse('not-found');
    const { media } = FILE_TYPES.jpeg;
    return this.#link(thumbnailKey({ organisation, id }, sha256), now, { media, disposition: 'inline' });
  }

  #link(key: string, now: Instant, served: { media: string; disposition: string }): SignedLink {
    const url = this.#presigner.link({ key, ...served, now, seconds: LINK_SECONDS });
    return { url, expiresAt: later(now, LINK_SECONDS) };
  }
}

/** Of what has not been accepted nothing is served. @throws Refusal `not-found` */
const inspectionOf = ({ inspection }: StoredFile): Inspection => inspection ?? refuse('not-found');

const later = (now: Instant, seconds: number): Instant => instantOf(epochOf(now) + seconds * 1000);

/** The name that it is known by here, with the ending of what it really is (RFC 6266, RFC 8187). */
function fileName(name: string, type: Inspection['type']): string {
  const { extension } = FILE_TYPES[type];
  const whole = encodeURIComponent(`${name}.${extension}`).replace(
    /['()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="file.${extension}"; filename*=UTF-8''${whole}`;
}
