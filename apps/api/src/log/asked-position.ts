import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { Kind, OperationTypeNode, valueFromASTUntyped, visit, type DocumentNode } from 'graphql';
import type { GraphqlContext } from '../graphql/context.js';
import { currentRequest, type AskedPosition } from '../request/request-scope.js';

type Variables = Readonly<Record<string, unknown>>;

/** Notes, before anything is read, at which positions the fields of a request ask to be answered. */
@Plugin()
export class AskedPositions implements ApolloServerPlugin<GraphqlContext> {
  requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    return Promise.resolve({
      didResolveOperation: ({ document, request }) => {
        const scope = currentRequest();
        if (scope !== null) scope.asked = askedIn(document, request.variables ?? {});
        return Promise.resolve();
      },
    });
  }
}

function askedIn(document: DocumentNode, variables: Variables): AskedPosition[] {
  const asked: AskedPosition[] = [];
  visit(document, {
    [Kind.OPERATION_DEFINITION]: ({ operation }) => (operation === OperationTypeNode.QUERY ? undefined : false),
    [Kind.FIELD]: ({ arguments: given }) => {
      for (const { name, value } of given ?? []) {
        if (!isAsking(name.value)) continue;
        const stated: unknown = valueFromASTUntyped(value, variables);
        if (stated != null) asked.push({ argument: name.value, value: stated });
      }
    },
  });
  return asked;
}

function isAsking(name: string): name is AskedPosition['argument'] {
  return name === 'asOf' || name === 'after' || name === 'before';
}
