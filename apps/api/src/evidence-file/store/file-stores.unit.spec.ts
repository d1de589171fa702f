import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import S3rver from 's3rver';
import { DiskStore } from './disk-store.js';
import type { FileStore } from './file-store.js';
import { S3Store } from './s3-store.js';

const CITY = '350500';
const KEY = 'S3RVER';
let folder: string;
let server: S3rver;
let stores: Readonly<Record<string, FileStore>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duixian-stores-'));
  const buckets = [{ name: 'evidence', configs: [] }];
  server = new S3rver({ port: 0, silent: true, directory: join(folder, 's3'), configureBuckets: buckets });
  const { port } = await server.run();
  const endpoint = `http://127.0.0.1:${String(port)}`;
  const s3 = new S3Store({ endpoint, bucket: 'evidence', region: 'us-east-1', keyId: KEY, secret: KEY });
  stores = { 'on disk': new DiskStore(join(folder, 'disk')), 'in a bucket': s3 };
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function fileOf(content: Buffer): Promise<{ readonly sha256: string; readonly path: string }> {
  const path = join(folder, randomBytes(8).toString('hex'));
  await writeFile(path, content);
  return { sha256: createHash('sha256').update(content).digest('hex'), path };
}

describe.each(['on disk', 'in a bucket'])('a store %s', (where) => {
  const store = (): FileStore => {
    const found = stores[where];
    if (found === undefined) throw new Error(`There is no store ${where}.`);
    return found;
  };

  it('gives back what it was given, whole or in part, to the city that gave it', async () => {
    const content = randomBytes(300_000);
    const { sha256, path } = await fileOf(content);
    expect(await store().size(CITY, sha256)).toBeNull();

    await store().put(CITY, sha256, path);

    expect(await store().size(CITY, sha256)).toBe(content.length);
    expect((await buffer(await store().open(CITY, sha256))).equals(content)).toBe(true);
    const part = await buffer(await store().open(CITY, sha256, { first: 100, last: 199 }));
    expect(part.equals(content.subarray(100, 200))).toBe(true);
    expect(await store().size('350200', sha256)).toBeNull();
    await expect(store().open('350200', sha256)).rejects.toThrow();
  });

  it('writes nothing over what stands', async () => {
    const [first, second] = [await fileOf(Buffer.from('first')), await fileOf(Buffer.from('second'))];
    await store().put(CITY, first.sha256, first.path);
    await store().put(CITY, first.sha256, second.path);
    expect((await buffer(await store().open(CITY, first.sha256))).toString()).toBe('first');
  });

  it.each([
    ['../etc', 'a'.repeat(64)],
    [CITY, '../../secret'],
    [CITY, 'A'.repeat(64)],
  ])('has no place for %s/%s', async (tenant, sha256) => {
    await expect(store().size(tenant, sha256)).rejects.toThrow(RangeError);
  });
});
