import type { Bilingual } from '@duixian/policy';
import { invalidInput, type InvalidInput } from './refusal.js';
import { parseUscc } from './uscc.js';

/** So many digits of one number are a whole telephone or account number. */
const DIGITS_MIN = 7;
const DIGIT = '[\\p{Nd}〇零幺一二三四五六七八九壹贰叁肆伍陆柒捌玖]';
/** What people write between the digits of one number: up to three characters that are neither letter nor digit. */
const WHOLE_NUMBER = new RegExp(`${DIGIT}(?:[^\\p{L}\\p{N}]{0,3}${DIGIT}){${DIGITS_MIN - 1}}`, 'u');

const YEAR = '(?:19|20)\\d{2}';
const WHOLE_YUAN = '[1-9]\\d{0,2}(?:,\\d{3}){1,3}|[1-9]\\d{0,9}';
/** Numbers that are none of a telephone or an account, however long, each as people write it. */
const ALLOWED: readonly RegExp[] = [
  // 2026-08-03, 2026.8.3
  new RegExp(`(?<!\\d)(?<!\\d[.-])${YEAR}([-/.])(?:0?[1-9]|1[0-2])\\1(?:0?[1-9]|[12]\\d|3[01])(?![\\d.-]*\\d)`, 'gu'),
  // 350500-2025-7K3M9QAB, a claim
  new RegExp(`(?<![\\d-])\\d{6}-${YEAR}-(?=[0-9A-Z]*[A-Z])[0-9A-Z]{8}(?![0-9A-Z-])`, 'gu'),
  // 〔2025〕101号
  new RegExp(`[〔\\[(]${YEAR}[〕\\])]\\s*(?:第\\s*)?\\d{1,6}\\s*号`, 'gu'),
  // 2024-2025, 2023、2024、2025
  new RegExp(`(?<!\\d)(?<!\\d[.-])${YEAR}(?:\\s*[-–—~、,/至]\\s*${YEAR})+(?!(?:[^\\p{L}\\p{N}]{0,3})\\d)`, 'gu'),
  // 300000元, 1,200,000.00元, 120万元
  new RegExp(`(?<!\\d)(?<!\\d[.-])(?:${WHOLE_YUAN})(?:\\.\\d{1,4})?\\s*(?:[万亿]?元|yuan\\b)`, 'giu'),
  // ¥1200000, 1,200,000.00, 1200000.00
  new RegExp(`(?<=¥\\s?)(?:${WHOLE_YUAN})(?:\\.\\d{1,2})?(?!\\d)(?![.-]\\d)`, 'gu'),
  new RegExp(`(?<!\\d)(?<!\\d[.-])(?:${WHOLE_YUAN})\\.\\d{2}(?!\\d)(?![.-]\\d)`, 'gu'),
];
/** What may be a unified social credit code. */
const CODE = /(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])/gu;

/**
 * Whether a text that every role reads, and that stays for good, holds a whole telephone or account number: seven digits
 * or more of any script, in Chinese words too, with whatever stands between them, as `138.0013.8000`.
 *
 * The line is drawn by how a number is written, since digits alone do not tell. Allowed are days, spans of years, numbers
 * of documents (`〔2025〕101号`) and of claims, unified social credit codes that check, and amounts up to ten digits with
 * 元, ¥, or two decimals. A longer number of any other kind (an invoice, a bank's receipt) is refused like an account's:
 * its last four digits tell which one is meant.
 */
export function hasWholeNumber(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replaceAll('￥', '¥')
    .replace(CODE, (code) => (parseUscc(code).ok ? 'x' : code));
  return WHOLE_NUMBER.test(ALLOWED.reduce((rest, allowed) => rest.replace(allowed, 'x'), plain));
}

/** Why a text cannot go on record that holds a whole number; null when it holds none. */
export function wholeNumberRefusal(field: string, text: string): InvalidInput | null {
  return hasWholeNumber(text) ? invalidInput([{ field, message: WITHOUT_WHOLE_NUMBER }]) : null;
}

const WITHOUT_WHOLE_NUMBER: Bilingual = {
  zh: '此内容永久留存且各岗位可见，不得写完整的电话号码、账号或其他7位以上的号码（无论如何分隔）；请只写末四位，金额请写明“元”。',
  en: 'This stays on record for good and is read by many, so it must not hold a whole telephone, account or other number of 7 digits or more, however it is spaced: write its last four digits alone, and amounts with 元 or yuan.',
};
