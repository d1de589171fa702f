import type { FieldProblem } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import { isCommonPassword } from './common-passwords.js';

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly username: string;
  readonly displayName: string;
}

const LENGTH_MIN = 12;
const LENGTH_MAX = 200;
/** A part of a name that is shorter stands in many words. */
const NAME_PART_MIN = 3;
const CHINESE = /\p{Script=Han}/u;

/** What is wrong with a new password: its length, its being common, or its holding the name of its owner. */
export function passwordProblems(password: string, owner: PasswordOwner, field = 'password'): FieldProblem[] {
  const message = problemOf(password, owner);
  return message === null ? [] : [{ field, message }];
}

function problemOf(password: string, owner: PasswordOwner): Bilingual | null {
  // Longer ones are not looked at: what is looked for in them would take its time.
  if (password.length < LENGTH_MIN || password.length > LENGTH_MAX) return LENGTH;
  if (holdsName(password.normalize('NFKC').toLowerCase(), owner)) return NAME;
  return isCommonPassword(password) ? COMMON : null;
}

function holdsName(password: string, { username, displayName }: PasswordOwner): boolean {
  const name = displayName.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  const parts = [username, ...username.split(/[._-]/), username.replace(/[._-]/g, ''), name];
  return parts.some((part) => isTelling(part) && password.includes(part));
}

function isTelling(part: string): boolean {
  return part.length >= (CHINESE.test(part) ? 2 : NAME_PART_MIN);
}

const LENGTH = {
  zh: `密码长度为${LENGTH_MIN}至${LENGTH_MAX}个字符。`,
  en: `A password has ${LENGTH_MIN} to ${LENGTH_MAX} characters.`,
};
const NAME = {
  zh: '密码不能包含用户名或姓名，请换一个。',
  en: 'A password must not hold the username or the name: choose another.',
};
const COMMON = {
  zh: '这个密码太常见，容易被猜到。建议用几个不相干的词连成一句。',
  en: 'This password is too common and easily guessed. Several words that have nothing to do with each other make a good one.',
};
