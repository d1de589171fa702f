import { invalidInput, wholeNumberRefusal, type Refusal } from '@duixian/casework';

/** Most characters of a reason or note that goes on record. */
export const NOTE_LENGTH_MAX = 500;

/** Why a text is none that can stand on record for good, as one with a whole number; null when it is one. */
export function noteRefusal(field: string, text: string): Refusal | null {
  const { length } = text.trim();
  if (length > 0 && length <= NOTE_LENGTH_MAX) return wholeNumberRefusal(field, text);
  const message = {
    zh: `请填写说明，不超过${NOTE_LENGTH_MAX}字。`,
    en: `State it in 1 to ${NOTE_LENGTH_MAX} characters.`,
  };
  return invalidInput([{ field, message }]);
}
