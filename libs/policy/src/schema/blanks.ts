/** What a skeleton leaves to the writer. A policy that still holds one of them does not load. */
export const BLANKS = {
  zh: '待填',
  en: 'to fill in',
  division: '000000',
  date: '0001-01-01',
} as const;

const WORDS = new Set<unknown>(Object.values(BLANKS));

/** Whether a value is one that a skeleton left to the writer. */
export function isBlank(value: unknown): boolean {
  return WORDS.has(value);
}
