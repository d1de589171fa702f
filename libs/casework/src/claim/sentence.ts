import type { Bilingual } from '@duixian/policy';
import { invalidInput, type FieldProblem, type InvalidInput } from '../common/refusal.js';
import { wholeNumberRefusal } from '../common/whole-number.js';

const REASON_LENGTH_MAX = 2000;
const SENTENCE_LENGTH_MAX = 500;

type SentenceField =
  'reason' | 'opinion' | 'distinction.reason' | 'what' | 'evidence' | 'conditions' | 'basis' | 'lateReason' | 'text';

const NAMES: Readonly<Record<SentenceField, Bilingual>> = {
  reason: { zh: '理由', en: 'reason' },
  opinion: { zh: '审核意见', en: 'opinion' },
  'distinction.reason': { zh: '理由', en: 'reason' },
  what: { zh: '异议内容', en: 'objection' },
  evidence: { zh: '异议依据', en: 'evidence' },
  conditions: { zh: '条件', en: 'conditions' },
  text: { zh: '批注', en: 'comment' },
  lateReason: { zh: '迟告理由', en: 'reason for telling it late' },
  basis: { zh: '依据条款', en: 'rule by which the clock stops' },
};

/** What is wrong with one sentence of several that go on record; nothing when it can. @param name what people call it. */
export function sentenceProblems(field: string, name: Bilingual, text: string): FieldProblem[] {
  const { length } = text.trim();
  if (length > 0 && length <= SENTENCE_LENGTH_MAX) return [...(wholeNumberRefusal(field, text)?.problems ?? [])];
  return [
    {
      field,
      message: {
        zh: `请填写${name.zh}，不超过${SENTENCE_LENGTH_MAX}字。`,
        en: `State ${name.en} in at most ${SENTENCE_LENGTH_MAX} characters: it goes on record.`,
      },
    },
  ];
}

/** Why a sentence that goes on record cannot, as one with a whole telephone or account number; null when it can. */
export function sentenceRefusal(field: SentenceField, text: string): InvalidInput | null {
  const { length } = text.trim();
  if (length > 0 && length <= REASON_LENGTH_MAX) return wholeNumberRefusal(field, text);
  return invalidInput([
    {
      field,
      message: {
        zh: `请填写${NAMES[field].zh}，不超过${REASON_LENGTH_MAX}字。`,
        en: `State the ${NAMES[field].en} in at most ${REASON_LENGTH_MAX} characters: it goes on record.`,
      },
    },
  ]);
}
