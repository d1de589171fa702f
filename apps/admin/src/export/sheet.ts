/** A table as a file holds it. */
export interface Sheet {
  title: string;
  /** What stands above it: of which state it is, by which filter, when and by whom. */
  above: readonly string[];
  columns: readonly string[];
  /** Amounts as the API writes them, to the fen; null where there is nothing. */
  rows: readonly (readonly (string | number | null)[])[];
}

export type FileFormat = 'xlsx' | 'csv';
