import type { EventRow } from './rows.js';

/** What a command does to one guard; the last is left out where the ceiling stays as it is. */
export type Move = readonly [account: string, reserve: string, paid: string, ceiling?: string | null];

/** What one treasury owes; `accounts` are there in grants only. */
export interface StatedLine {
  readonly payer: string;
  readonly amount: string;
  readonly accounts: readonly string[];
}

export function parseMoves(text: string): readonly Move[] {
  return text === '' ? [] : (JSON.parse(text) as Move[]);
}

export function parseLines({ lines }: EventRow['data']): readonly StatedLine[] {
  return Array.isArray(lines) ? (lines as StatedLine[]) : [];
}

/** Numbers of the documents on which an application rests. */
export function parseDocuments({ evidence }: EventRow['data']): readonly string[] {
  return (evidence as readonly { readonly number: string }[]).map(({ number }) => number);
}
