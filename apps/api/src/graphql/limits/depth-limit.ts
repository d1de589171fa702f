import {
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { requestError } from '../errors.js';

/** How deep fields may be nested: the admin's deepest query has 8. */
export const DEPTH_MAX = 12;

/** Validation rule: refuses an operation whose fields are nested deeper than {@link DEPTH_MAX}. */
export function depthLimit(context: ValidationContext): ASTVisitor {
  const depths = new Map<FragmentDefinitionNode, number>();

  const depthOf = (selections: SelectionSetNode): number => {
    let deepest = 0;
    for (const selection of selections.selections) {
      deepest = Math.max(deepest, depthOfSelection(selection));
    }
    return deepest;
  };

  const depthOfSelection = (selection: SelectionSetNode['selections'][number]): number => {
    switch (selection.kind) {
      case Kind.FIELD:
        // Introspection nests types in types; its size is bounded by the schema.
        if (selection.name.value.startsWith('__') || selection.selectionSet === undefined) return 1;
        return 1 + depthOf(selection.selectionSet);
      case Kind.INLINE_FRAGMENT:
        return depthOf(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return depthOfFragment(context.getFragment(selection.name.value));
    }
  };

  const depthOfFragment = (fragment: FragmentDefinitionNode | null | undefined): number => {
    if (fragment == null) return 0;
    const known = depths.get(fragment);
    if (known !== undefined) return known;
    // A fragment that contains itself is refused by a rule of its own; here it must only come to an end.
    depths.set(fragment, 0);
    const depth = depthOf(fragment.selectionSet);
    depths.set(fragment, depth);
    return depth;
  };

  return {
    OperationDefinition(operation) {
      const depth = depthOf(operation.selectionSet);
      if (depth <= DEPTH_MAX) return;
      context.reportError(
        requestError('QUERY_TOO_LARGE', {
          zh: `查询嵌套了 ${depth} 层，最多 ${DEPTH_MAX} 层，请分几次查询。`,
          en: `The query nests ${depth} levels; at most ${DEPTH_MAX} are served. Ask in several queries.`,
        }),
      );
    },
  };
}
