import {
  getVariableValues,
  isInputType,
  typeFromAST,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { badInput } from '../errors.js';
import { VARIABLE_DEPTH_MAX, VARIABLE_VALUES_MAX } from './limits.js';
import { tooLarge } from './too-large.js';

/** Variables as they came, whatever they are. */
export type Variables = Readonly<Record<string, unknown>>;

/** What GraphQL says of a value begins with the value itself, and ends with what is wrong with it. */
const SHOWN_OF_EACH_END = 150;
/** Where in a variable the value stands. In values as GraphQL writes them a backslash stands before a quotation mark. */
const PATH = / at "([\w.[\]]+)"; /;
const ENUM = /(?:does not exist in|; Enum) "(\w+)"/;

/** Refuses variables of which there are too many, or which nest too deep. @throws GraphQLError `QUERY_TOO_LARGE` */
export function checkVariables(variables: Variables): void {
  let values = 0;
  const enter = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null) return;
    if (depth > VARIABLE_DEPTH_MAX) throw tooLarge('variableDepth', VARIABLE_DEPTH_MAX);
    // Counted before any is taken out: taking thousands out of an object takes as long as parsing it.
    values += Array.isArray(value) ? value.length : Object.keys(value).length;
    if (values > VARIABLE_VALUES_MAX) throw tooLarge('variableValues', VARIABLE_VALUES_MAX);
    for (const each of Object.values(value)) enter(each, depth + 1);
  };
  enter(variables, 1);
}

/**
 * Refuses the first value that does not fit its type. The execution would look for fifty, and write the whole value into
 * what it says of each.
 *
 * @throws GraphQLError `BAD_USER_INPUT`
 */
export function checkTypes(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Variables): void {
  // Types that are not there are for validation, which knows what may have been meant.
  const known = operation.variableDefinitions?.filter(({ type }) => isInputType(typeFromAST(schema, type))) ?? [];
  const [first] = getVariableValues(schema, known, variables, { maxErrors: 1 }).errors ?? [];
  if (first !== undefined) throw unfit(first);
}

function unfit({ message, nodes }: GraphQLError): GraphQLError {
  const [node] = nodes ?? [];
  const variable = node !== undefined && 'variable' in node ? node.variable.name.value : 'variables';
  const field = PATH.exec(message)?.[1] ?? variable;
  const [, type] = ENUM.exec(message) ?? [];
  if (type !== undefined) {
    return badInput(field, {
      zh: `${field}：${type}中没有这个取值，请从接口说明所列的取值中选择。`,
      en: `${field}: ${type} has no such value. Take one of those that the schema lists.`,
    });
  }
  const said =
    message.length <= 2 * SHOWN_OF_EACH_END
      ? message
      : `${message.slice(0, SHOWN_OF_EACH_END)}…${message.slice(-SHOWN_OF_EACH_END)}`;
  return badInput(field, { zh: `${field}：取值不符合其类型，请按接口说明填写。`, en: said });
}
