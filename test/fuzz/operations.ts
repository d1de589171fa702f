import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  isInterfaceType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { Random } from '@duixian/testing/random';
import type { Sender } from './application.js';
import type { KnownValues } from './known-values.js';
import { oddJson, oddNumber, oddObject, oddText } from './odd-values.js';

/** A request of GraphQL as it is sent. */
export interface Operation {
  readonly field: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

type Field = GraphQLField<unknown, unknown>;

export interface SentOperation extends Operation {
  readonly sender: Sender;
}

/** How often a field is asked for, where it is not once a turn: what takes long on purpose, or ends what others do. */
const SHARES: Readonly<Record<string, number>> = {
  login: 0.02,
  logout: 0.02,
  rebuildReadModels: 0.01,
  disableAccount: 0.02,
  changePassword: 0.02,
  divisions: 0.05,
  policies: 0.05,
  measures: 0.05,
};
/** How often an optional argument is left out, where it is not every second time: without it little comes of the rest. */
const OMITTED: Readonly<Record<string, number>> = { first: 0.1, commandId: 0.02 };
const REFUSAL = '... on Refusal { code field message { zh } }';
const DEPTH_MAX = 3;

/** Makes operations of every query and mutation of a schema, with arguments of every kind. */
export class Operations {
  private readonly queries: readonly Field[];
  private readonly mutations: readonly Field[];
  /** Of the values of the operation that is being made, how many are odd. */
  private oddShare = 0;
  private variables: Record<string, unknown> = {};
  private declarations: string[] = [];

  constructor(
    schema: GraphQLSchema,
    private readonly random: Random,
    private readonly known: KnownValues,
  ) {
    this.queries = Object.values(schema.getQueryType()?.getFields() ?? {});
    this.mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  }

  /** @param senderOf who sends an operation of that name: what he types is of his own division, mostly. */
  next(senderOf: (field: string) => Sender): SentOperation {
    const { random } = this;
    const kind = random.chance(0.65) ? 'mutation' : 'query';
    const fields = kind === 'mutation' ? this.mutations : this.queries;
    const field = fields[random.whole(0, fields.length - 1)] ?? noFields();
    if (!random.chance(SHARES[field.name] ?? 1)) return this.next(senderOf);
    const sender = senderOf(field.name);
    this.known.division = sender.division;
    this.oddShare = random.pick([0, 0, 0.1, 0.4, 1] as const);
    this.variables = {};
    this.declarations = [];
    const text = this.textOf(field, 0);
    const declared = this.declarations.length === 0 ? '' : `(${this.declarations.join(', ')})`;
    return { sender, field: field.name, query: `${kind} ${declared} { ${text} }`, variables: this.variables };
  }

  private textOf(field: GraphQLField<unknown, unknown>, depth: number): string {
    const args = field.args.flatMap((argument) => {
      const value = this.argumentOf(argument.name, argument.type, field.name);
      if (value === undefined) return [];
      const variable = `v${this.declarations.length}`;
      this.declarations.push(`$${variable}: ${argument.type.toString()}`);
      this.variables[variable] = value;
      return [`${argument.name}: $${variable}`];
    });
    const called = args.length === 0 ? field.name : `${field.name}(${args.join(', ')})`;
    const selection = this.selectionOf(getNamedType(field.type), depth + 1);
    return selection === null ? called : `${called} ${selection}`;
  }

  /** Null for what has no fields. */
  private selectionOf(type: GraphQLNamedType, depth: number): string | null {
    if (isUnionType(type)) {
      const members = type.getTypes().map((member) => `... on ${member.name} ${this.fieldsOf(member, depth, true)}`);
      const refuses = type.getTypes().some((member) => member.getInterfaces().some(({ name }) => name === 'Refusal'));
      return `{ __typename ${members.join(' ')} ${refuses ? REFUSAL : ''} }`;
    }
    return isObjectType(type) || isInterfaceType(type) ? this.fieldsOf(type, depth, false) : null;
  }

  private fieldsOf(
    type: { readonly name: string; getFields(): Record<string, GraphQLField<unknown, unknown>> },
    depth: number,
    isMember: boolean,
  ): string {
    const fields = Object.values(type.getFields()).filter((field) => {
      const isLeaf = isScalarType(getNamedType(field.type)) || isEnumType(getNamedType(field.type));
      // Members of a union may call fields alike that are of different types.
      if (isMember) return isLeaf && ['id', 'uscc', 'name'].includes(field.name) && this.isText(field);
      return isLeaf ? this.random.chance(0.5) : depth <= DEPTH_MAX && this.random.chance(depth === 1 ? 0.6 : 0.15);
    });
    return `{ ${['__typename', ...fields.map((field) => this.textOf(field, depth))].join(' ')} }`;
  }

  private isText({ type }: GraphQLField<unknown, unknown>): boolean {
    return ['ID', 'String'].includes(getNamedType(type).name) && isNonNullType(type) && !isListType(type.ofType);
  }

  private argumentOf(name: string, type: GraphQLInputType, on: string): unknown {
    // A cursor is given on one side only, or the page is refused before it is looked at.
    if ((name === 'last' || name === 'before') && !this.random.chance(0.1)) return undefined;
    if (!isNonNullType(type) && this.random.chance(OMITTED[name] ?? 0.5)) return undefined;
    return this.valueOf(name, type, on);
  }

  private isOdd(): boolean {
    return this.random.chance(this.oddShare);
  }

  private valueOf(name: string, stated: GraphQLInputType, on: string): unknown {
    const { random } = this;
    // What is of no type at all that the schema knows.
    if (this.isOdd() && random.chance(0.03)) return oddJson(random);
    const type = isNonNullType(stated) ? stated.ofType : stated;
    if (isListType(type)) {
      const { ofType } = type;
      const length = this.isOdd() && random.chance(0.05) ? 250 : random.whole(0, 2);
      return Array.from({ length }, () => this.valueOf(name, ofType, on));
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).flatMap((field): [string, unknown][] => {
        const value = this.argumentOf(field.name, field.type, on);
        return value === undefined ? [] : [[field.name, value]];
      });
      return Object.fromEntries(fields);
    }
    if (isEnumType(type)) {
      const values = type.getValues();
      return values[random.whole(0, values.length - 1)]?.name ?? null;
    }
    return this.scalarOf(name, type.name, on);
  }

  private scalarOf(name: string, type: string, on: string): unknown {
    const { random, known } = this;
    const isOdd = this.isOdd();
    switch (type) {
      case 'Boolean':
        return random.chance(0.5);
      case 'Int':
        return isOdd ? oddNumber(random) : known.numberFor(name);
      case 'Float':
        return oddNumber(random);
      case 'Date':
        return isOdd ? oddText(random) : known.day();
      case 'Money':
        return isOdd ? oddText(random) : known.amount();
      case 'JSONObject':
        return isOdd ? oddObject(random) : known.facts();
      default:
        return isOdd ? oddText(random) : (known.textFor(name, on) ?? `甲${random.whole(1, 40)}`);
    }
  }
}

function noFields(): never {
  throw new Error('The schema has no field to ask for.');
}
