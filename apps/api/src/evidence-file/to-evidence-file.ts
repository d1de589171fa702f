import { successorOf } from '@duixian/casework';
import { EvidenceFile } from './evidence-file.type.js';
import type { FileRow } from './read-model/file-table.js';

/** The files of one claim as they stand. */
export function toEvidenceFiles(rows: readonly FileRow[]): EvidenceFile[] {
  const files = rows.map(({ id, supersedes, withdrawal }) => ({ id, supersedes, withdrawn: withdrawal !== null }));
  return rows.map((row) =>
    Object.assign(new EvidenceFile(), {
      id: row.id,
      claimId: row.claim,
      name: row.name,
      sha256: row.sha256,
      bytes: row.bytes,
      type: row.file_type,
      proves: [...row.proves],
      attachedBy: row.attached_by,
      attachedOn: row.attached_on,
      recordedAt: row.attached_at,
      supersedes: row.supersedes,
      reason: row.reason,
      supersededBy: successorOf(files, row.id)?.id ?? null,
      withdrawn: row.withdrawal,
      scan: row.scan,
      read: row.invoices,
    }),
  );
}
