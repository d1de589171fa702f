import type { CorrectableField } from './documents.js';

/** One item of a return as it is being filled in. */
export interface ItemEntries {
  readonly field: string;
  readonly wrong: string;
  readonly wanted: string;
}

export const EMPTY_ITEM: ItemEntries = { field: '', wrong: '', wanted: '' };

export function isBlank({ field, wrong, wanted }: ItemEntries): boolean {
  return field === '' && wrong.trim() === '' && wanted.trim() === '';
}

/** What is told late of a return: fields that stood at an earlier one as they stand now. */
export function toldLate(
  items: readonly ItemEntries[],
  correctable: readonly CorrectableField[],
): readonly CorrectableField[] {
  const named = new Set(items.filter((item) => !isBlank(item)).map(({ field }) => field));
  return correctable.filter(({ field, told }) => told !== 'FIRST' && named.has(field));
}

/** The items of a draft; none where it cannot be read. */
export function itemsOf(draft: string | undefined): readonly ItemEntries[] | null {
  if (draft === undefined || draft === '') return null;
  try {
    const read: unknown = JSON.parse(draft);
    return Array.isArray(read) && read.every(isItem) && read.length > 0 ? read : null;
  } catch {
    return null;
  }
}

function isItem(value: unknown): value is ItemEntries {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['field', 'wrong', 'wanted'].every((key) => typeof Reflect.get(value, key) === 'string')
  );
}
