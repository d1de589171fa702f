import { defaultFieldResolver, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { badArguments } from './bad-arguments.js';
import { parseArguments } from './parse-arguments.js';

/**
 * Makes the fields of all types but Query and Mutation parse their arguments: Nest runs no interceptor for them, and
 * who may see them was asked where the query began.
 */
export function parseNestedArguments(schema: GraphQLSchema): GraphQLSchema {
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || roots.has(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) if (field.args.length > 0) parseArgumentsOf(field);
  }
  return schema;
}

function parseArgumentsOf(field: GraphQLField<unknown, unknown>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, stated: Readonly<Record<string, unknown>>, context, info) => {
    const parsed = parseArguments(field, stated);
    if (!parsed.ok) throw badArguments(parsed.problems);
    return resolve(source, parsed.values, context, info);
  };
}
