import type { Bilingual } from '@duixian/policy';
import {
  coerceInputValue,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isNonNullType,
  typeFromAST,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { badInput } from '../errors.js';
import { MARKS_MAX, VARIABLE_DEPTH_MAX, VARIABLE_VALUES_MAX } from './limits.js';
import { tooLarge } from './too-large.js';

/** Variables as they came, whatever they are. */
export type Variables = Readonly<Record<string, unknown>>;

const TOO_MANY_MARKS = new RegExp(`\\p{M}{${MARKS_MAX + 1}}`, 'u');

/** Refuses a text that takes long to be normalised, which every kind of value is. @throws GraphQLError `QUERY_TOO_LARGE` */
export function checkMarks(text: string): void {
  if (TOO_MANY_MARKS.test(text)) throw tooLarge('marks', MARKS_MAX);
}

/** Refuses variables of which there are too many, which nest too deep, or whose texts take too long to be read. @throws GraphQLError `QUERY_TOO_LARGE` */
export function checkVariables(variables: Variables): void {
  let values = 0;
  const enter = (value: unknown, depth: number): void => {
    if (typeof value === 'string') checkMarks(value);
    if (typeof value !== 'object' || value === null) return;
    if (depth > VARIABLE_DEPTH_MAX) throw tooLarge('variableDepth', VARIABLE_DEPTH_MAX);
    // Counted before any is taken out: taking thousands out of an object takes as long as parsing it.
    values += Array.isArray(value) ? value.length : Object.keys(value).length;
    if (values > VARIABLE_VALUES_MAX) throw tooLarge('variableValues', VARIABLE_VALUES_MAX);
    for (const [name, each] of Object.entries(value)) {
      checkMarks(name);
      enter(each, depth + 1);
    }
  };
  enter(variables, 1);
}

/**
 * Refuses the first value that does not fit its type, by its path. The execution would look for fifty, and write the whole
 * value into what it says of each: whatever was entered stays out of it, as it may be a password.
 *
 * @throws GraphQLError `BAD_USER_INPUT`
 */
export function checkTypes(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Variables): void {
  for (const { variable, type: node, defaultValue } of operation.variableDefinitions ?? []) {
    const type = typeFromAST(schema, node);
    // Types that are not there are for validation, which knows what may have been meant.
    if (!isInputType(type)) continue;
    const name = variable.name.value;
    const isGiven = Object.hasOwn(variables, name);
    if (!isGiven && (defaultValue !== undefined || !isNonNullType(type))) continue;
    coerceInputValue(isGiven ? variables[name] : null, type, (path, value, { message }) => {
      throw unfit(type, [name, ...path], value, message);
    });
  }
}

/** Names of fields that GraphQL tells in its sentences alone. */
const MISSING = /^Field "(\w+)" of required type/;
const UNKNOWN = /^Field "([^"]*)" is not defined by type/;
/** What the client called something is shown no further. */
const NAME_SHOWN_MAX = 60;

function unfit(of: GraphQLInputType, at: readonly (string | number)[], value: unknown, message: string): GraphQLError {
  const type = typeAt(of, at.slice(1));
  const missing = MISSING.exec(message)?.[1] ?? null;
  if (missing !== null) return problem([...at, missing], LACKING);
  // Says nothing of a value: the names of fields alone are in it.
  const unknown = isInputObjectType(type) ? (UNKNOWN.exec(message)?.[1] ?? null) : null;
  if (unknown !== null) {
    return problem([...at, unknown.slice(0, NAME_SHOWN_MAX)], {
      zh: `${type.name} 中没有此项，请核对名称或去掉它。`,
      en: `${type.name} has no such field. Look at its name, or leave it out.`,
    });
  }
  if (value === null || value === undefined) return problem(at, LACKING);
  if (isEnumType(type)) {
    return problem(at, {
      zh: `${type.name}中没有这个取值，请从接口说明所列的取值中选择。`,
      en: `${type.name} has no such value. Take one of those that the schema lists.`,
    });
  }
  const { zh, en } = KINDS[type.name] ?? { zh: `${type.name} 类型的对象`, en: `an object of the type ${type.name}` };
  return problem(at, { zh: `类型不符，应为${zh}。`, en: `This is of another type. Give ${en}.` });
}

const LACKING = { zh: '缺少此项，请填写。', en: 'This is missing. Give it.' };

const TEXT = { zh: '文本，写在引号中', en: 'a text in quotation marks' };
const KINDS: Readonly<Record<string, Bilingual>> = {
  String: TEXT,
  ID: TEXT,
  Int: { zh: '整数（绝对值不超过 2147483647）', en: 'a whole number of at most 2147483647' },
  Float: { zh: '数', en: 'a number' },
  Boolean: { zh: ' true 或 false', en: 'true or false' },
  Date: { zh: '日期，如 "2026-01-31"', en: 'a day, such as "2026-01-31"' },
  Money: { zh: '以元计的金额，写在引号中，如 "150000.00"', en: 'yuan in quotation marks, such as "150000.00"' },
  JSONObject: { zh: 'JSON 对象', en: 'a JSON object' },
};

function problem(at: readonly (string | number)[], { zh, en }: Bilingual): GraphQLError {
  const field = at.reduce<string>(
    (path, each) => (typeof each === 'number' ? `${path}[${each}]` : path === '' ? each : `${path}.${each}`),
    '',
  );
  return badInput(field, { zh: `${field}：${zh}`, en: `${field}: ${en}` });
}

/** The type that stands at a path within another, without its lists and whether it must be there. */
function typeAt(type: GraphQLInputType, [first, ...rest]: readonly (string | number)[]): GraphQLNamedInputType {
  const named = getNamedType(type);
  // Places in lists change nothing of what is named.
  if (first === undefined) return named;
  if (typeof first === 'number') return typeAt(type, rest);
  const field = isInputObjectType(named) ? named.getFields()[first] : undefined;
  return field === undefined ? named : typeAt(field.type, rest);
}
