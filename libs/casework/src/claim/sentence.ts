import { invalidInput, type InvalidInput } from '../common/refusal.js';
import { wholeNumberRefusal } from '../common/whole-number.js';

const REASON_LENGTH_MAX = 2000;

/** Why a sentence that goes on record cannot, as one with a whole telephone or account number; null when it can. */
export function sentenceRefusal(field: 'reason' | 'opinion' | 'distinction.reason', text: string): InvalidInput | null {
  const { length } = text.trim();
  if (length > 0 && length <= REASON_LENGTH_MAX) return wholeNumberRefusal(field, text);
  return invalidInput([
    {
      field,
      message: {
        zh: `请填写${field === 'opinion' ? '审核意见' : '理由'}，不超过${REASON_LENGTH_MAX}字。`,
        en: `State the ${field === 'opinion' ? 'opinion' : 'reason'} in at most ${REASON_LENGTH_MAX} characters: it goes on record.`,
      },
    },
  ]);
}
