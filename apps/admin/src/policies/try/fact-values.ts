import { readYuan } from '../../ui/read-yuan.js';
import type { Fact } from '../measure/fragments.js';

/** What a form holds of one fact: text as typed or chosen, empty until then. */
export type FactEntries = Record<string, unknown>;

/**
 * The facts as the API takes them, or null while one is missing or malformed. Money and decimals stay text, since a
 * floating-point number would not hold them exactly.
 */
export function factValues(facts: Fact[], entries: FactEntries): Record<string, unknown> | null {
  const values: [string, unknown][] = [];
  for (const fact of facts) {
    const entry = entries[fact.name];
    const text = typeof entry === 'string' ? entry.trim() : '';
    if (!isWellFormed(fact, text)) return null;
    values.push([fact.name, valueOf(fact, text)]);
  }
  return Object.fromEntries(values);
}

/** Whether the text is a value of the fact's type; bounds and conditions are the engine's to judge. */
export function isWellFormed(fact: Fact, text: string): boolean {
  switch (fact.type) {
    case 'MONEY':
      return readYuan(text) !== null;
    case 'INTEGER':
      return /^\d{1,15}$/.test(text);
    case 'NUMBER':
      return /^\d{1,15}(\.\d{1,9})?$/.test(text);
    case 'PERCENT':
      return /^-?\d{1,9}(\.\d{1,9})?$/.test(text);
    case 'DATE':
      return /^\d{4}-\d{2}-\d{2}$/.test(text);
    case 'BOOLEAN':
      return text === 'true' || text === 'false';
    case 'CHOICE':
      return fact.values.some((choice) => choice.value === text);
  }
}

/** The inverse, for a form that begins with a claim's facts. */
export function factEntry(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function valueOf(fact: Fact, text: string): unknown {
  switch (fact.type) {
    case 'INTEGER':
      return Number(text);
    case 'BOOLEAN':
      return text === 'true';
    case 'MONEY':
      return readYuan(text);
    case 'NUMBER':
    case 'PERCENT':
    case 'DATE':
    case 'CHOICE':
      return text;
  }
}
