import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';
import { toFlatFacts, type Claim } from './claim.js';
import { asynchronousEngine, type Engine } from './engine.js';

/** A clause for zen-engine: a decision table for rate and cap, and expressions for the sum. */
interface Decision {
  readonly table: Table;
  /** In order; each may look at the ones before it as `$.name`, and the last is `amount`. */
  readonly expressions: Readonly<Record<string, string>>;
}

interface Table {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** A cell for each input and output; '' matches everything. The first row that matches decides. */
  readonly rows: readonly (readonly string[])[];
}

const DECISIONS: Readonly<Record<string, Decision>> = {
  'quanzhou-2024-7/2': {
    table: {
      inputs: ['division', 'occurredOn', 'serviceFee'],
      outputs: ['percent'],
      rows: [
        ['startsWith($, "3505")', '[20241019..20261231]', '> 5000000', '30'],
        ['', '', '', '0'],
      ],
    },
    expressions: {
      entitlement: 'min([30000000, floor((serviceFee * percent + 50) / 100)])',
      own: 'filter(granted, #.year == year and #.measure in ["quanzhou-2024-7/2", "jinjiang-2025-6/1.2"])',
      total: 'sum(map($.own, #.fen))',
      city: 'sum(map(filter($.own, #.payer == "350500"), #.fen))',
      countyPart: 'floor($.entitlement / 2)',
      due: 'max([0, $.entitlement - $.countyPart - $.city]) + max([0, $.countyPart - ($.total - $.city)])',
      amount: 'max([0, min([$.due, $.entitlement - $.total])])',
    },
  },
  'jinjiang-2025-6/3.1.compute': {
    table: {
      inputs: ['division', 'occurredOn', 'computeInvestment'],
      outputs: ['percent'],
      rows: [
        ['startsWith($, "350582")', '[20250101..20261231]', '<= 100000000', '50'],
        ['startsWith($, "350582")', '[20250101..20261231]', '<= 500000000', '40'],
        ['startsWith($, "350582")', '[20250101..20261231]', '', '30'],
        ['', '', '', '0'],
      ],
    },
    expressions: {
      base: 'floor((computeInvestment * percent + 50) / 100)',
      own: 'filter(granted, #.measure == "jinjiang-2025-6/3.1.compute")',
      left: 'some($.own, #.subject == subject) ? 0 : 500000000 - sum(map($.own, #.fen))',
      amount: 'max([0, min([$.base, $.left])])',
    },
  },
  'xiamen-2023-10/10': {
    table: {
      inputs: ['division', 'occurredOn', 'catalogue'],
      outputs: ['percent', 'cap'],
      rows: [
        ['startsWith($, "3502")', '[20231010..20251231]', '"national"', '60', '500000000'],
        ['startsWith($, "3502")', '[20231010..20251231]', '"provincialNationalFirst"', '60', '200000000'],
        ['startsWith($, "3502")', '[20231010..20251231]', '"provincialFirst"', '30', '100000000'],
        ['', '', '', '0', '0'],
      ],
    },
    expressions: {
      base: 'min([cap, floor((unitPrice * percent + 50) / 100)])',
      before: 'filter(granted, #.measure == "xiamen-2023-10/10" and #.subject == subject)',
      amount: 'max([0, $.base - sum(map($.before, #.fen))])',
    },
  },
};

export function zenEngine(measure: string, claims: readonly Claim[]): Engine {
  const decision = DECISIONS[measure];
  if (decision === undefined) throw new Error(`No decision for ${measure}.`);
  const compiled = new ZenEngine().createDecision(new ZenDecisionContent(toGraph(decision)));
  return asynchronousEngine('zen-engine', claims.map(toFlatFacts), async (facts) => {
    const response = await compiled.evaluate(facts);
    return amountIn(response.result);
  });
}

function amountIn(result: unknown): number {
  if (typeof result === 'object' && result !== null && 'amount' in result) return Number(result.amount);
  throw new Error('zen-engine gave no amount.');
}

/** The decision as a graph in zen-engine's JSON: request → table → expressions → response. */
function toGraph({ table, expressions }: Decision): object {
  const nodes = [
    node('request', 'inputNode', {}),
    node('table', 'decisionTableNode', { hitPolicy: 'first', passThrough: true, ...toColumns(table) }),
    node('sum', 'expressionNode', {
      passThrough: false,
      expressions: Object.entries(expressions).map(([key, value]) => ({ id: key, key, value })),
    }),
    node('response', 'outputNode', {}),
  ];
  const edges = nodes.slice(1).map((target, index) => ({
    id: `to-${target.id}`,
    type: 'edge',
    sourceId: nodes[index]?.id,
    targetId: target.id,
  }));
  return { nodes, edges };
}

function node(id: string, type: string, content: object): { readonly id: string } {
  return { id, ...{ type, name: id, position: { x: 0, y: 0 }, content } };
}

function toColumns({ inputs, outputs, rows }: Table): object {
  const column = (field: string): object => ({ id: field, name: field, field });
  const fields = [...inputs, ...outputs];
  return {
    inputs: inputs.map(column),
    outputs: outputs.map(column),
    rules: rows.map((cells, row) => ({
      _id: `row-${row}`,
      ...Object.fromEntries(fields.map((field, index) => [field, cells[index] ?? ''])),
    })),
  };
}
