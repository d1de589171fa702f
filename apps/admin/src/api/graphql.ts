import type { $tada, TadaDocumentNode, initGraphQLTada } from 'gql.tada';
import type { Introspection } from './schema/introspection.generated.js';

/**
 * The shapes of answers and variables follow from a document's text and the API's committed schema, by the compiler.
 * Nothing of gql.tada runs in the browser: a document is sent as the text that it is.
 */
type Tada = initGraphQLTada<{
  introspection: Introspection;
  disableMasking: true;
  scalars: {
    /** "2026-11-26". */
    Date: string;
    /** "2026-11-26T09:00:00.000Z". */
    DateTime: string;
    JSONObject: Record<string, unknown>;
    /** Yuan with two decimals: "150000.00". */
    Money: string;
  };
}>;

// eslint-disable-next-line @typescript-eslint/no-unused-vars -- `typeof tada<…>` asks the compiler for one of its types
declare const tada: Tada;

/** An operation of the API, or a fragment of one: its text, and for the compiler what it takes and answers. */
export interface GraphQlDocument<Variables, Data, Definition = unknown> {
  /** The operation's name; also the key under which its answers are cached. */
  readonly name: string;
  /** What is sent: its own text, and each fragment that it selects once. */
  readonly text: string;
  readonly parts: readonly string[];
  readonly __apiType?: (variables: Variables) => Data;
  readonly [$tada.definition]?: Definition;
}

/** What a document answers. */
export type ResultOf<Document> = Document extends GraphQlDocument<never, infer Data> ? Data : never;

/** What a document takes. */
export type VariablesOf<Document> = Document extends GraphQlDocument<infer Variables, unknown> ? Variables : never;

/** The mutations that the schema has. */
export type MutationName = keyof Introspection['types']['Mutation']['fields'];

/** An input of the schema by its name. */
export type InputOf<Name extends string> = Loose<ReturnType<typeof tada.scalar<Name>>>;

/** What may be left out may also be `undefined`: it is not sent. */
type Loose<Value> = Value extends readonly (infer Item)[]
  ? Loose<Item>[]
  : Value extends Record<string, unknown>
    ? string extends keyof Value
      ? Value
      : { [Key in keyof Value]: Loose<Value[Key]> | (undefined extends Value[Key] ? undefined : never) }
    : Value;

type Fragment = NonNullable<Parameters<Tada>[1]>[number];

type Typed<Node> =
  Node extends TadaDocumentNode<infer Data, infer Variables, infer Definition>
    ? GraphQlDocument<Loose<Variables>, Data, Definition>
    : never;

/**
 * Declares an operation or a fragment: `graphql('query Claim($id: ID!) { claim(id: $id) { ...ClaimRow } }', [claimRow])`.
 * A text that does not fit the schema fails its spec (documents.unit.spec.ts).
 */
export function graphql<
  const Text extends string,
  const Fragments extends readonly (Fragment & GraphQlDocument<never, unknown>)[] = [],
>(
  text: Text,
  fragments?: Fragments,
  // @ts-expect-error the first overload reads gql.tada's cache of types, which nobody fills
): Typed<ReturnType<typeof tada<Text, Fragments>>>;
export function graphql(
  text: string,
  fragments: readonly GraphQlDocument<never, unknown>[] = [],
): GraphQlDocument<never, unknown> {
  const name = /(?:query|mutation|fragment)\s+(\w+)/.exec(text)?.[1];
  if (name === undefined) throw new Error('An operation must be named, so that logs and caches can tell it apart.');
  return { name, ...composed(text, fragments) };
}

/** A text together with the fragments that it selects, and those that they select. */
export function composed(
  text: string,
  fragments: readonly GraphQlDocument<never, unknown>[],
): Pick<GraphQlDocument<never, unknown>, 'text' | 'parts'> {
  const parts = [...new Set([text, ...fragments.flatMap((each) => each.parts)])];
  return { text: parts.join('\n'), parts };
}
