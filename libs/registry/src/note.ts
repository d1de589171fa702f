import { invalidInput, type Refusal } from '@duixian/casework';

/** Most characters of a reason or note that goes on record. */
export const NOTE_LENGTH_MAX = 500;

/** So many digits in a row are a whole telephone or account number, and no day, amount of a few digits or mask. */
const WHOLE_NUMBER = /[\p{Nd}〇零幺一二三四五六七八九壹贰叁肆伍陆柒捌玖]{7}/u;
/** What people write between the digits of one number. */
const BETWEEN_DIGITS = /[\s\p{Pd}\p{Cf}−]/gu;
/** `2026-08-03`: a note often says when. */
const DAY = /(?<![\d-])(?:19|20)\d{2}-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])(?![\d-])/g;

/** Why a text is none that can stand on record for good, as one with a whole number; null when it is one. */
export function noteRefusal(field: string, text: string): Refusal | null {
  const { length } = text.trim();
  if (length === 0 || length > NOTE_LENGTH_MAX) {
    const message = {
      zh: `请填写说明，不超过${NOTE_LENGTH_MAX}字。`,
      en: `State it in 1 to ${NOTE_LENGTH_MAX} characters.`,
    };
    return invalidInput([{ field, message }]);
  }
  return hasWholeNumber(text) ? invalidInput([{ field, message: WITHOUT_NUMBER }]) : null;
}

const WITHOUT_NUMBER = {
  zh: '说明永久留存，不得写完整的电话号码或账号（连续7位以上数字）；请只写末四位。',
  en: 'This stays on record for good, so it must not hold a whole telephone or account number (7 digits or more in a row): write its last four digits alone.',
};

function hasWholeNumber(text: string): boolean {
  return WHOLE_NUMBER.test(text.normalize('NFKC').replace(DAY, '/').replace(BETWEEN_DIGITS, ''));
}
