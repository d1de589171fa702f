import type { z } from 'zod';

/**
 * A GraphQL operation together with the shape its answer must have.
 * Answers are parsed with `data` when they arrive, so that everything behind the client can trust its types.
 */
export interface GraphQlDocument<Variables, Data> {
  /** The operation's name; also the key under which its answers are cached. */
  readonly name: string;
  readonly text: string;
  readonly data: z.ZodType<Data>;
  /** Exists for the compiler only: which variables the operation takes. */
  readonly variables?: Variables;
}

/** Declares an operation: `graphql<{ id: string }>()('query Claim($id: ID!) { … }', z.object({ … }))`. */
export function graphql<Variables extends object = Record<string, never>>() {
  return <Data>(text: string, data: z.ZodType<Data>): GraphQlDocument<Variables, Data> => {
    const name = /(?:query|mutation)\s+(\w+)/.exec(text)?.[1];
    if (name === undefined) throw new Error('An operation must be named, so that logs and caches can tell it apart.');
    return { name, text, data };
  };
}
