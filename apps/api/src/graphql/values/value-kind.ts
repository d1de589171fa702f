import { Extensions } from '@nestjs/graphql';
import type { GraphQLArgument, GraphQLInputField } from 'graphql';
import type { NumberKind, TextKind } from './kinds.js';

/** Names of the extensions under which the schema keeps the kinds. */
const KIND = 'valueKind';
const ARGUMENT_KINDS = 'argumentKinds';

/** Arguments of every list, which name the kind wherever they stand. */
const PAGE_ARGUMENTS: ReadonlyMap<string, TextKind | NumberKind> = new Map([
  ['after', 'cursor'],
  ['before', 'cursor'],
  ['first', 'whole'],
  ['last', 'whole'],
  ['atLeast', 'position'],
]);

type Described = Pick<GraphQLInputField | GraphQLArgument, 'name' | 'extensions'>;

/** On a field of an input type that holds text or a number: of what kind it is. */
export function ValueKind(kind: TextKind | NumberKind): PropertyDecorator {
  return (target, property) => Extensions({ [KIND]: kind })(target, property);
}

/** On a query, a mutation or a resolved field whose arguments are texts or numbers: of what kind each is. */
export function ArgumentKinds(kinds: Readonly<Record<string, TextKind | NumberKind>>): MethodDecorator {
  return (target, property, descriptor) => Extensions({ [ARGUMENT_KINDS]: kinds })(target, property, descriptor);
}

/** The declared kind of an input field, as it stands there. */
export function kindOfInputField({ extensions }: Described): unknown {
  return extensions[KIND];
}

/** The declared kind of an argument of a field with these extensions, as it stands there. */
export function kindOfArgument({ name }: Described, field: Pick<Described, 'extensions'>): unknown {
  const kinds = field.extensions[ARGUMENT_KINDS];
  const kind: unknown = typeof kinds === 'object' && kinds !== null ? Reflect.get(kinds, name) : undefined;
  return kind ?? PAGE_ARGUMENTS.get(name);
}
