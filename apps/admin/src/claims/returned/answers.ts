import type { ClaimEntries } from '../form/claim-entries.js';
import type { ReturnItem } from './documents.js';

/** Under which name the form keeps the answer to an item: keys of fields hold dots, which forms take for paths. */
export function answerKey(index: number): string {
  return `item${String(index)}`;
}

/** What is said to the items of a return; what is left blank is not said. */
export function answersOf({ answers }: ClaimEntries, items: readonly ReturnItem[]): { field: string; text: string }[] {
  return items.flatMap(({ field }, index) => {
    const text = answers[answerKey(index)] ?? '';
    return text === '' ? [] : [{ field, text }];
  });
}
