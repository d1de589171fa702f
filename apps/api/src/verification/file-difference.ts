import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Difference } from '@duixian/event-store';
import type pg from 'pg';
import type { FileStore } from '../evidence-file/store/file-store.js';

const PAGE = 500;
/** Withdrawn and superseded files too: somebody may have decided by them. */
const FILES = `
  select id, claim, name, sha256, bytes::text as bytes, position::text as position
    from read.evidence_file
   where tenant = $1 and id > $2
   order by id
   limit ${PAGE}`;

interface StoredFile {
  readonly id: string;
  readonly claim: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: string;
  readonly position: string;
}

/**
 * The first file of a city's claims that the store does not hold as it was attached. Each content is read whole; only its hash
 * shows that somebody changed a byte.
 */
export async function firstDifferingFile(pool: pg.Pool, store: FileStore, tenant: string): Promise<Difference | null> {
  const seen = new Set<string>();
  for (let after = ''; ;) {
    const { rows } = await pool.query<StoredFile>(FILES, [tenant, after]);
    for (const file of rows) {
      if (seen.has(file.sha256)) continue;
      seen.add(file.sha256);
      const difference = await differenceOf(store, tenant, file);
      if (difference !== null) return difference;
    }
    const last = rows.at(-1);
    if (last === undefined) return null;
    after = last.id;
  }
}

async function differenceOf(
  store: FileStore,
  tenant: string,
  { claim, name, sha256, bytes, position }: StoredFile,
): Promise<Difference | null> {
  const about = { check: 'file', tenant, position, subject: `${claim} ${name}` } as const;
  const size = await store.size(tenant, sha256);
  if (size?.toString() !== bytes) {
    return { ...about, field: 'bytes', stored: size?.toString() ?? null, computed: bytes };
  }
  const hash = createHash('sha256');
  await pipeline(await store.open(tenant, sha256), hash, { end: false });
  const stored = hash.digest('hex');
  return stored === sha256 ? null : { ...about, field: 'sha256', stored, computed: sha256 };
}
