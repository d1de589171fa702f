import type { EvidenceFileSettings } from '../../config/evidence-files.js';
import { DiskStore } from './disk-store.js';
import type { FileStore } from './file-store.js';
import { S3Store } from './s3-store.js';

/** Where the settings say that files are kept. */
export function openStore({ folder, s3 }: Pick<EvidenceFileSettings, 'folder' | 's3'>): FileStore {
  return s3 === null ? new DiskStore(folder) : new S3Store(s3);
}
