import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@duixian/casework';
import type { Books } from './spec/books.spec.js';
import {
  accepted,
  CITY_PAYMENT,
  cityTreasury,
  CLAIM,
  codeOf,
  COUNTY_PAYMENT,
  countyTreasury,
  determine,
  finance,
  instructed,
  invoice,
  ON,
  otherFinance,
  YEAR,
} from './spec/rental.spec.js';

describe('bank return', () => {
  it('releases the line and no other', () => {
    const books = instructed();
    accepted(books.pay('RETURN', COUNTY_PAYMENT, countyTreasury, ON));
    expect(books.payment(COUNTY_PAYMENT)).toMatchObject({ status: 'returned', returnReason: '账号有误' });
    expect(books.guards.get(YEAR)).toMatchObject({ reserved: 9_000_000n, paid: 0n });
    expect(books.guards.get(`line:${COUNTY_PAYMENT}`)).toMatchObject({ reserved: 0n });
    expect(books.guards.get(`line:${CITY_PAYMENT}`)).toMatchObject({ reserved: 9_000_000n });
    expect(codeOf(books.pay('CONFIRM', COUNTY_PAYMENT, countyTreasury, ON))).toBe('NOT_YOUR_TURN');
  });
});

describe('a return after the payment', () => {
  function paid(): Books {
    const books = instructed();
    accepted(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON));
    accepted(books.pay('CONFIRM', COUNTY_PAYMENT, countyTreasury, ON));
    return books;
  }

  it('gives back what was paid, and opens the claim again', () => {
    const books = paid();
    accepted(books.pay('RETURN', CITY_PAYMENT, cityTreasury, '2026-03-16'));
    expect(books.payment(CITY_PAYMENT)).toMatchObject({ status: 'returned', returnReason: '账号有误', paidOn: ON });
    expect(books.claim(CLAIM)?.status).toBe('instructed');
    expect(books.guards.get(YEAR)).toEqual({ ceiling: 30_000_000n, reserved: 0n, paid: 9_000_000n });
    expect(books.guards.get(`line:${CITY_PAYMENT}`)).toMatchObject({ reserved: 0n, paid: 0n });
  });

  it('is paid again under a reference of its own, and the claim is paid once more', () => {
    const books = paid();
    accepted(books.pay('RETURN', CITY_PAYMENT, cityTreasury, '2026-03-16'));
    accepted(books.pay('REINSTRUCT', CITY_PAYMENT, finance, '2026-03-17'));
    expect(books.payment(CITY_PAYMENT)).toMatchObject({ attempt: 2, bankReference: null, paidOn: null });
    expect(codeOf(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, '2026-03-18'))).toBe('BANK_REFERENCE_USED');
    accepted(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, '2026-03-18', { bankReference: '回单-2' }));
    expect(books.claim(CLAIM)?.status).toBe('paid');
    expect(books.guards.get(YEAR)).toMatchObject({ reserved: 0n, paid: 18_000_000n });
  });

  it('entered twice is not taken for a return of what was instructed since', () => {
    const books = paid();
    const again = { bankReference: '回单-2' };
    accepted(books.pay('RETURN', CITY_PAYMENT, cityTreasury, '2026-03-16', { attempt: 1 }));
    accepted(books.pay('REINSTRUCT', CITY_PAYMENT, finance, '2026-03-17'));
    const stale = [
      books.pay('RETURN', CITY_PAYMENT, cityTreasury, '2026-03-17', { attempt: 1 }),
      books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, '2026-03-17', { ...again, attempt: 1 }),
    ];
    accepted(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, '2026-03-18', { ...again, attempt: 2 }));
    stale.push(books.pay('RETURN', CITY_PAYMENT, cityTreasury, '2026-03-18', { attempt: 1 }));
    for (const each of stale) expect(each).toMatchObject({ refusal: { code: 'NOT_YOUR_TURN', field: 'attempt' } });
    expect(books.payment(CITY_PAYMENT)).toMatchObject({ status: 'paid', attempt: 2 });
    accepted(books.pay('RETURN', CITY_PAYMENT, cityTreasury, '2026-03-19', { attempt: 2 }));
  });

  it('passes no ceiling: what was granted meanwhile is not paid a second time', () => {
    const books = paid();
    accepted(books.pay('RETURN', COUNTY_PAYMENT, countyTreasury, '2026-03-16'));
    determine(books, { claim: '350500-2025-00000002', evidence: [invoice(2)] });
    expect(codeOf(books.pay('REINSTRUCT', COUNTY_PAYMENT, finance, '2026-03-17'))).toBe('NOTHING_TO_PAY');
  });

  it('cannot have been before the payment, and is for the treasury that paid', () => {
    expect(paid().pay('RETURN', CITY_PAYMENT, cityTreasury, '2026-03-10')).toMatchObject({
      refusal: { code: 'INVALID_INPUT', field: 'returnedOn' },
    });
    expect(codeOf(paid().pay('RETURN', CITY_PAYMENT, countyTreasury, '2026-03-16'))).toBe('NOT_YOUR_OFFICE');
  });
});

describe('reinstruction', () => {
  function bankReturned(books = instructed()): Books {
    accepted(books.pay('RETURN', COUNTY_PAYMENT, countyTreasury, ON));
    return books;
  }

  it('reserves the line again, and it can be paid', () => {
    const books = bankReturned();
    accepted(books.pay('REINSTRUCT', COUNTY_PAYMENT, finance, ON));
    expect(books.guards.get(YEAR)).toMatchObject({ reserved: 18_000_000n });
    accepted(books.pay('CONFIRM', COUNTY_PAYMENT, countyTreasury, ON));
    accepted(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON));
    expect(books.claim(CLAIM)?.status).toBe('paid');
  });

  it('is refused when another claim was granted meanwhile what the return set free', () => {
    const books = bankReturned();
    determine(books, { claim: '350500-2025-00000002', evidence: [invoice(2)] });
    expect(codeOf(books.pay('REINSTRUCT', COUNTY_PAYMENT, finance, ON))).toBe('NOTHING_TO_PAY');
  });

  // 30% of 800,000 is 240,000: 60,000 more than the first claim, so that both may stand together.
  it('is not hindered by a claim that was lowered because this one stood', () => {
    const books = instructed();
    determine(books, {
      claim: '350500-2025-00000002',
      facts: { serviceFee: '800000.00' },
      evidence: [invoice(2)],
    });
    expect(books.claim('350500-2025-00000002')?.determination?.amount).toBe('60000.00');
    accepted(bankReturned(books).pay('REINSTRUCT', COUNTY_PAYMENT, finance, ON));
    expect(books.guards.get(YEAR)).toMatchObject({ reserved: 24_000_000n });
  });

  it('is for finance, and not for whoever recorded the return', () => {
    expect(codeOf(bankReturned().pay('REINSTRUCT', COUNTY_PAYMENT, cityTreasury, ON))).toBe('NOT_YOUR_OFFICE');
    const both: Actor = { ...finance, userId: countyTreasury.userId };
    expect(codeOf(bankReturned().pay('REINSTRUCT', COUNTY_PAYMENT, both, ON))).toBe('SAME_PERSON');
  });

  it('is not for whoever paid another line of the claim before he came to finance', () => {
    const books = bankReturned();
    accepted(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON, { bankReference: 'B1' }));
    const moved: Actor = { ...finance, userId: cityTreasury.userId };
    expect(codeOf(books.pay('REINSTRUCT', COUNTY_PAYMENT, moved, ON))).toBe('CAPACITY_MIXED');
  });

  it.each(['SETTLE', 'AGREE_SETTLEMENT', 'REFUSE_SETTLEMENT'] as const)(
    'leaves %s to whoever did not pay it before he came to finance',
    (action) => {
      const thirdFinance: Actor = { ...finance, userId: 'third-finance' };
      const books = bankReturned();
      accepted(books.pay('RETURN', CITY_PAYMENT, cityTreasury, ON));
      if (action !== 'SETTLE') accepted(books.take('SETTLE', CLAIM, thirdFinance, { on: ON }));
      const moved: Actor = { ...finance, userId: countyTreasury.userId };
      expect(codeOf(books.take(action, CLAIM, moved, { on: ON }))).toBe('CAPACITY_MIXED');
      accepted(books.take(action, CLAIM, otherFinance, { on: ON }));
    },
  );
});
