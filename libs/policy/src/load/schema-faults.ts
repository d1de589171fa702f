import type { z } from 'zod';

import { vocabulary } from '../schema/json-schema.js';
import type { Bilingual } from '../schema/primitives.js';
import { nearestWord } from './nearest-word.js';
import { rightForm, type Form } from './right-form.js';
import type { Fault, Path } from './problem.js';

type Issue = z.core.$ZodIssue;

/** What the schema finds wrong, as sentences that say what to do. */
export function faultsOf(issues: readonly Issue[], base: Path = []): Fault[] {
  return issues.flatMap((issue) => faultsOfIssue(issue, [...base, ...pathOf(issue)]));
}

function pathOf(issue: Issue): Path {
  return issue.path.map((segment) => (typeof segment === 'symbol' ? String(segment) : segment));
}

function faultsOfIssue(issue: Issue, path: Path): Fault[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], message: unknownWord(key) }));
    case 'invalid_union':
      return unionFaults(issue, path);
    case 'invalid_type':
      return [{ path, message: issue.input === undefined ? missing(path) : wrongType(path, issue) }];
    case 'invalid_value':
      return [{ path, message: issue.input === undefined ? missing(path) : notAmong(path, issue.values.map(String)) }];
    case 'invalid_format':
    case 'custom':
      return [{ path, message: formatMessage(issue.message, issue.input) ?? formatOf(path, issue) }];
    case 'too_small':
    case 'too_big':
      return [{ path, message: formatOf(path, issue) }];
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
      return [{ path, message: wrongForm(path) }];
  }
}

function unionFaults(issue: z.core.$ZodIssueInvalidUnion, path: Path): Fault[] {
  if ('options' in issue) {
    return [{ path, message: notAmong(path, issue.options.map(String)) }];
  }
  const branch = bestBranch(issue.errors);
  return branch === undefined ? [{ path, message: wrongForm(path) }] : faultsOf(branch, path);
}

/**
 * The form that the author most probably meant: the one whose own words are all there, else the one with the fewest
 * foreign words. Undefined if no form shares a single word with what was written.
 */
function bestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const scored = branches
    .map((issues) => ({ issues, score: issues.reduce((sum, issue) => sum + distance(issue), 0) }))
    .sort((a, b) => a.score - b.score);
  return scored[0]?.issues;
}

/** How far an issue is from the form's top: a wrong kind of value is farthest, a slip deep inside is nearest. */
function distance(issue: Issue): number {
  if (issue.path.length > 1) return 1;
  if (issue.path.length === 1) return issue.input === undefined && issue.code === 'invalid_type' ? 20 : 2;
  if (issue.code === 'unrecognized_keys') return 30 * issue.keys.length;
  return issue.code === 'custom' ? 3 : 100;
}

function last(path: Path): string {
  const name = [...path].reverse().find((segment) => typeof segment === 'string');
  return name ?? 'policy.yaml';
}

function unknownWord(word: string): Bilingual {
  const nearest = nearestWord(word, vocabulary());
  return {
    zh: `未知的词“${word}”：${nearest === undefined ? '请删除，或使用此处允许的词' : `是否应为“${nearest}”？`}`,
    en: `Unknown word '${word}': ${nearest === undefined ? 'remove it, or use a word allowed here' : `did you mean '${nearest}'?`}`,
  };
}

/** What a document may not have; then null is written. */
const MAY_LACK = new Set(['documentNumber', 'signedOn', 'overlapRule', 'number']);

function missing(path: Path): Bilingual {
  const name = last(path);
  if (MAY_LACK.has(name)) {
    return {
      zh: `缺少“${name}”：请补上；原文没有的写 ${name}: null`,
      en: `'${name}' is missing: add it, or write ${name}: null where the document has none`,
    };
  }
  return { zh: `缺少“${last(path)}”：请补上`, en: `'${last(path)}' is missing: add it` };
}

function wrongType(path: Path, issue: z.core.$ZodIssueInvalidType): Bilingual {
  if (isBelowZero(issue.input)) return BELOW_ZERO;
  if (issue.expected === 'string' && typeof issue.input === 'number') {
    const example = rightForm(issue.input, 'money') ?? "'300000.00'";
    return { zh: `“${last(path)}”须加引号：请写 ${example}`, en: `Put '${last(path)}' in quotes: write ${example}` };
  }
  const count = issue.expected === 'number' ? rightForm(issue.input, 'count') : undefined;
  if (count !== undefined) {
    return { zh: `“${last(path)}”应为数字：请写 ${count}`, en: `'${last(path)}' is a number: write ${count}` };
  }
  return {
    zh: `“${last(path)}”的类型不对：应为 ${issue.expected}`,
    en: `'${last(path)}' is of the wrong type: write a value of type ${issue.expected}`,
  };
}

function notAmong(path: Path, values: readonly string[]): Bilingual {
  const list = values.join(', ');
  return { zh: `“${last(path)}”应为以下之一：${list}`, en: `'${last(path)}' must be one of ${list}` };
}

function wrongForm(path: Path): Bilingual {
  return {
    zh: `“${last(path)}”的写法不对：请参照 policy.schema.json`,
    en: `'${last(path)}' has a wrong form: see policy.schema.json for the forms allowed`,
  };
}

function formatOf(path: Path, issue: Issue): Bilingual {
  return isBelowZero(issue.input) ? BELOW_ZERO : wrongForm(path);
}

function isBelowZero(input: unknown): boolean {
  return (typeof input === 'number' && input < 0) || (typeof input === 'string' && /^-\d/.test(input));
}

const BELOW_ZERO: Bilingual = {
  zh: '金额、限额和比例不能小于零：请改为零以上的数，或删去整个限额',
  en: 'An amount, limit or rate cannot be below zero: write a number above zero, or leave the limit out',
};

const FORMS: Readonly<Record<string, Form | undefined>> = {
  money: 'money',
  percent: 'percent',
  date: 'date',
  share: 'share',
};

/** What a format asks for, with what was written in the right form. */
function formatMessage(format: string, input: unknown): Bilingual | undefined {
  const message = isBelowZero(input) ? undefined : FORMATS[format];
  const form = FORMS[format];
  const example = form === undefined ? undefined : rightForm(input, form);
  if (message === undefined || example === undefined) return message;
  return { zh: `${message.zh}：请写 ${example}`, en: `${message.en}: write ${example}` };
}

/** What the schema's own formats ask for, by the name that the schema gives them. */
const FORMATS: Readonly<Record<string, Bilingual | undefined>> = {
  money: {
    zh: "金额写成带引号的元，至多两位小数，如 '300000.00'",
    en: "Money is written as quoted yuan with at most two decimals, like '300000.00'",
  },
  periodEnd: {
    zh: 'period 写且只写 to（终止日，未定的写 null）或 years（年数，如“有效期5年”写 5）之一',
    en: 'A period has either to (its last day, null where none is set) or years (5 for 有效期5年)',
  },
  percent: {
    zh: "比例应为数字或带引号的十进制数，如 30 或 '0.6'",
    en: "A percentage is a number or a quoted decimal: 30 or '0.6'",
  },
  date: { zh: '日期应写成 YYYY-MM-DD，且确有此日', en: 'A date is a day of the calendar, written YYYY-MM-DD' },
  factName: {
    zh: '要素名以小写字母开头，只含字母和数字',
    en: 'A fact name starts with a small letter and holds letters and digits only',
  },
  measureId: {
    zh: '措施编号应为 政策/条款，如 quanzhou-2024-7/2',
    en: 'A measure is named policy/clause, like quanzhou-2024-7/2',
  },
  clauseId: {
    zh: "条款编号只含字母、数字和点，须加引号，如 '5.1'",
    en: "A clause id holds letters, digits and points, in quotes: '5.1'",
  },
  policyId: {
    zh: '政策编号应为 城市-年份-文号，如 quanzhou-2024-7；没有文号的以一词代之，如 liuhe-2023-industry',
    en: 'A policy is named city-year-number, like quanzhou-2024-7, or by a word where it has no number: liuhe-2023-industry',
  },
  division: {
    zh: "区划代码为六位数字，须加引号，如 '350500'",
    en: "A division is a six-digit code in quotes: '350500'",
  },
  jurisdiction: {
    zh: "适用范围为区划代码的前缀，须加引号，如 '3505'",
    en: "A jurisdiction is the start of a division code, in quotes: '3505'",
  },
  share: { zh: '份额应为分数，如 1/2', en: 'A share is a fraction like 1/2' },
  routeKey: {
    zh: '步骤代号以小写字母开头，只含小写字母、数字和连字符，至多40个字符',
    en: 'A key starts with a small letter and holds small letters, digits and hyphens, 40 at most',
  },
  routeCondition: {
    zh: '条件写 amountFrom、amountBelow、upTo、drawn 之一或数项；所有申报件都要办理的，删去 when',
    en: 'A condition has amountFrom, amountBelow, upTo or drawn, or several of them: leave when out where every claim takes the step',
  },
  figureReason: {
    zh: 'figures 的每一项写 words（引文中的数）或 rule（规则中的数）之一，并写明 why',
    en: 'Each of figures names one number, of the quotation (words) or of the rule (rule), and why',
  },
  boundMissing: {
    zh: '条件缺少界限：请写 atLeast、above、atMost、below、equals 之一',
    en: 'The condition has no bound: add one of atLeast, above, atMost, below, equals',
  },
  awardThreshold: {
    zh: '每一档写且只写 from（含）或 above（不含）之一',
    en: 'A step has either from (included) or above (not included)',
  },
  bandStart: {
    zh: '每一段写且只写 from（含）或 above（不含）之一',
    en: 'A band starts with either from (included) or above (not included)',
  },
  bandEnd: {
    zh: '每一段至多写 to（含）或 below（不含）之一',
    en: 'A band ends with to (included) or below (not included), not both',
  },
};
