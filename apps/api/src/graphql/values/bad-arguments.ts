import type { FieldProblem } from '@duixian/casework';
import type { GraphQLError } from 'graphql';
import { badInput } from '../errors.js';

const SOMEWHERE: FieldProblem = {
  field: 'input',
  message: { zh: '输入内容有误，请检查后重试。', en: 'The input cannot be read: look it over and try again.' },
};

/** The error of a request whose arguments cannot be read; it names the first of them. */
export function badArguments([first = SOMEWHERE]: readonly FieldProblem[]): GraphQLError {
  const { field, message } = first;
  return badInput(field, { zh: `${field}：${message.zh}`, en: `${field}: ${message.en}` });
}
