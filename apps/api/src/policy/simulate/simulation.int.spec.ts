import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api, type Official } from '../../spec/api.spec.js';
import { Bureau, RENTAL } from '../../spec/bureau.spec.js';
import { ask } from '../../spec/queries.spec.js';

const POLICIES = new URL('../../../../../policies/', import.meta.url);

const SIMULATE = `query ($input: SimulationInput!) { simulate(input: $input) {
  __typename
  ... on Assessment {
    eligible kind amount subject lines { payer { code } amount basis } reasons { code text { zh en } }
    trace { step formula text { zh } }
  }
  ... on InvalidCase { code fact problems { field message { zh en } } }
} }`;

interface Case {
  readonly id: string;
  readonly measure: string;
  readonly year: number;
  readonly occurredOn: string;
  readonly enterprise: { readonly division: string };
  readonly facts: object;
  readonly subject?: string;
  readonly granted?: object[];
  readonly programme?: object;
  readonly expect: {
    readonly kind: string;
    readonly lines?: readonly { readonly payer: string; readonly amount: string; readonly basis: string }[];
    readonly reasons: readonly string[];
    readonly error?: { readonly code: string; readonly fact?: string };
  };
}

/** The cases whose answers the documents' authors agreed on: the command line is held to the same ones. */
const cases = readdirSync(POLICIES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/cases.json`, POLICIES)))
  .flatMap(({ name }) => JSON.parse(readFileSync(new URL(`${name}/cases.json`, POLICIES), 'utf8')) as Case[]);

describe('simulate', () => {
  let api: Api;
  let auditor: Official;

  beforeAll(async () => {
    api = await Api.start();
    auditor = await api.hire('auditor', '350500');
  });

  afterAll(() => api.stop());

  it('answers every case of the documents as it was agreed', async () => {
    expect(cases.length).toBeGreaterThan(200);
    for (const each of cases) expect([each.id, await simulated(each)]).toEqual([each.id, agreed(each)]);
  });

  it('explains the amount in steps', async () => {
    const answer = await simulate({ ...RENTAL_CASE, facts: { serviceFee: '1200000.00' } });

    expect(answer).toMatchObject({
      amount: '300000.00',
      reasons: [{ code: 'ENTERPRISE_YEAR_CAP', text: { zh: '超过单个企业年度最高限额，按剩余额度计。' } }],
    });
    expect(answer.trace).toContainEqual(expect.objectContaining({ formula: '30% × 1200000.00 = 360000.00' }));
  });

  it('names every fact that is wrong, in both languages', async () => {
    const answer = await simulate({ ...RENTAL_CASE, facts: { serviceFee: 'much', unheardOf: 1 } });

    expect(answer).toMatchObject({ __typename: 'InvalidCase', code: 'INVALID_FACT' });
    const problems = answer.problems as { field: string; message: { zh: string; en: string } }[];
    expect(problems.map(({ field }) => field).toSorted()).toEqual(['facts.serviceFee', 'facts.unheardOf']);
  });

  it('counts what an enterprise was granted before', async () => {
    const bureau = await Bureau.open(api);
    const uscc = await bureau.enterprise();
    await bureau.determined({ uscc });

    // The year's ceiling of 300,000 less the 120,000 that were determined.
    const answer = await simulate({ ...RENTAL_CASE, uscc, facts: { serviceFee: '1200000.00' } });

    expect(answer).toMatchObject({ amount: '180000.00' });
  });

  const RENTAL_CASE = { measure: RENTAL, year: 2025, occurredOn: '2025-12-31', division: '350582' };

  async function simulate(input: object): Promise<Record<string, unknown>> {
    return (await ask(api, auditor, SIMULATE, { input })).simulate as Record<string, unknown>;
  }

  async function simulated({ measure, year, occurredOn, enterprise, facts, subject, granted, programme }: Case) {
    const { division } = enterprise;
    const input = { measure, year, occurredOn, division, facts, subject, granted, programme };
    const { __typename, trace, problems, ...answer } = await simulate(input);
    return answer;
  }

  /** The agreed answer in the words of GraphQL. */
  function agreed({ expect: { error, ...answer } }: Case): object {
    if (error !== undefined) return { code: error.code, fact: error.fact ?? null };
    const { kind, lines = [], reasons } = answer;
    return {
      ...answer,
      kind: kind.toUpperCase().replace('-', '_'),
      lines: lines.map((line) => ({ ...line, payer: { code: line.payer } })),
      reasons: reasons.map((code) => expect.objectContaining({ code })),
    };
  }
});
