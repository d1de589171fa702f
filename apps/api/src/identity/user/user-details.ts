import { invalidInput, type FieldProblem, type InvalidInput } from '@duixian/casework';
import type { Divisions } from '../../division/divisions.js';
import { officePrefix } from '../../division/divisions.js';
import { passwordProblems, type PasswordOwner } from '../password/password-rules.js';
import type { Role } from '../permission.js';

/** What an administrator says of an official. */
export interface UserDetails {
  readonly displayName: string;
  readonly division: string;
  readonly department: string | null;
  readonly roles: readonly Role[];
}

const USERNAME = /^[a-z][a-z0-9._-]{2,39}$/;
const NAME_LENGTH_MAX = 50;

/** Every field of the details that is wrong; null when all is right. */
export function checkDetails(tenant: string, details: UserDetails, divisions: Divisions): InvalidInput | null {
  return refusalOf(detailProblems(tenant, details, divisions));
}

/** Every field of a new user that is wrong; null when all is right. */
export function checkNewUser(
  tenant: string,
  user: UserDetails & { readonly username: string; readonly password: string },
  divisions: Divisions,
): InvalidInput | null {
  return refusalOf([
    ...usernameProblems(user.username),
    ...detailProblems(tenant, user, divisions),
    ...passwordProblems(user.password, user),
  ]);
}

/** What is wrong with a password that is set for somebody; null when all is right. */
export function checkPassword(password: string, owner: PasswordOwner): InvalidInput | null {
  return refusalOf(passwordProblems(password, owner));
}

function refusalOf(problems: readonly FieldProblem[]): InvalidInput | null {
  return problems.length === 0 ? null : invalidInput(problems);
}

/** Whether somebody can have this name; nobody has any other. */
export function isUsername(text: string): boolean {
  return USERNAME.test(text);
}

function usernameProblems(username: string): FieldProblem[] {
  if (isUsername(username)) return [];
  const message = {
    zh: '用户名为3至40位小写字母、数字、点、下划线或连字符，以字母开头。',
    en: 'A username has 3 to 40 small letters, digits, dots, underscores or hyphens, and begins with a letter.',
  };
  return [{ field: 'username', message }];
}

function detailProblems(tenant: string, details: UserDetails, divisions: Divisions): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const name = details.displayName.trim();
  if (name === '' || name.length > NAME_LENGTH_MAX) {
    const message = {
      zh: `请填写姓名，不超过${NAME_LENGTH_MAX}字。`,
      en: `State the name in at most ${NAME_LENGTH_MAX} characters.`,
    };
    problems.push({ field: 'displayName', message });
  }
  if (!divisions.has(details.division) || !details.division.startsWith(officePrefix(tenant))) {
    const message = {
      zh: '请填写本市或所辖县（市、区）的六位区划代码。',
      en: 'State the six-digit code of your city or of a county in it.',
    };
    problems.push({ field: 'division', message });
  }
  if (details.roles.length === 0) {
    problems.push({ field: 'roles', message: { zh: '请至少选择一个角色。', en: 'Choose at least one role.' } });
  }
  if (details.roles.includes('reviewer') && (details.department ?? '').trim() === '') {
    const message = { zh: '审核人员须填写所在部门。', en: 'A reviewer belongs to a department: state it.' };
    problems.push({ field: 'department', message });
  }
  return problems;
}
