import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import {
  getDirectiveValues,
  getVariableValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  OperationTypeNode,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { GraphqlContext } from '../graphql/context.js';
import { currentRequest, type AskedPosition } from '../request/request-scope.js';

type Variables = Readonly<Record<string, unknown>>;

/** Notes, before anything is read, at which positions the fields of a request ask to be answered. */
@Plugin()
export class AskedPositions implements ApolloServerPlugin<GraphqlContext> {
  requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    return Promise.resolve({
      didResolveOperation: ({ schema, document, operation, request }) => {
        const scope = currentRequest();
        if (scope !== null && operation !== undefined)
          scope.asked = askedIn(schema, document, operation, request.variables ?? {});
        return Promise.resolve();
      },
    });
  }
}

/**
 * What the fields ask that are executed, as their resolvers are told it: of the operation that was chosen, with the
 * defaults of its variables, and without what is skipped.
 */
function askedIn(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  operation: OperationDefinitionNode,
  stated: Variables,
): AskedPosition[] {
  if (operation.operation !== OperationTypeNode.QUERY) return [];
  const { coerced: variables } = getVariableValues(schema, operation.variableDefinitions ?? [], stated);
  // What does not fit its type is refused by the execution.
  if (variables === undefined) return [];
  const asked: AskedPosition[] = [];
  const entered = new Set<OperationDefinitionNode | FragmentDefinitionNode>([operation]);
  const types = new TypeInfo(schema);
  const enterSelection = (node: SelectionNode): false | undefined => (isLeftOut(node, variables) ? false : undefined);
  const visitor = visitWithTypeInfo(types, {
    [Kind.FIELD]: enterSelection,
    [Kind.INLINE_FRAGMENT]: enterSelection,
    [Kind.FRAGMENT_SPREAD]: (node) => {
      if (isLeftOut(node, variables)) return false;
      for (const each of definitions) {
        if (each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === node.name.value) entered.add(each);
      }
      return undefined;
    },
    [Kind.ARGUMENT]: ({ name, value }) => {
      const type = types.getInputType();
      if (!isAsking(name.value) || type == null) return;
      const given: unknown = valueFromAST(value, type, variables);
      if (given != null) asked.push({ argument: name.value, value: given });
    },
  });
  // A set goes on with what is added to it meanwhile: the fragments that were found.
  for (const definition of entered) visit(definition, visitor);
  return asked;
}

function isLeftOut(node: SelectionNode, variables: Record<string, unknown>): boolean {
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false
  );
}

function isAsking(name: string): name is AskedPosition['argument'] {
  return name === 'asOf' || name === 'after' || name === 'before';
}
