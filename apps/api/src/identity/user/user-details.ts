import { invalidInput, type FieldProblem, type InvalidInput } from '@duixian/casework';
import type { Divisions } from '../../division/divisions.js';

/** Where an official belongs, and what he is called. */
export interface UserPlace {
  readonly displayName: string;
  readonly division: string;
  readonly department: string | null;
}

const USERNAME = /^[a-z][a-z0-9._-]{2,39}$/;
const NAME_LENGTH_MAX = 50;

/** Every field of a place that is wrong; null when all is right. */
export function checkPlace(tenant: string, place: UserPlace, divisions: Divisions): InvalidInput | null {
  return refusalOf(placeProblems(tenant, place, divisions));
}

/** Every field of a new user that is wrong; null when all is right. Which office he may hold, the decision says. */
export function checkNewUser(
  tenant: string,
  user: UserPlace & { readonly username: string },
  divisions: Divisions,
): InvalidInput | null {
  return refusalOf([...usernameProblems(user.username), ...placeProblems(tenant, user, divisions)]);
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

function placeProblems(tenant: string, details: UserPlace, divisions: Divisions): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const name = details.displayName.trim();
  if (name === '' || name.length > NAME_LENGTH_MAX) {
    const message = {
      zh: `请填写姓名，不超过${NAME_LENGTH_MAX}字。`,
      en: `State the name in at most ${NAME_LENGTH_MAX} characters.`,
    };
    problems.push({ field: 'displayName', message });
  }
  if (!divisions.isOfCity(details.division, tenant)) {
    problems.push({ field: 'division', message: divisionMessage(details.division, divisions) });
  } else {
    problems.push(...departmentProblems(details, divisions));
  }
  return problems;
}

function divisionMessage(code: string, divisions: Divisions): FieldProblem['message'] {
  const { name, to, successor } = divisions.get(code);
  if (to !== null && successor !== null) {
    const now = divisions.get(successor);
    return {
      zh: `${name} ${code}已于${to}停用，请填写承接它的${now.name} ${now.code}。`,
      en: `${name} ${code} is no longer in force since ${to}: state ${now.name} ${now.code}, which goes on in its place.`,
    };
  }
  return {
    zh: '请填写本市、所辖县（市、区）或开发区的六位区划代码。',
    en: 'State the six-digit code of your city, or of a county or zone in it.',
  };
}

function departmentProblems({ division, department }: UserPlace, divisions: Divisions): FieldProblem[] {
  const instead = department === null ? undefined : divisions.insteadOf(division, department);
  if (department === null || instead === undefined) return [];
  const { name: place } = divisions.get(division);
  const { ended, name } = instead;
  const reason =
    ended === null
      ? { zh: `${place}没有名为“${department}”的部门`, en: `${place} has no department ${department}` }
      : { zh: `“${department}”已于${ended}撤销`, en: `${department} is no longer there since ${ended}` };
  const advice =
    name === null
      ? { zh: '请从列表中选择', en: 'choose one of the list' }
      : { zh: `请填写“${name}”，或从列表中选择`, en: `write ${name}, or choose one of the list` };
  const message = { zh: `${reason.zh}，${advice.zh}。`, en: `${reason.en}: ${advice.en}.` };
  return [{ field: 'department', message }];
}
