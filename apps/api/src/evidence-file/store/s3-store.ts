import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { S3Settings } from '../../config/evidence-files.js';
import type { ByteRange, FileStore } from './file-store.js';

const NOT_FOUND = 404;
const PRECONDITION_FAILED = 412;

/** In a bucket: `<city>/<hash>`. An object is there once it has come whole, and is put only where none is. */
export class S3Store implements FileStore {
  readonly describes: string;
  private readonly client: S3Client;

  constructor(private readonly settings: S3Settings) {
    const { endpoint, bucket, region, keyId, secret } = settings;
    this.describes = `${endpoint} ${bucket}`;
    this.client = new S3Client({
      endpoint,
      region,
      // Stores of one's own have no name for each bucket.
      forcePathStyle: true,
      credentials: { accessKeyId: keyId, secretAccessKey: secret },
    });
  }

  async size(tenant: string, sha256: string): Promise<number | null> {
    try {
      const { ContentLength } = await this.client.send(new HeadObjectCommand(this.keyOf(tenant, sha256)));
      return ContentLength ?? null;
    } catch (error) {
      if (isStatus(error, NOT_FOUND)) return null;
      throw error;
    }
  }

  async put(tenant: string, sha256: string, path: string): Promise<void> {
    if ((await this.size(tenant, sha256)) !== null) return;
    const { size } = await stat(path);
    const content = {
      Body: createReadStream(path),
      ContentLength: size,
      // The store compares it with what has come.
      ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
      IfNoneMatch: '*',
    };
    await this.client
      .send(new PutObjectCommand({ ...this.keyOf(tenant, sha256), ...content }))
      .catch((error: unknown) => {
        if (!isStatus(error, PRECONDITION_FAILED)) throw error;
      });
  }

  async open(tenant: string, sha256: string, range?: ByteRange): Promise<Readable> {
    const Range = range && `bytes=${range.first}-${range.last}`;
    const { Body } = await this.client.send(
      new GetObjectCommand({ ...this.keyOf(tenant, sha256), ...(Range && { Range }) }),
    );
    if (!(Body instanceof Readable)) throw new TypeError(`${this.describes} answered without a stream.`);
    return Body;
  }

  private keyOf(tenant: string, sha256: string): { readonly Bucket: string; readonly Key: string } {
    if (!/^\d{6}$/u.test(tenant) || !/^[\da-f]{64}$/u.test(sha256)) throw new RangeError(`No place for ${sha256}.`);
    return { Bucket: this.settings.bucket, Key: `${tenant}/${sha256}` };
  }
}

function isStatus(error: unknown, status: number): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === status;
}
