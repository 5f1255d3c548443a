import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/** Objects of the bucket of files. Nothing here deletes, and what was written once is not written over. */
export interface Files {
  /** The whole object; undefined when it holds more than `most` bytes, none of which are then fetched. */
  read(key: string, most: number): Promise<Uint8Array | undefined>;
  write(key: string, bytes: Uint8Array, media: string): Promise<void>;
}

export class S3Files implements Files {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async read(key: string, most: number): Promise<Uint8Array | undefined> {
    const { Body, ContentLength = 0 } = await this.#client.send(
      new GetObjectCommand({ Bucket: this.#bucket, Key: key }),
    );
    if (!Body) throw new Error(`object ${key} has no body`);
    if (ContentLength <= most) return Body.transformToByteArray();
    (Body as { destroy?: () => void }).destroy?.();
    return undefined;
  }

  /** What readers are served is fixed again in each link; these are for whoever gets hold of the object itself. */
  async write(key: string, bytes: Uint8Array, media: string): Promise<void> {
    await this.#client.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: key,
        Body: bytes,
        ContentType: media,
        ContentDisposition: 'attachment',
        CacheControl: 'private, no-store',
      }),
    );
  }
}
