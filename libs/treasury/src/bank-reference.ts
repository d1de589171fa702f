import { noNumber, normaliseBankReference, partsOf } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';

const LENGTH_MAX = 64;
const DAY = /^\d{4}-\d{1,2}-\d{1,2}$/;

const TOO_LONG: Bilingual = {
  zh: `请填写银行回单号，不超过${LENGTH_MAX}个字符。`,
  en: `State the bank's reference in at most ${LENGTH_MAX} characters.`,
};
const SEVERAL: Bilingual = {
  zh: '此处有几个银行回单号：一笔支付对应一张回单，请只填写这一笔的回单号。',
  en: 'Several references stand here: one slip settles one payment, so state the one of this payment alone.',
};
const NO_DAY: Bilingual = {
  zh: '这是日期，不是银行回单号；请填写回单上的号码，日期填在“支付日期”。',
  en: 'This is a day and no bank reference: state the number on the slip, and the day as the day of payment.',
};

/** Why what is typed for the bank's number of a settlement (银行回单号) is none; null when it may be one. */
export function bankReferenceProblem(text: string): Bilingual | null {
  const reference = normaliseBankReference(text);
  if (text.trim() === '' || reference.length > LENGTH_MAX) return TOO_LONG;
  if (partsOf(text).length > 1) return SEVERAL;
  return noNumber(text)?.problem ?? (DAY.test(reference) ? NO_DAY : null);
}
