/** What people put between the numbers of several papers in one field. */
const BETWEEN = /[;；、\r\n]+/;

/** What stands in one field, paper by paper. */
export function partsOf(text: string): string[] {
  return text
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
