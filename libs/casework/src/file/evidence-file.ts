import type { EvidenceRef } from '../evidence/evidence-ref.js';
import type { FileEvent, FileType, ScanOutcome } from './file-event.js';

/** A file that was attached to a claim (材料附件). */
export interface EvidenceFile {
  /** The id of the command that attached it. */
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly fileType: FileType;
  readonly proves: readonly EvidenceRef[];
  /** User id of who attached it. */
  readonly by: string;
  readonly supersedes: string | null;
  readonly withdrawn: boolean;
  /** What the last scan found; null while there was none. */
  readonly scan: { readonly outcome: ScanOutcome; readonly finding: string | null } | null;
}

/** Those of one claim, in the order of their recording. */
export function foldFiles(events: readonly FileEvent[]): readonly EvidenceFile[] {
  return events.reduce<readonly EvidenceFile[]>((files, event) => {
    switch (event.type) {
      case 'FileAttached': {
        const { file: id, name, sha256, bytes, fileType, proves, supersedes } = event.data;
        const by = event.meta.actor.userId;
        return [...files, { id, name, sha256, bytes, fileType, proves, by, supersedes, withdrawn: false, scan: null }];
      }
      case 'FileWithdrawn':
        return files.map((each) => (each.id === event.data.file ? { ...each, withdrawn: true } : each));
      case 'FileScanned': {
        const { file, outcome, finding } = event.data;
        return files.map((each) => (each.id === file ? { ...each, scan: { outcome, finding } } : each));
      }
      case 'FactChecked':
      case 'FactCheckWithdrawn':
        return files;
    }
  }, []);
}

/** What stands in the place of a file; undefined where nothing does. One that was withdrawn gives the place back. */
export function successorOf<File extends Pick<EvidenceFile, 'id' | 'supersedes' | 'withdrawn'>>(
  files: readonly File[],
  id: string,
): File | undefined {
  return files.find(({ supersedes, withdrawn }) => supersedes === id && !withdrawn);
}
