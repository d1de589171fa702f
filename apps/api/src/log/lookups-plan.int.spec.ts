import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { Api } from '../spec/api.spec.js';
import { Bureau, CITY, submission } from '../spec/bureau.spec.js';
import { planInCity, type PlanNode } from '../spec/explain.spec.js';
import { ask } from '../spec/queries.spec.js';

/** What stands in the index of every row of a city at a position. */
const OF_ANY_ROW = /\b(tenant|from_position|until_position|span)\b/;

let api: Api;
const statements = new Map<string, string>();

beforeAll(async () => {
  api = await Api.start();
  const bureau = await Bureau.open(api);
  const uscc = await bureau.enterprise();
  const { id } = await bureau.done(bureau.clerk, 'submitClaim', submission({ uscc }));
  await api.caughtUp(bureau.clerk.tenant);
  const query = jest.spyOn(api.pool, 'query');
  await ask(
    api,
    bureau.clerk,
    `{ claim(id: "${id}") { similarSubjects { id } evidence { contestedBy { id } } payments { id } enterprise { name lookAlikes { uscc } } actions { allowed } } }`,
  );
  for (const [sent] of query.mock.calls as unknown[][]) {
    const { name, text } = z.object({ name: z.string(), text: z.string() }).safeParse(sent).data ?? {};
    if (name !== undefined && text !== undefined) statements.set(name, text);
  }
  query.mockRestore();
});

afterAll(() => api.stop());

// What a page of one claim asks for: however many there are in the city, by its key.
it.each([
  'read.claims-by-id',
  'read.enterprises-by-uscc',
  'read.evidence-holders',
  'read.look-alikes',
  'read.payments-of-claim',
  'read.similar-claims',
])('%s finds each of its rows by a key, and reads no other', async (name) => {
  const statement = statements.get(name) ?? `the statement ${name}`;
  const conditions = (await planInCity(api.pool, CITY, statement, { filled: false })).flatMap(conditionsIn);
  expect(conditions.length).toBeGreaterThan(0);
  expect(conditions.filter((terms) => terms.every((term) => OF_ANY_ROW.test(term)))).toEqual([]);
});

/** By what each index is looked into, term by term, but for those of rows that stood before. */
function conditionsIn(node: PlanNode): string[][] {
  const below = (node.Plans ?? []).flatMap(conditionsIn);
  const isPast = (node['Relation Name'] ?? node['Index Name'] ?? '').includes('_past');
  const condition = node['Index Cond'];
  return condition === undefined || isPast ? below : [condition.split(' AND '), ...below];
}
