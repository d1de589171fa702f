import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject } from '../common/json.js';
import { boundProblems } from './correction-bounds.js';

const grant: JsonObject = {
  claim: '350500-2025-7K3M9QAB',
  amount: '150000.00',
  year: 2025,
  reason: '属实',
  occurredOn: '0000-01-01',
  lines: [{ payer: '350500', amount: '150000.00', basis: 'quanzhou-2024-7/2', accounts: ['line:1'] }],
};

describe('a correction', () => {
  it.each<[string, JsonObject]>([
    ['a day', { occurredOn: '2025-12-31' }],
    ['what somebody wrote', { reason: '经核对属实' }],
    ['the spelling of an amount', { amount: '１５００００.00' }],
    ['the zeros of an amount', { amount: '150000' }],
    ['the spelling of a name', { claim: ' 350500-2025-7K3M9QAB' }],
    ['a field that was not there, empty', { subject: null }],
    ['a list that was not there, empty', { evidence: [] }],
  ])('may restate %s', (_, change) => {
    expect(boundProblems(grant, { ...grant, ...change })).toEqual([]);
  });

  it.each<[string, JsonObject, string]>([
    ['an amount', { amount: '150000.01' }, 'data.amount'],
    [
      'the amount of a line',
      { lines: [{ payer: '350500', amount: '1.00', basis: 'quanzhou-2024-7/2', accounts: ['line:1'] }] },
      'data.lines[0].amount',
    ],
    [
      'a guard',
      { lines: [{ payer: '350500', amount: '150000.00', basis: 'quanzhou-2024-7/2', accounts: ['line:2'] }] },
      'data.lines[0].accounts[0]',
    ],
    ['how many lines there are', { lines: [] }, 'data.lines'],
    ['the year of a cap', { year: 2026 }, 'data.year'],
    ['a day into what is none', { occurredOn: 'soon' }, 'data.occurredOn'],
    ['what was not there, with content', { payee: '另一家' }, 'data.payee'],
    ['an amount into a list', { amount: ['150000.00'] }, 'data.amount'],
  ])('may not change %s', (_, change, field) => {
    expect(boundProblems(grant, { ...grant, ...change }).map((problem) => problem.field)).toEqual([field]);
  });

  it('may not leave out what money hangs on', () => {
    const { amount: _amount, ...rest } = grant;
    expect(boundProblems(grant, rest).map(({ field }) => field)).toEqual(['data.amount']);
  });

  it('never changes a sum of fen, however it is written', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), fc.bigInt(0n, 10n ** 12n), (before, after) => {
        const yuan = (fen: bigint) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
        const problems = boundProblems({ amount: yuan(before) }, { amount: yuan(after) });
        expect(problems.length === 0).toBe(before === after);
      }),
    );
  });
});
