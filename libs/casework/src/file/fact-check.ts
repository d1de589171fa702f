import type { Facts } from '../claim/facts.js';
import { successorOf, type EvidenceFile } from './evidence-file.js';
import type { FileEvent } from './file-event.js';

/** That an official found a stated fact in a file (核对). */
export interface FactCheck {
  /** The id of the command that recorded it. */
  readonly id: string;
  readonly fact: string;
  /** The value that was looked for. */
  readonly stated: string;
  readonly file: string;
  readonly page: number | null;
  /** User id of who checked it. */
  readonly by: string;
}

/** Those of one claim that were not taken back, in the order of their recording. */
export function foldFactChecks(events: readonly FileEvent[]): readonly FactCheck[] {
  return events.reduce<readonly FactCheck[]>((checks, event) => {
    if (event.type === 'FactCheckWithdrawn') return checks.filter(({ id }) => id !== event.data.check);
    if (event.type !== 'FactChecked') return checks;
    const { check: id, fact, stated, file, page } = event.data;
    return [...checks, { id, fact, stated, file, page, by: event.meta.actor.userId }];
  }, []);
}

/** Whether a check still says something: of the value that is stated, and of a file that stands. */
export function checkStands(
  { fact, stated, file }: Pick<FactCheck, 'fact' | 'stated' | 'file'>,
  facts: Facts,
  files: readonly Pick<EvidenceFile, 'id' | 'supersedes' | 'withdrawn'>[],
): boolean {
  const found = files.find(({ id }) => id === file);
  const value = facts[fact];
  return (
    found !== undefined &&
    !found.withdrawn &&
    successorOf(files, file) === undefined &&
    value !== undefined &&
    String(value) === stated
  );
}
