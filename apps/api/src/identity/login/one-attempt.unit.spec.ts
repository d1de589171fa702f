import { describe, expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { attemptsIn } from './one-attempt.js';

const LOGIN = 'login(username: "a", password: "b") { __typename }';
const ACTIVATION = 'activateAccount(input: { username: "a" }) { __typename }';

function attempts(text: string): number {
  const document = parse(text);
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('The text has no operation.');
  return attemptsIn(operation, document);
}

describe('attempts of a request', () => {
  it.each([
    [`mutation { ${LOGIN} }`, 1],
    [`mutation { ${LOGIN} logout }`, 1],
    ['mutation { logout }', 0],
    [`mutation { ${ACTIVATION} }`, 1],
    [`mutation { a: ${ACTIVATION} b: ${ACTIVATION} }`, 2],
    [`mutation { ${ACTIVATION} ${LOGIN} }`, 2],
    [`mutation { a: ${LOGIN} b: ${LOGIN} c: ${LOGIN} }`, 2],
    [`mutation { ...f ...f } fragment f on Mutation { ${LOGIN} }`, 2],
    [`mutation { ... on Mutation { ${LOGIN} } ${LOGIN} }`, 2],
    [`mutation { a: login(username: "a", password: "b") @skip(if: true) { __typename } b: ${LOGIN} }`, 2],
    ['mutation { ...nowhere }', 0],
  ])('%s: %d', (text, expected) => {
    expect(attempts(text)).toBe(expected);
  });

  it('are counted at once where fragments double each other thirty times', () => {
    const doubling = Array.from({ length: 30 }, (_, index) => {
      return `fragment f${index} on Mutation { ...f${index + 1} ...f${index + 1} }`;
    });

    expect(attempts(`mutation { ...f0 } ${doubling.join(' ')} fragment f30 on Mutation { logout }`)).toBe(0);
  });
});
