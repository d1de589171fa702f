import { parsePaperNumber } from '../evidence/parse-paper-number.js';
import { unreadable, type Parsed } from '../values/parsed.js';

/** What stands behind the 号 with which the number of a document ends. */
const BEHIND = /\d号(.+)$/u;

/**
 * Reads the number of a list's document in its one way of writing. A sign or a word behind its 号 would make a list of its
 * own beside the one that is meant, and a # is for its entries.
 */
export function parseListNumber(text: string): Parsed<string> {
  const number = parsePaperNumber(text);
  if (!number.ok) return number;
  const [, behind] = BEHIND.exec(number.value) ?? [];
  if (behind !== undefined) {
    return unreadable(
      `文号到“号”为止，请删去其后的“${behind}”；批次、序号写在名单文件中。`,
      `The number of a document ends with its 号: leave out “${behind}”. A batch or a place stands in the file of the list.`,
    );
  }
  if (!number.value.includes('#')) return number;
  return unreadable(
    '此处填写名单的文号，不含“#”和条目序号。',
    'State the number of the list’s document, without a # and the place of an entry.',
  );
}
