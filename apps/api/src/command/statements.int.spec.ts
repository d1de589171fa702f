import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { EventStore } from '@duixian/event-store';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { Api, type Official } from '../spec/api.spec.js';
import { Bureau, submission } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';

/** Statements of one command at most, from the session to the answer. */
const MOST = 8;

let api: Api;
let bureau: Bureau;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

afterAll(() => api.stop());

const ANSWERS =
  '... on Claim { id status determinedAmount enterprise { name } payments { id status } } ... on Refusal { code }';

/** Sends a mutation; answers the claim's number, and the statements that it took. */
async function counted(official: Official, mutation: string, input: object) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  // A session's first request in a minute notes that it is in use.
  await ask(api, official, '{ me { id } }');
  const query = jest.spyOn(api.pool, 'query');
  const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ${ANSWERS} } }`;
  const data = await ask(api, official, text, { input: { ...input, commandId: randomUUID() } });
  const statements = query.mock.calls.map(([asked]) => textOf(asked)).filter((text) => !isFollowers(text));
  query.mockRestore();
  const answer = data[mutation] as { __typename: string; id: string };
  expect(answer.__typename).toBe('Claim');
  return { claim: answer.id, statements };
}

function textOf(asked: unknown): string {
  if (typeof asked !== 'object' || asked === null) return String(asked);
  return `${String(Reflect.get(asked, 'name'))}: ${String(Reflect.get(asked, 'text'))}`;
}

/** Followers and the clock ask by themselves. */
function isFollowers(text: string): boolean {
  return /es\.head|es\.tenants-behind|es\.create-checkpoint|follow\.|clock_timestamp/.test(text);
}

it('a step of a claim takes eight statements at most, whatever it reads, checks, records and answers', async () => {
  const evidence = [1, 2, 3].map((number) => ({ kind: 'INVOICE', number: `2535000000000000000${number}` }));
  const uscc = await bureau.enterprise();
  // What a process reads once is read: under which spellings documents were recorded before.
  await bureau.accepted({ uscc, evidence: [{ kind: 'INVOICE', number: '25350000000000000009' }] });
  const submitted = await counted(bureau.clerk, 'submitClaim', submission({ uscc, evidence }));
  const { claim } = submitted;
  const reviewer = await bureau.reviewer();
  const steps = {
    submitClaim: submitted.statements,
    acceptClaim: (await counted(bureau.otherClerk, 'acceptClaim', { claim })).statements,
    reviewClaim: (await counted(reviewer, 'reviewClaim', { claim, opinion: '属实' })).statements,
    determineClaim: (await counted(bureau.finance, 'determineClaim', { claim })).statements,
    publiciseClaim: (await counted(bureau.otherFinance, 'publiciseClaim', { claim, days: 7 })).statements,
  };
  for (const [step, statements] of Object.entries(steps)) {
    expect({ step, statements: statements.length <= MOST ? [] : statements }).toEqual({ step, statements: [] });
  }
});

it('claims that commands answer with at about the same time are read together', async () => {
  const claims: string[] = [];
  while (claims.length < 12) claims.push(await bureau.submitted({ uscc: await bureau.enterprise() }));
  const { tenant } = bureau.otherClerk;
  const store = api.app.get(EventStore);
  const all = (await store.head(tenant)) + BigInt(claims.length);
  const send = api.pool.query.bind(api.pool);
  let reads = 0;
  const held = async (...asked: readonly unknown[]): Promise<unknown> => {
    if (textOf(asked[0]).startsWith('es.claim-files')) {
      reads += 1;
      // The first is under way until all are recorded, so that the others come meanwhile.
      while ((await store.head(tenant)) < all) await setImmediate();
    }
    return Reflect.apply(send, api.pool, asked);
  };
  const query = jest
    .spyOn(api.pool, 'query')
    .mockImplementation((...asked: readonly unknown[]): unknown => held(...asked));
  const answers = await Promise.all(claims.map((claim) => api.send(bureau.otherClerk, 'acceptClaim', { claim })));
  query.mockRestore();
  expect(answers.map(({ status }) => status)).toEqual(claims.map(() => 'ACCEPTED'));
  expect(reads).toBeLessThan(claims.length / 2);
});
