import { event, eventAt } from '@duixian/casework';
import { fen } from '@duixian/money';
import { describe, expect, it } from '@jest/globals';
import { CLAIM, clerk, codeOf, determine, finance, FIRM, invoice, ON, publicised, RENTAL } from './spec/rental.spec.js';
import { command, QUANZHOU, uscc } from './spec/world.spec.js';

describe('what was determined before the enterprise took another’s place', () => {
  const OLD = uscc('91350582MA2YYYYY0');
  const CLOUD = 'quanzhou-2024-7/6';

  /** The answer to the instruction, after the firm inherited what the city had granted the other under the measure. */
  function afterInheriting(measure: string, amount: string, guardedBy = measure, books = publicised()): string | null {
    const line = { payer: QUANZHOU, amount, basis: measure, accounts: [`enterprise:${OLD}:${guardedBy}:2025`] };
    const grant = { claim: '350500-2025-00000000', measure, year: 2025, subject: null, kind: 'grant', amount } as const;
    const reserved = { ...grant, lines: [line], quota: null, policyVersion: 'v1', payee: 'enterprise' as const };
    books.entitle(OLD, eventAt(2, command(finance, '2026-03-02'), 'GrantReserved', reserved));
    const inherited = { uscc: FIRM, predecessor: OLD };
    books.entitle(FIRM, event(command(clerk, '2026-03-10'), 'EntitlementInherited', inherited));
    return codeOf(books.take('INSTRUCT', CLAIM, finance, { on: ON }));
  }

  it('is paid where that one was granted nothing which bears on it', () => {
    expect(afterInheriting(CLOUD, '60000.00')).toBeNull();
  });

  // Of the 180,000 of the year 50,000 were granted already, and the ceiling of 300,000 has room for both.
  it('is not paid where the clause comes to less, though no ceiling is passed', () => {
    expect(afterInheriting(RENTAL, '50000.00')).toBe('NOTHING_TO_PAY');
  });

  // As a version of before may have recorded it: under another clause, and yet on the guard of this one.
  it('is not paid where a ceiling is passed that the clause does not see', () => {
    expect(afterInheriting(CLOUD, '120000.00', RENTAL)).toBeNull();
    expect(afterInheriting(CLOUD, '120000.01', RENTAL)).toBe('NOTHING_TO_PAY');
  });

  it('is paid whatever was determined after it, which took it into account', () => {
    const books = publicised();
    determine(books, {
      claim: '350500-2025-00000001',
      facts: { serviceFee: '900000.00' },
      requestedAmount: fen(9_000_000n),
      evidence: [invoice(2)],
    });
    expect(afterInheriting(CLOUD, '60000.00', CLOUD, books)).toBeNull();
  });
});
