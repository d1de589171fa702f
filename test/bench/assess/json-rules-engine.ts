import { Engine as RulesEngine, type RuleProperties } from 'json-rules-engine';
import { toFlatFacts, type Claim } from './claim.js';
import { asynchronousEngine, type Engine } from './engine.js';

type Condition = Exclude<
  RuleProperties['conditions'],
  { any: unknown } | { not: unknown } | { condition: string }
>['all'];

/** A clause for json-rules-engine: rules that choose the rate and the cap, and the sum that the host does with them. */
interface Rules {
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
  readonly cases: readonly { readonly when: Condition; readonly params: Rate }[];
  amount(claim: Claim, rate: Rate): number;
}

interface Rate {
  readonly percent: number;
  readonly of: string;
  readonly cap: number;
}

const RULES: Readonly<Record<string, Rules>> = {
  'quanzhou-2024-7/2': {
    prefix: '3505',
    from: 20241019,
    to: 20261231,
    cases: [
      {
        when: [{ fact: 'serviceFee', operator: 'greaterThan', value: 5_000_000 }],
        params: { percent: 30, of: 'serviceFee', cap: 30_000_000 },
      },
    ],
    amount: (claim, rate) => {
      const entitlement = base(claim, rate);
      const own = claim.granted.filter(
        ({ measure, year }) =>
          (measure === 'quanzhou-2024-7/2' || measure === 'jinjiang-2025-6/1.2') && year === claim.year,
      );
      const city = sum(own.filter(({ payer }) => payer === '350500'));
      const county = sum(own) - city;
      const countyPart = Math.floor(entitlement / 2);
      const due = Math.max(0, entitlement - countyPart - city) + Math.max(0, countyPart - county);
      return Math.max(0, Math.min(due, entitlement - city - county));
    },
  },
  'jinjiang-2025-6/3.1.compute': {
    prefix: '350582',
    from: 20250101,
    to: 20261231,
    cases: [
      band([{ fact: 'computeInvestment', operator: 'lessThanInclusive', value: 100_000_000 }], 50),
      band(
        [
          { fact: 'computeInvestment', operator: 'greaterThan', value: 100_000_000 },
          { fact: 'computeInvestment', operator: 'lessThanInclusive', value: 500_000_000 },
        ],
        40,
      ),
      band([{ fact: 'computeInvestment', operator: 'greaterThan', value: 500_000_000 }], 30),
    ],
    amount: (claim, rate) => {
      const own = claim.granted.filter(({ measure }) => measure === 'jinjiang-2025-6/3.1.compute');
      if (own.some(({ subject }) => subject === claim.subject)) return 0;
      return Math.max(0, Math.min(base(claim, rate), 500_000_000 - sum(own)));
    },
  },
  'xiamen-2023-10/10': {
    prefix: '3502',
    from: 20231010,
    to: 20251231,
    cases: [
      catalogued('national', 60, 500_000_000),
      catalogued('provincialNationalFirst', 60, 200_000_000),
      catalogued('provincialFirst', 30, 100_000_000),
    ],
    amount: (claim, rate) => {
      const before = claim.granted.filter(
        ({ measure, subject }) => measure === 'xiamen-2023-10/10' && subject === claim.subject,
      );
      return Math.max(0, base(claim, rate) - sum(before));
    },
  },
};

export function jsonRulesEngine(measure: string, claims: readonly Claim[]): Engine {
  const rules = RULES[measure];
  if (rules === undefined) throw new Error(`No rules for ${measure}.`);
  const engine = new RulesEngine();
  engine.addOperator('startsWith', (text: string, prefix: string) => text.startsWith(prefix));
  for (const { when, params } of rules.cases) {
    engine.addRule({
      conditions: {
        all: [
          { fact: 'division', operator: 'startsWith', value: rules.prefix },
          { fact: 'occurredOn', operator: 'greaterThanInclusive', value: rules.from },
          { fact: 'occurredOn', operator: 'lessThanInclusive', value: rules.to },
          ...when,
        ],
      },
      event: { type: 'rate', params },
      onSuccess: (event, almanac) => almanac.addRuntimeFact('rate', event.params),
    });
  }
  const inputs = claims.map((claim) => ({ claim, facts: toFlatFacts(claim) }));
  return asynchronousEngine('json-rules-engine', inputs, async ({ claim, facts }) => {
    const { events, almanac } = await engine.run(facts);
    return events.length === 0 ? 0 : rules.amount(claim, await almanac.factValue<Rate>('rate'));
  });
}

function band(when: Condition, percent: number): Rules['cases'][number] {
  return { when, params: { percent, of: 'computeInvestment', cap: Infinity } };
}

function catalogued(catalogue: string, percent: number, cap: number): Rules['cases'][number] {
  return {
    when: [{ fact: 'catalogue', operator: 'equal', value: catalogue }],
    params: { percent, of: 'unitPrice', cap },
  };
}

/** Rounded half up, then capped. */
function base(claim: Claim, { percent, of, cap }: Rate): number {
  return Math.min(cap, Math.floor((Number(claim.facts[of]) * percent + 50) / 100));
}

function sum(granted: Claim['granted']): number {
  return granted.reduce((total, { fen }) => total + fen, 0);
}
