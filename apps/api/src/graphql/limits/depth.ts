import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * How deep the fields of a valid operation are nested, through fragments too. Introspection counts as one level: it
 * nests types in types, and its size is bounded by the schema.
 */
export function depthOf(operation: OperationDefinitionNode, document: DocumentNode): number {
  return new Depth(document).of(operation.selectionSet);
}

class Depth {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Each fragment is measured once, so that fragments in fragments do not cost more than their text. */
  private readonly measured = new Map<string, number>();

  constructor({ definitions }: DocumentNode) {
    const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  of({ selections }: SelectionSetNode): number {
    return selections.reduce((deepest, selection) => Math.max(deepest, this.ofSelection(selection)), 0);
  }

  private ofSelection(selection: SelectionNode): number {
    switch (selection.kind) {
      case Kind.FIELD: {
        const { selectionSet } = selection;
        const isIntrospection = selection.name.value.startsWith('__');
        return selectionSet === undefined || isIntrospection ? 1 : 1 + this.of(selectionSet);
      }
      case Kind.INLINE_FRAGMENT:
        return this.of(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return this.ofFragment(selection.name.value);
    }
  }

  private ofFragment(name: string): number {
    const known = this.measured.get(name);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    const depth = fragment === undefined ? 0 : this.of(fragment.selectionSet);
    this.measured.set(name, depth);
    return depth;
  }
}
