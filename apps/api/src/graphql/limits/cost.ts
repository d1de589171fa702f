import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX } from '../pagination.js';
import {
  FIELD_COSTS,
  MUTATION_STATEMENTS,
  UNDECLARED_HOLDS,
  UNDECLARED_STATEMENTS,
  type FieldCost,
} from './field-costs.js';
import { checkIntrospection } from './introspection.js';
import {
  ALIASES_MAX,
  COMPARISONS_MAX,
  DEFINITIONS_MAX,
  DEPTH_MAX,
  DIRECTIVES_MAX,
  FIELDS_MAX,
  INTROSPECTION_DEPTH_MAX,
  ROOT_FIELDS_MAX,
  SELECTED_MAX,
  STATEMENT_WEIGHS,
  STATEMENTS_MAX,
} from './limits.js';
import { tooLarge } from './too-large.js';
import type { Variables } from './variables.js';

/** What a request may cost at most, before anything of it is validated or resolved. */
export interface Cost {
  /** Fields that the answer may hold. */
  readonly fields: number;
  /** SQL statements that may be run for it. */
  readonly statements: number;
  /** Both in one number, for the budgets. */
  readonly points: number;
}

/**
 * Reckons what a parsed document may cost, and refuses what costs too much. It needs no valid document, since validating
 * is one of the costs that it bounds: what does not fit the schema is counted as a field, and refused by validation.
 *
 * It walks the fields as the execution would, with fragments put in place and fields of one name taken together, and
 * stops at the first limit that is passed. So it takes no longer than `SELECTED_MAX` steps, however small fragments
 * multiply, and its numbers cannot overflow.
 *
 * @throws GraphQLError `QUERY_TOO_LARGE`
 */
export function costOf(schema: GraphQLSchema, document: DocumentNode, variables: Variables): Cost {
  return new Walk(schema, document, variables).cost();
}

/** A selected field, and the type in which it was found; null when the schema has none there. */
interface Selected {
  readonly node: FieldNode;
  readonly parent: GraphQLCompositeType | null;
}

/** Where a field stands in the answer. */
interface Place {
  readonly depth: number;
  /** How many objects there are of its kind at this place. */
  readonly objects: number;
  /** In how many portions they are loaded: objects of one portion share a statement. */
  readonly portions: number;
  /** Size of the page that it belongs to; null outside a page. */
  readonly page: number | null;
}

const ROOT: Place = { depth: 1, objects: 1, portions: 1, page: null };
/** A fragment is validated by itself, and counted where it is used. */
const NOWHERE: Place = { ...ROOT, objects: 0, portions: 0 };

class Walk {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly defaults = new Map<string, unknown>();
  private readonly required = new Set<string>();
  private selected = 0;
  private comparisons = 0;
  private directives = 0;
  private fields = 0;
  private statements = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly variables: Variables,
  ) {}

  cost(): Cost {
    const { definitions } = this.document;
    atMost(definitions.length, DEFINITIONS_MAX, 'definitions');
    for (const definition of definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
    for (const definition of definitions) {
      if (definition.kind === Kind.OPERATION_DEFINITION) this.ofOperation(definition);
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        const condition = definition.typeCondition.name.value;
        const groups = this.collect([{ set: definition.selectionSet, parent: this.typeNamed(condition) }]);
        if (condition.startsWith('__')) this.ofIntrospection(groups, 1, 0);
        else this.ofFields(groups, NOWHERE);
      }
    }
    return {
      fields: this.fields,
      statements: this.statements,
      points: this.fields + this.statements * STATEMENT_WEIGHS,
    };
  }

  /** Several operations are counted together: only one is run, but a client that sends more has no need to. */
  private ofOperation(definition: OperationDefinitionNode): void {
    const { operation, selectionSet } = definition;
    this.noteVariables(definition);
    const groups = this.collect([{ set: selectionSet, parent: this.schema.getRootType(operation) ?? null }]);
    atMost(groups.size, ROOT_FIELDS_MAX, 'rootFields');
    checkIntrospection(
      [...groups.values()].flat().map(({ node }) => node),
      this.fragments,
    );
    this.ofFields(groups, ROOT);
  }

  private ofFields(groups: ReadonlyMap<string, readonly Selected[]>, place: Place): void {
    const aliases = new Map<string, number>();
    for (const group of groups.values()) {
      this.comparisons += (group.length * (group.length - 1)) / 2;
      atMost(this.comparisons, COMPARISONS_MAX, 'repetitions');
      const name = group[0]?.node.name.value ?? '';
      const times = (aliases.get(name) ?? 0) + 1;
      aliases.set(name, times);
      atMost(times, ALIASES_MAX, 'aliases');
      this.ofGroup(name, group, place);
    }
  }

  private ofGroup(name: string, group: readonly Selected[], place: Place): void {
    const isIntrospection = name.startsWith('__');
    atMost(place.depth, DEPTH_MAX, 'depth');
    const sets = group.flatMap(({ node, parent }) => {
      const set = node.selectionSet;
      return set === undefined ? [] : [{ set, parent: this.typeOf(parent, name) }];
    });
    // Its own size is bounded by the schema; what of it is asked was checked at the root.
    if (isIntrospection) {
      this.add(place.objects, 0);
      if (sets.length > 0) this.ofIntrospection(this.collect(sets), 2, INTROSPECTION_WEIGHS);
      return;
    }
    const parent = group.find((each) => each.parent !== null)?.parent ?? null;
    const cost = this.declared(parent, name);
    const runs = cost.apart === true ? place.objects : place.portions;
    this.add(place.objects * (cost.weighs ?? 1), (cost.statements ?? 0) * runs);
    const objects = place.objects * this.lengthOf(parent, group, cost, place);
    if (sets.length === 0) {
      this.add(objects - place.objects, 0);
      return;
    }
    this.ofFields(this.collect(sets), {
      depth: place.depth + 1,
      objects,
      portions: cost.apart === true ? place.objects : place.portions,
      page: this.pageOf(parent, name, group, place),
    });
  }

  private ofIntrospection(groups: ReadonlyMap<string, readonly Selected[]>, depth: number, weighs: number): void {
    atMost(depth, INTROSPECTION_DEPTH_MAX, 'introspectionDepth');
    for (const group of groups.values()) {
      this.comparisons += (group.length * (group.length - 1)) / 2;
      atMost(this.comparisons, COMPARISONS_MAX, 'repetitions');
      this.add(weighs, 0);
      const sets = group.flatMap(({ node }) =>
        node.selectionSet === undefined ? [] : [{ set: node.selectionSet, parent: null }],
      );
      if (sets.length > 0) this.ofIntrospection(this.collect(sets), depth + 1, weighs);
    }
  }

  /** Fields by the name under which they are answered, from selections that are answered together. */
  private collect(
    sets: readonly { readonly set: SelectionSetNode; readonly parent: GraphQLCompositeType | null }[],
  ): Map<string, Selected[]> {
    const groups = new Map<string, Selected[]>();
    const entered = new Set<string>();
    const enter = ({ selections }: SelectionSetNode, parent: GraphQLCompositeType | null): void => {
      for (const selection of selections) {
        this.directives += selection.directives?.length ?? 0;
        atMost(this.directives, DIRECTIVES_MAX, 'directives');
        atMost(++this.selected, SELECTED_MAX, 'selected');
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value;
          const group = groups.get(key);
          if (group === undefined) groups.set(key, [{ node: selection, parent }]);
          else group.push({ node: selection, parent });
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          const condition = selection.typeCondition?.name.value;
          enter(selection.selectionSet, condition === undefined ? parent : this.typeNamed(condition));
        } else {
          const fragment = this.fragments.get(selection.name.value);
          if (fragment === undefined || entered.has(selection.name.value)) continue;
          entered.add(selection.name.value);
          enter(fragment.selectionSet, this.typeNamed(fragment.typeCondition.name.value));
        }
      }
    };
    for (const { set, parent } of sets) enter(set, parent);
    return groups;
  }

  private declared(parent: GraphQLCompositeType | null, name: string): FieldCost {
    const declared = FIELD_COSTS[`${parent?.name ?? ''}.${name}`];
    if (declared !== undefined) return declared;
    if (parent !== null && parent === this.schema.getMutationType()) {
      return { statements: MUTATION_STATEMENTS, apart: true };
    }
    if (parent !== null && parent === this.schema.getQueryType()) {
      return { statements: UNDECLARED_STATEMENTS, apart: true };
    }
    return {};
  }

  /** How many values a field holds for each object. */
  private lengthOf(
    parent: GraphQLCompositeType | null,
    group: readonly Selected[],
    cost: FieldCost,
    { objects, page }: Place,
  ): number {
    const name = group[0]?.node.name.value ?? '';
    const field = fieldsOf(parent)?.[name];
    if (field === undefined || !isListType(getNullableType(field.type))) return 1;
    if (page !== null && isPart(name)) return page;
    const { narrowed } = cost;
    if (narrowed !== undefined && group.every(({ node }) => this.isGiven(node, narrowed.by))) return narrowed.holds;
    const longest = cost.holds ?? UNDECLARED_HOLDS;
    return objects > 1 ? (cost.usually ?? longest) : longest;
  }

  private pageOf(
    parent: GraphQLCompositeType | null,
    name: string,
    group: readonly Selected[],
    place: Place,
  ): number | null {
    const type = this.typeOf(parent, name);
    const fields = fieldsOf(type);
    if (fields?.pageInfo === undefined) return isPart(name) ? null : place.page;
    return Math.max(...group.map(({ node }) => this.pageSize(node)));
  }

  /** What is no number is refused later, and counted as the largest page until then. */
  private pageSize({ arguments: given = [] }: FieldNode): number {
    const asked = given.flatMap(({ name, value }) => {
      if (name.value !== 'first' && name.value !== 'last') return [];
      if (value.kind === Kind.NULL) return [];
      if (value.kind === Kind.INT) return [Number(value.value)];
      if (value.kind !== Kind.VARIABLE) return [PAGE_SIZE_MAX];
      const sent = this.sent(value.name.value);
      const held = sent === undefined ? this.defaults.get(value.name.value) : sent;
      if (held === undefined || held === null) return [];
      return [typeof held === 'number' ? held : PAGE_SIZE_MAX];
    });
    const size = asked.length === 0 ? PAGE_SIZE_DEFAULT : Math.max(...asked);
    return size >= 1 && size <= PAGE_SIZE_MAX ? size : PAGE_SIZE_MAX;
  }

  private isGiven({ arguments: given = [] }: FieldNode, argument: string): boolean {
    const value = given.find(({ name }) => name.value === argument)?.value;
    if (value?.kind !== Kind.VARIABLE) return value !== undefined && value.kind !== Kind.NULL;
    // A request without a variable that has to be there is refused later.
    return this.required.has(value.name.value) || this.sent(value.name.value) != null;
  }

  /** Undefined where the request has no such variable, whatever every object has by that name. */
  private sent(name: string): unknown {
    return Object.hasOwn(this.variables, name) ? this.variables[name] : undefined;
  }

  /** Each operation has variables of its own: what another says of one by the same name does not hold for it. */
  private noteVariables({ variableDefinitions = [] }: OperationDefinitionNode): void {
    this.defaults.clear();
    this.required.clear();
    for (const { variable, type, defaultValue } of variableDefinitions) {
      if (type.kind === Kind.NON_NULL_TYPE) this.required.add(variable.name.value);
      if (defaultValue === undefined || defaultValue.kind === Kind.NULL) continue;
      const isWhole = defaultValue.kind === Kind.INT;
      this.defaults.set(variable.name.value, isWhole ? Number(defaultValue.value) : PAGE_SIZE_MAX);
    }
  }

  private add(fields: number, statements: number): void {
    this.fields += fields;
    this.statements += statements;
    atMost(Math.ceil(this.fields), FIELDS_MAX, 'fields');
    atMost(Math.ceil(this.statements), STATEMENTS_MAX, 'statements');
  }

  private typeOf(parent: GraphQLCompositeType | null, name: string): GraphQLCompositeType | null {
    const field = fieldsOf(parent)?.[name];
    if (field === undefined) return null;
    const type = getNamedType(field.type);
    return isCompositeType(type) ? type : null;
  }

  private typeNamed(name: string): GraphQLCompositeType | null {
    const type = this.schema.getType(name);
    return isCompositeType(type) ? type : null;
  }
}

/** A field of the schema's own description, against a field of an answer: it stands for all types or all arguments. */
const INTROSPECTION_WEIGHS = 20;

function atMost(value: number, max: number, what: Parameters<typeof tooLarge>[0]): void {
  if (value > max) throw tooLarge(what, max);
}

/** The lists of a page, which are as long as it. */
function isPart(name: string): boolean {
  return name === 'nodes' || name === 'edges';
}

function fieldsOf(type: GraphQLCompositeType | null) {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : undefined;
}
