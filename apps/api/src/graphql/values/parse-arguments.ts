import { parseAmount, parseDay, parseJson, type FieldProblem, type Parsed } from '@duixian/casework';
import {
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputFieldMap,
  type GraphQLInputType,
} from 'graphql';
import { isNumberKind, isTextKind, NUMBER_KIND_DEFAULT, NUMBER_KINDS, TEXT_KIND_DEFAULT, TEXT_KINDS } from './kinds.js';
import { kindOfArgument, kindOfInputField } from './value-kind.js';

/** Most items of a list that is no page: evidence has the longest, with a hundred. */
const LIST_LENGTH_MAX = 200;

type Arguments = Readonly<Record<string, unknown>>;

/** Arguments as resolvers get them, or everything that is wrong with them, by path: `input.contact.name`. */
export type ParsedArguments =
  | { readonly ok: true; readonly values: Arguments }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

interface InputObject {
  readonly fields: GraphQLInputFieldMap;
  readonly path: string;
  readonly problems: FieldProblem[];
}

/** Reads the arguments of one field, however deep they nest, each by its kind of value. */
export function parseArguments(field: GraphQLField<unknown, unknown>, stated: Arguments): ParsedArguments {
  const problems: FieldProblem[] = [];
  const values: Record<string, unknown> = { ...stated };
  for (const argument of field.args) {
    if (!Object.hasOwn(stated, argument.name)) continue;
    const kind = kindOfArgument(argument, field);
    values[argument.name] = parseValue(stated[argument.name], argument.type, kind, argument.name, problems);
  }
  return problems.length === 0 ? { ok: true, values } : { ok: false, problems };
}

/** The value, parsed; what is wrong with it is added to `problems`, and then what it gives is not looked at. */
function parseValue(
  value: unknown,
  type: GraphQLInputType,
  kind: unknown,
  path: string,
  problems: FieldProblem[],
): unknown {
  if (value === null || value === undefined) return value;
  const note = <Value>(parsed: Parsed<Value>): unknown => {
    if (parsed.ok) return parsed.value;
    problems.push({ field: path, message: parsed.problem });
    return value;
  };
  const inner = isNonNullType(type) ? type.ofType : getNullableType(type);
  if (isListType(inner)) {
    const { ofType } = inner;
    if (!Array.isArray(value)) return value;
    if (value.length > LIST_LENGTH_MAX) return note(tooLong);
    return value.map((each, index) => parseValue(each, ofType, kind, `${path}[${index}]`, problems));
  }
  if (isInputObjectType(inner)) {
    return typeof value === 'object' ? parseFields(value, { fields: inner.getFields(), path, problems }) : value;
  }
  if (inner.name === 'JSONObject') {
    const parsed = parseJson(value);
    if (parsed.ok) return parsed.value;
    problems.push(
      ...parsed.problems.map((each) => ({
        field: each.path === '' ? path : `${path}.${each.path}`,
        message: each.problem,
      })),
    );
    return value;
  }
  if (typeof value === 'number') {
    const parse: (number: number) => Parsed<number> = NUMBER_KINDS[isNumberKind(kind) ? kind : NUMBER_KIND_DEFAULT];
    return note(parse(value));
  }
  if (typeof value !== 'string') return value;
  switch (inner.name) {
    case 'Date':
      return note(parseDay(value));
    case 'Money':
      return note(parseAmount(value));
    case 'String':
    case 'ID': {
      const parse: (text: string) => Parsed<string> = TEXT_KINDS[isTextKind(kind) ? kind : TEXT_KIND_DEFAULT];
      return note(parse(value));
    }
    default:
      return value;
  }
}

/** A copy, since the same variable may be the argument of several fields. */
function parseFields(value: object, { fields, path, problems }: InputObject): Record<string, unknown> {
  const entries = Object.entries(value).map(([name, each]: [string, unknown]): [string, unknown] => {
    const field = fields[name];
    if (field === undefined) return [name, each];
    return [name, parseValue(each, field.type, kindOfInputField(field), `${path}.${name}`, problems)];
  });
  return Object.fromEntries(entries);
}

const tooLong: Parsed<never> = {
  ok: false,
  problem: {
    zh: `此处最多${LIST_LENGTH_MAX}项，请减少。`,
    en: `At most ${LIST_LENGTH_MAX} items fit here: leave some out.`,
  },
};
