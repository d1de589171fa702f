import type { Bilingual } from '@duixian/policy';
import { z } from 'zod';
import { liesIn } from './division.js';
import { isResidentNumber } from './resident-number.js';
import { usccKind } from './uscc-kind.js';

declare const mark: unique symbol;

/**
 * A unified social credit code (统一社会信用代码) in the form of the standard. Its check character fits, unless two clerks
 * registered it from its licence: codes given out before 2016 are among those that do not fit.
 */
export type Uscc = string & { readonly [mark]: 'uscc' };

/** Code characters in the order of their values 0–30: no I, O, S, V, Z (GB 32100-2015, table 2). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const MODULUS = ALPHABET.length;
const LENGTH = 18;

/** Registering authority and kind, division of registration, body code. The check character is not among them. */
const BODY = new RegExp(`^[${ALPHABET}]{2}\\d{6}[${ALPHABET}]{9}$`);

/**
 * The check character of the first 17 characters (GB 32100-2015, annex A): the i-th weighs 3^(i−1) mod 31, and the
 * check character brings the weighted sum to a multiple of 31. Null when they are no such characters.
 */
export function usccCheckCharacter(body: string): string | null {
  if (!BODY.test(body)) return null;
  let weight = 1;
  let sum = 0;
  for (const character of body) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % MODULUS;
  }
  return ALPHABET.charAt((MODULUS - (sum % MODULUS)) % MODULUS);
}

type ParsedUscc = { readonly ok: true; readonly uscc: Uscc } | { readonly ok: false; readonly problem: Bilingual };

/** Reads a code as printed, whose check character fits; full-width forms, small letters and blanks around it are forgiven. */
export function parseUscc(text: string): ParsedUscc {
  const parsed = parseRecordedUscc(text);
  return !parsed.ok || checks(parsed.uscc) ? parsed : { ok: false, problem: doesNotCheck(parsed.uscc) };
}

/** The same of a code that is looked up: whether it is on record says more than its check character. */
export function parseRecordedUscc(text: string): ParsedUscc {
  const code = normaliseUscc(text);
  return isUscc(code) ? { ok: true, uscc: code } : { ok: false, problem: problemOf(code) };
}

/**
 * Reads a code that is entered for the first time: of an authority and a kind that exist, and nobody's identity number.
 * Codes on record are read as they are.
 */
export function parseNewUscc(text: string): ParsedUscc {
  return newProblem(text) ?? parseUscc(text);
}

/** Reads a code that is new and whose check character does not fit, so that it takes its licence to register it. */
export function parseLicensedUscc(text: string): ParsedUscc {
  const parsed = newProblem(text) ?? parseRecordedUscc(text);
  return parsed.ok && checks(parsed.uscc) ? { ok: false, problem: CHECKS } : parsed;
}

/** Whether the check character fits. */
export function checks(uscc: Uscc): boolean {
  return usccCheckCharacter(uscc.slice(0, -1)) === uscc.charAt(LENGTH - 1);
}

/** Whether an office of the city gave the code out: its division stands in places 3 to 8. */
export function isRegisteredIn(uscc: Uscc, city: string): boolean {
  return liesIn(uscc.slice(2, 8), city);
}

function newProblem(text: string): ParsedUscc | null {
  if (isResidentNumber(normaliseUscc(text))) return { ok: false, problem: RESIDENT };
  const parsed = parseRecordedUscc(text);
  return parsed.ok && usccKind(parsed.uscc) === null ? { ok: false, problem: noSuchKind(parsed.uscc) } : null;
}

function normaliseUscc(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase();
}

const CHECKS: Bilingual = {
  zh: '该代码的校验码相符，不需要凭执照提请；请直接登记。',
  en: 'The check character fits: register it as it is, its licence is not needed as evidence.',
};

const RESIDENT: Bilingual = {
  zh: '这是居民身份证号码，自然人没有统一社会信用代码；请填写营业执照或登记证书上的代码。',
  en: 'This is a resident’s identity number: a natural person has no unified social credit code. State the one on the licence.',
};

function noSuchKind(code: string): Bilingual {
  const places = code.slice(0, 2);
  return {
    zh: `没有以${places}开头的统一社会信用代码：前两位是登记管理部门和机构类别，如91企业、92个体工商户、93农民专业合作社、11机关、12事业单位、51社会团体；请对照执照核对。`,
    en: `No code begins with ${places}: the first two places are authority and kind, as 91 enterprise, 92 sole trader, 93 cooperative, 11 organ, 12 institution, 51 association. Compare it with the licence.`,
  };
}

function isUscc(code: string): code is Uscc {
  return code.length === LENGTH && BODY.test(code.slice(0, -1)) && ALPHABET.includes(code.charAt(LENGTH - 1));
}

function doesNotCheck(code: Uscc): Bilingual {
  const fits = usccCheckCharacter(code.slice(0, -1)) ?? '';
  return {
    zh: `统一社会信用代码的校验码应为${fits}，可能有一位录错，请对照营业执照核对；执照上确为此码的，请凭执照提请登记。`,
    en: `The check character would be ${fits}, so a character is probably mistyped: compare it with the licence. If the licence really shows this code, propose its registration with the licence.`,
  };
}

function problemOf(code: string): Bilingual {
  if (code.length !== LENGTH) {
    return {
      zh: `统一社会信用代码应为18位，现为${code.length}位；请对照营业执照核对。`,
      en: `A unified social credit code has 18 characters, this one ${code.length}: compare it with the licence.`,
    };
  }
  return {
    zh: '统一社会信用代码含有不允许的字符（不使用I、O、S、V、Z，第3至8位为数字）；请对照营业执照核对。',
    en: 'The code holds a character it cannot have (no I, O, S, V, Z; places 3 to 8 are digits): compare it with the licence.',
  };
}

export const usccSchema = z.custom<Uscc>((value) => typeof value === 'string' && isUscc(value));
