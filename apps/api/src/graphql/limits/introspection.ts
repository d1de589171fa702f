import { Kind, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { INTROSPECTION_SELECTED_MAX } from './limits.js';
import { tooLarge } from './too-large.js';

/** Lists of `__Type`: one inside another multiplies the schema with itself. */
const LISTS: ReadonlySet<string> = new Set(['fields', 'inputFields', 'enumValues', 'interfaces', 'possibleTypes']);

/**
 * Lets a question about the schema through if it costs no more than the usual one, which tools ask: no list of a type
 * within another, nothing asked twice under names of its own, and not more fields than that has.
 *
 * @param roots fields of the operation.
 * @throws GraphQLError `QUERY_TOO_LARGE`
 */
export function checkIntrospection(
  roots: readonly FieldNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): void {
  const asked = roots.filter(({ name }) => name.value === '__schema' || name.value === '__type');
  if (asked.length > 1) throw tooLarge('introspection', INTROSPECTION_SELECTED_MAX);
  for (const { selectionSet } of asked) if (selectionSet !== undefined) new Question(fragments).check(selectionSet);
}

class Question {
  private selected = 0;

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  check(
    set: SelectionSetNode,
    within: { readonly list: boolean; readonly spreads: readonly string[] } = OUTSIDE,
  ): void {
    for (const selection of set.selections) {
      if (++this.selected > INTROSPECTION_SELECTED_MAX) throw refused();
      switch (selection.kind) {
        case Kind.FIELD: {
          const isList = LISTS.has(selection.name.value);
          const isRenamed = selection.alias !== undefined && selection.alias.value !== selection.name.value;
          if (isRenamed || (isList && within.list)) throw refused();
          const { selectionSet } = selection;
          if (selectionSet !== undefined) this.check(selectionSet, { ...within, list: within.list || isList });
          break;
        }
        case Kind.INLINE_FRAGMENT:
          this.check(selection.selectionSet, within);
          break;
        case Kind.FRAGMENT_SPREAD: {
          const name = selection.name.value;
          const fragment = this.fragments.get(name);
          if (fragment === undefined || within.spreads.includes(name)) break;
          this.check(fragment.selectionSet, { ...within, spreads: [...within.spreads, name] });
        }
      }
    }
  }
}

const OUTSIDE = { list: false, spreads: [] };

function refused() {
  return tooLarge('introspection', INTROSPECTION_SELECTED_MAX);
}
