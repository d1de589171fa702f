import type { EditionEvent } from './register-event.js';

/** What of an edition's file is read. */
export interface EditionParts {
  /** Parts by their hashes, in order. */
  readonly hashes: readonly string[];
  readonly rows: number;
  readonly refused: number;
}

export const NO_PARTS: EditionParts = { hashes: [], rows: 0, refused: 0 };

export function foldEditionParts(events: readonly EditionEvent[]): EditionParts {
  return events.reduce<EditionParts>(
    ({ hashes, rows, refused }, { data }) => ({
      hashes: [...hashes, data.sha256],
      rows: rows + data.rows,
      refused: refused + data.refused,
    }),
    NO_PARTS,
  );
}
