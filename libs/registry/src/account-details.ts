import { normaliseName, normaliseNumber, type FieldProblem } from '@duixian/casework';
import { NOTE_LENGTH_MAX } from './note.js';

/** A bank account as it is typed in. */
export interface StatedAccount {
  /** 户名. */
  readonly holder: string;
  /** 开户银行, with its branch. */
  readonly bank: string;
  /** 联行号: CNAPS code of the branch, 12 digits. */
  readonly cnaps: string;
  readonly number: string;
  /** Why the holder is not the enterprise; null or empty where it is. */
  readonly holderReason: string | null;
}

/** A bank account in the one way to write it. The whole of it is kept outside the log. */
export type AccountDetails = StatedAccount;

const TEXT_LENGTH_MAX = 100;
const CNAPS = /^\d{12}$/;
const NUMBER = /^\d{8,32}$/;
/** A card of China UnionPay (JR/T 0008): begins with 62, has 16 to 19 digits, and its last digit is a check digit. */
const CARD = /^62\d{14,17}$/;

/**
 * Checks an account; every field that is wrong is named at once. Only card numbers have a check that holds at every
 * bank: each bank numbers its accounts of enterprises in its own way, and the check digit of a CNAPS code is not
 * published.
 *
 * @param enterpriseName whose account it must be, or a reason is demanded.
 */
export function checkAccount(
  stated: StatedAccount,
  enterpriseName: string,
): { readonly account: AccountDetails } | { readonly problems: readonly FieldProblem[] } {
  const account = normalised(stated);
  const problems = [
    ...textProblems('holder', account.holder, '户名', "the holder's name"),
    ...textProblems('bank', account.bank, '开户银行（含支行）', 'the bank with its branch'),
    ...(CNAPS.test(account.cnaps) ? [] : [problem('cnaps', '联行号应为12位数字。', 'A CNAPS code has 12 digits.')]),
    ...numberProblems(account.number),
    ...holderProblems(account, enterpriseName),
  ];
  return problems.length > 0 ? { problems } : { account };
}

/** Whether the account is in the enterprise's own name, however the two are typed. */
export function isOwnAccount(holder: string, enterpriseName: string): boolean {
  return comparable(holder) === comparable(enterpriseName);
}

/** A number that can be recognised and not used: `6222 **** **** 1234`, and of a short one the last four digits. */
export function maskNumber(number: string): string {
  const last = number.slice(-4);
  return number.length < 12 ? `**** ${last}` : `${number.slice(0, 4)} **** **** ${last}`;
}

/** Luhn's sum (ISO/IEC 7812-1, annex B) of a number that carries its check digit. */
export function hasLuhnCheck(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .map(Number)
    .reduce((total, digit, index) => total + (index % 2 === 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9), 0);
  return sum % 10 === 0;
}

function normalised({ holder, bank, cnaps, number, holderReason }: StatedAccount): AccountDetails {
  const reason = holderReason === null ? '' : holderReason.trim();
  return {
    holder: normaliseName(holder),
    bank: normaliseName(bank),
    cnaps: digitsOf(cnaps),
    number: digitsOf(number),
    holderReason: reason === '' ? null : reason,
  };
}

function digitsOf(text: string): string {
  return normaliseNumber(text).replace(/-/g, '');
}

/** Brackets come in two widths, and blanks in a name mean nothing. */
function comparable(name: string): string {
  return normaliseName(name).replace(/\s/g, '').replace(/[（]/g, '(').replace(/[）]/g, ')').toUpperCase();
}

function textProblems(field: string, text: string, zh: string, en: string): FieldProblem[] {
  if (text.length > 0 && text.length <= TEXT_LENGTH_MAX) return [];
  return [
    problem(
      field,
      `请填写${zh}，不超过${TEXT_LENGTH_MAX}字。`,
      `State ${en} in at most ${TEXT_LENGTH_MAX} characters.`,
    ),
  ];
}

function numberProblems(number: string): FieldProblem[] {
  if (!NUMBER.test(number)) {
    return [problem('number', '银行账号应为8至32位数字。', 'An account number has 8 to 32 digits.')];
  }
  if (!CARD.test(number) || hasLuhnCheck(number)) return [];
  return [
    problem(
      'number',
      '卡号校验位不符，可能有一位录错；请对照开户资料核对。',
      'The check digit of this card number does not fit, so a digit is probably mistyped: compare it with the papers.',
    ),
  ];
}

function holderProblems({ holder, holderReason }: AccountDetails, enterpriseName: string): FieldProblem[] {
  if (holderReason !== null && holderReason.length > NOTE_LENGTH_MAX) {
    return [
      problem(
        'holderReason',
        `理由不超过${NOTE_LENGTH_MAX}字。`,
        `State the reason in at most ${NOTE_LENGTH_MAX} characters.`,
      ),
    ];
  }
  if (holder === '' || holderReason !== null || isOwnAccount(holder, enterpriseName)) return [];
  return [
    problem(
      'holderReason',
      `户名与企业名称“${enterpriseName}”不一致，请更正户名，或说明理由。`,
      `The holder is not “${enterpriseName}”: correct the name, or state why the money goes there.`,
    ),
  ];
}

function problem(field: string, zh: string, en: string): FieldProblem {
  return { field, message: { zh, en } };
}
