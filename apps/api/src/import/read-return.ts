import type { ReturnAnswer, StatedReturnItem } from '@duixian/casework';
import { COLUMN } from './claim-columns.js';
import type { RowReader } from './row-reader.js';

/** What is to be corrected, in one cell: 字段｜问题｜要求, one after another with ； between them. A field is named by its key. */
export function readReturnItems(reader: RowReader): StatedReturnItem[] {
  return partsOf(reader, COLUMN.items).flatMap((part) => {
    const [field = '', wrong = '', wanted = ''] = part;
    if (wanted !== '' && part.length === 3) return [{ field, wrong, wanted }];
    reader.report(
      COLUMN.items,
      `“${part.join('｜')}”应为“字段｜问题｜要求”。`,
      `Write '${part.join('｜')}' as field｜what is wrong｜what is wanted.`,
    );
    return [];
  });
}

/** What is said to what the claim was returned for, in one cell: 字段｜说明, with ； between them. */
export function readReturnAnswers(reader: RowReader): ReturnAnswer[] {
  return partsOf(reader, COLUMN.answers).flatMap((part) => {
    const [field = '', text = ''] = part;
    if (text !== '' && part.length === 2) return [{ field, text }];
    reader.report(
      COLUMN.answers,
      `“${part.join('｜')}”应为“字段｜说明”。`,
      `Write '${part.join('｜')}' as field｜answer.`,
    );
    return [];
  });
}

function partsOf(reader: RowReader, column: string): string[][] {
  const parts = reader.text(column).split('；');
  return parts.filter((part) => part.trim() !== '').map((part) => part.split('｜').map((each) => each.trim()));
}
