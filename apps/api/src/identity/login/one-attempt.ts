import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { GraphqlContext } from '../../graphql/context.js';
import { requestError } from '../../graphql/errors.js';

/** Fields that check a secret. */
const ATTEMPTS = new Set([
  'login',
  'answerSecondFactor',
  'activateAccount',
  'changePassword',
  'offerSecondFactor',
  'enrolSecondFactor',
  'renewRecoveryCodes',
  'linkIdentity',
  'unlinkIdentity',
]);

/** Refuses a request with more than one attempt at a secret, under whatever aliases, before any of them runs. */
export const oneAttempt: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation, document }) => {
        if (operation !== undefined && attemptsIn(operation, document) > 1) throw tooMany();
        return Promise.resolve();
      },
    }),
};

/** How many fields of the operation check a secret; more than one is two. */
export function attemptsIn(operation: OperationDefinitionNode, document: DocumentNode): number {
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  // Each fragment is counted once, so that fragments which double each other cost nothing.
  const counted = new Map<string, number>();
  const inSet = ({ selections }: SelectionSetNode): number => {
    let attempts = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) attempts += ATTEMPTS.has(selection.name.value) ? 1 : 0;
      else if (selection.kind === Kind.INLINE_FRAGMENT) attempts += inSet(selection.selectionSet);
      else attempts += inFragment(selection.name.value);
    }
    return Math.min(attempts, 2);
  };
  const inFragment = (name: string): number => {
    const known = counted.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    const attempts = fragment === undefined ? 0 : inSet(fragment.selectionSet);
    counted.set(name, attempts);
    return attempts;
  };
  return inSet(operation.selectionSet);
}

function tooMany() {
  return requestError('ONE_ATTEMPT_ONLY', {
    zh: '一次请求只能尝试一次登录或验证。',
    en: 'One request makes one attempt to sign in, or at any other secret.',
  });
}
