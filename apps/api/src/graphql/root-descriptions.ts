import type { GraphQLSchema } from 'graphql';

/** Says what the two roots of the schema are: Nest has no place of its own for it. */
export function withRootDescriptions(schema: GraphQLSchema): GraphQLSchema {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  if (query) query.description = 'What can be asked: of your own city, and the law of every city.';
  if (mutation) {
    mutation.description =
      'What can be done. Each is answered with what became of it, or with a refusal that says what to do.';
  }
  return schema;
}
