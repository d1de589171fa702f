import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isInterfaceType, isNonNullType, isObjectType, type GraphQLNamedType } from 'graphql';
import pg from 'pg';
import { currentRequest } from '../../request/request-scope.js';
import { Api, type Official } from '../../spec/api.spec.js';
import { Bureau, CITY } from '../../spec/bureau.spec.js';
import { ask, QUERIES } from '../../spec/queries.spec.js';

/** How deep fields are followed from a query: a claim's enterprise's totals stand at four. */
const DEPTH = 4;
const PAGE = 'first: 5';
const CONTESTED = '25352000000000000099';

describe('SQL statements that a request runs', () => {
  let api: Api;
  let auditor: Official;
  let clerk: Official;
  /** What every request of somebody signed in runs. */
  let forEverybody: number;

  beforeAll(async () => {
    api = await Api.start({ DUIXIAN_BUDGET_ACCOUNT: '1000000000', DUIXIAN_BUDGET_ADDRESS: '1000000000' });
    const bureau = await Bureau.open(api);
    auditor = await api.hire('auditor', CITY);
    clerk = bureau.clerk;
    const claims: string[] = [];
    for (const number of ['01', '02', '03']) {
      const uscc = await bureau.enterprise();
      await bureau.instructed({ uscc, evidence: [{ kind: 'INVOICE', number: `253520000000000000${number}` }] });
      claims.push(await bureau.submitted({ uscc, evidence: [{ kind: 'INVOICE', number: CONTESTED }] }));
    }
    for (const claim of claims) {
      await bureau.done(clerk, 'writeComment', { claim, text: '请看', mentions: [auditor.id] });
    }
    await ask(api, auditor, '{ me { id } }');
    forEverybody = (await run(auditor, '{ me { id } }')).statements;
  });

  afterAll(() => api.stop());

  it.each(Object.keys(QUERIES))(
    'are no more than were reckoned: %s, and all that can be asked within it',
    async (name) => {
      const official = ['openProposals', 'recognitionPreview', 'previewBulk', 'colleagues'].includes(name)
        ? clerk
        : auditor;
      const root = api.app.get(GraphQLSchemaHost).schema.getQueryType()?.getFields()[name];
      if (root === undefined) throw new Error(`There is no query ${name}.`);
      const written = await exampleOf(name);
      const queries = selectionsOf(getNamedType(root.type), DEPTH).map(
        (selection) => `{ ${written} { ${selection} } }`,
      );
      expect(queries.length).toBeGreaterThan(0);

      const over: object[] = [];
      let answered = 0;
      for (const query of queries) {
        const { statements, reckoned } = await leastOf(official, query);
        if (reckoned === null) continue;
        answered += 1;
        if (statements - forEverybody > reckoned) over.push({ query, statements, reckoned });
      }

      expect(over).toEqual([]);
      expect(answered).toBeGreaterThan(0);
    },
  );

  /** A query with its arguments: a page of few nodes, or a record that is there. */
  async function exampleOf(name: string): Promise<string> {
    const [, written = name] = /^\{ (\w+(?:\([^]*?\))?) \{/.exec(QUERIES[name] ?? '') ?? [];
    const data = await ask(
      api,
      auditor,
      '{ claims(first: 1) { nodes { id enterprise { uscc } } } payments(first: 1) { nodes { id } } }',
    );
    const { claims, payments } = data as {
      claims: { nodes: { id: string; enterprise: { uscc: string } }[] };
      payments: { nodes: { id: string }[] };
    };
    const there: Readonly<Record<string, string | undefined>> = {
      claim: `claim(id: "${claims.nodes[0]?.id ?? ''}")`,
      enterprise: `enterprise(uscc: "${claims.nodes[0]?.enterprise.uscc ?? ''}")`,
      comments: `comments(claim: "${claims.nodes[0]?.id ?? ''}", ${PAGE})`,
      payment: `payment(id: "${payments.nodes[0]?.id ?? ''}")`,
      user: `user(id: "${auditor.id}")`,
    };
    const isPage = (QUERIES[name] ?? '').includes(' { nodes ');
    const page = written.endsWith(')') ? `${written.slice(0, -1)}, ${PAGE})` : `${written}(${PAGE})`;
    return there[name] ?? (isPage ? page : written);
  }

  /** Selections of a type that together hold each path of its fields: plain fields at the end of every one. */
  function selectionsOf(type: GraphQLNamedType, depth: number): string[] {
    if (!isObjectType(type) && !isInterfaceType(type)) return ['__typename'];
    const fields = Object.values(type.getFields()).filter(({ args }) => !args.some(({ type }) => isNonNullType(type)));
    const plain = fields.filter((field) => !isComposite(getNamedType(field.type))).map(({ name }) => name);
    const within = depth === 1 ? [] : fields.filter((field) => isComposite(getNamedType(field.type)));
    const deeper = within.flatMap((field) => {
      const isPage = field.args.some(({ name }) => name === 'first');
      const written = isPage ? `${field.name}(${PAGE})` : field.name;
      return selectionsOf(getNamedType(field.type), depth - 1).map((selection) => `${written} { ${selection} }`);
    });
    return [...(plain.length === 0 ? [] : [plain.join(' ')]), ...deeper];
  }

  function isComposite(type: GraphQLNamedType): boolean {
    return 'getFields' in type || 'getTypes' in type;
  }

  /** Of two that follow each other, since the first in a minute also notes that the session is in use. */
  async function leastOf(official: Official, query: string): ReturnType<typeof run> {
    const first = await run(official, query);
    const isOver = first.reckoned !== null && first.statements - forEverybody > first.reckoned;
    return isOver ? await run(official, query) : first;
  }

  /** What one request runs, and what was reckoned for it; null where it was refused for its size. */
  async function run(official: Official, query: string): Promise<{ statements: number; reckoned: number | null }> {
    let statements = 0;
    const stop = onStatements(() => {
      if (currentRequest() !== null) statements += 1;
    });
    const response = await fetch(`${await api.app.getUrl()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${official.token}` },
      body: JSON.stringify({ query }),
    });
    stop();
    const body = (await response.json()) as { extensions?: { cost?: { statements: number } } };
    return { statements, reckoned: body.extensions?.cost?.statements ?? null };
  }
});

/** Hears of each statement that any connection sends, where it is sent; answers how to stop that. */
function onStatements(hear: () => void): () => void {
  const own = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query');
  const send: unknown = own?.value;
  if (own === undefined || typeof send !== 'function') throw new Error('pg sends statements in another way by now.');
  const value = function (this: unknown, ...given: unknown[]): unknown {
    hear();
    return Reflect.apply(send, this, given);
  };
  Object.defineProperty(pg.Client.prototype, 'query', { ...own, value });
  return () => void Object.defineProperty(pg.Client.prototype, 'query', own);
}
