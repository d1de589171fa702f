import { z } from 'zod';

export const Density = ['standard', 'compact', 'spacious'] as const;
export type Density = (typeof Density)[number];
export const density = z.enum(Density).catch('standard');

/** How a table is laid out. */
export interface Arrangement {
  /** The columns that are shown, in their order. */
  shown: readonly string[];
  density: Density;
}

/** As react-admin's table keeps it: what is hidden, and all columns by their place in the table, in order. */
export interface StoredColumns {
  hidden: string[];
  ranks: number[];
}

/** @param known all columns, as the table has them. */
export function storedOf({ shown }: Arrangement, known: readonly string[]): StoredColumns {
  const hidden = known.filter((column) => !shown.includes(column));
  return { hidden, ranks: [...shown, ...hidden].map((column) => known.indexOf(column)) };
}

/** Columns that the table got since then stand at the end. */
export function shownOf({ hidden, ranks }: StoredColumns, known: readonly string[]): string[] {
  const ranked = ranks.flatMap((rank) => known[rank] ?? []);
  const all = [...ranked, ...known.filter((column) => !ranked.includes(column))];
  return all.filter((column) => !hidden.includes(column));
}

/** The shown column one place on, or one back. */
export function moved(shown: readonly string[], column: string, by: 1 | -1): string[] {
  const from = shown.indexOf(column);
  const other = shown[from + by];
  if (from < 0 || other === undefined) return [...shown];
  return shown.map((one) => (one === column ? other : one === other ? column : one));
}

const COLUMNS = 'columns';
const DENSITY = 'density';

/** The part of an address that shows a list so to whoever opens it. */
export function withArrangement(search: string, { shown, density: chosen }: Arrangement): string {
  const parameters = new URLSearchParams(search);
  parameters.set(COLUMNS, shown.join(','));
  parameters.set(DENSITY, chosen);
  return `?${parameters.toString()}`;
}

/** What an address says of it, or null; columns that the table does not have are left out. */
export function arrangementIn(search: string, known: readonly string[]): Arrangement | null {
  const parameters = new URLSearchParams(search);
  const shown = (parameters.get(COLUMNS) ?? '').split(',').filter((column) => known.includes(column));
  return shown.length === 0 ? null : { shown: [...new Set(shown)], density: density.parse(parameters.get(DENSITY)) };
}

export function withoutArrangement(search: string): string {
  const parameters = new URLSearchParams(search);
  parameters.delete(COLUMNS);
  parameters.delete(DENSITY);
  return parameters.toString();
}
