import { isPlainDate } from './plain-date.js';

const NUMBER = /^[1-8]\d{16}[\dX]$/;
/** Of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** Numbers made up so as to be nobody's have a day of birth of the 19th century; whoever copies one means no body. */
const YEAR_MIN = '1800';

/** Whether it is a resident's identity number (公民身份号码): division, day of birth, and a check digit that fits. */
export function isResidentNumber(text: string): boolean {
  if (!NUMBER.test(text)) return false;
  const [year, month, day] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)];
  if (!isPlainDate(`${year}-${month}-${day}`) || year < YEAR_MIN || year > '2099') return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(text.charAt(place)), 0);
  return text.charAt(WEIGHTS.length) === CHECKS.charAt(sum % CHECKS.length);
}
