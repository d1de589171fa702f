import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@duixian/casework';
import {
  accepted,
  CITY_PAYMENT,
  cityTreasury,
  CLAIM,
  clerk,
  codeOf,
  COUNTY_PAYMENT,
  COUNTY_RENTAL,
  countyTreasury,
  determine,
  finance,
  FIRM,
  instructed,
  invoice,
  ON,
  otherFinance,
  RENTAL,
  reviewer,
  YEAR,
} from './spec/rental.spec.js';
import { catalogue, JINJIANG, official, QUANZHOU } from './spec/world.spec.js';
import { allowedPaymentActions } from './payment-standing.js';

describe('instruction', () => {
  it('instructs each treasury to pay its line, on its own legal basis', () => {
    const books = instructed();
    const shared = { status: 'instructed', claim: CLAIM, payee: '晋江青石智算科技有限公司', amount: 9_000_000n };
    expect(books.claim(CLAIM)).toMatchObject({ status: 'instructed', payments: [CITY_PAYMENT, COUNTY_PAYMENT] });
    expect(books.payment(CITY_PAYMENT)).toMatchObject({ ...shared, payer: QUANZHOU, basis: RENTAL });
    expect(books.payment(COUNTY_PAYMENT)).toMatchObject({ ...shared, payer: JINJIANG, basis: COUNTY_RENTAL });
  });

  it('leaves what is reserved as it is', () => {
    expect(instructed().guards.get(YEAR)).toEqual({ ceiling: 30_000_000n, reserved: 18_000_000n, paid: 0n });
  });
});

describe('confirmation', () => {
  it('posts the line and leaves the claim open while another treasury owes', () => {
    const books = instructed();
    accepted(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON));
    expect(books.payment(CITY_PAYMENT)).toMatchObject({
      status: 'paid',
      paidOn: ON,
      bankReference: `回单-${CITY_PAYMENT}`,
    });
    expect(books.guards.get(YEAR)).toMatchObject({ reserved: 9_000_000n, paid: 9_000_000n });
    expect(books.claim(CLAIM)?.status).toBe('instructed');
  });

  it('of the last line closes the claim', () => {
    const books = instructed();
    accepted(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON));
    accepted(books.pay('CONFIRM', COUNTY_PAYMENT, countyTreasury, ON));
    expect(books.claim(CLAIM)?.status).toBe('paid');
    expect(books.guards.get(YEAR)).toMatchObject({ reserved: 0n, paid: 18_000_000n });
    expect(books.guards.get(`enterprise:${FIRM}:${COUNTY_RENTAL}:2025`)).toMatchObject({
      reserved: 0n,
      paid: 9_000_000n,
    });
  });

  it('holds only while the other lines stand as they were read', () => {
    const decision = instructed().pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON);
    expect(decision.ok && decision.guards).toContainEqual({
      account: `line:${COUNTY_PAYMENT}`,
      dependsOnVersion: true,
    });
  });

  it('takes a bank reference once for each payer, however it is typed', () => {
    const books = instructed();
    accepted(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON, { bankReference: 'b-77 01' }));
    accepted(books.pay('CONFIRM', COUNTY_PAYMENT, countyTreasury, ON, { bankReference: 'B-7701' }));
    determine(books, {
      claim: '350500-2024-7K3M9QAB',
      year: 2024,
      occurredOn: '2024-12-31',
      evidence: [invoice(2, '2024-06-30')],
    });
    accepted(books.take('PUBLICISE', '350500-2024-7K3M9QAB', otherFinance, { on: '2026-03-02' }));
    accepted(books.take('INSTRUCT', '350500-2024-7K3M9QAB', finance, { on: ON }));
    for (const bankReference of ['Ｂ-77\u200b01', 'B-7701。', '#B-7701', 'B_7701', '“B-7701”']) {
      const second = books.pay('CONFIRM', `350500-2024-7K3M9QAB-${QUANZHOU}`, cityTreasury, ON, { bankReference });
      expect(second).toMatchObject({ refusal: { code: 'BANK_REFERENCE_USED', field: 'bankReference' } });
    }
  });

  it.each([
    ['the other treasury', countyTreasury, 'NOT_YOUR_OFFICE'],
    ['finance', otherFinance, 'NOT_YOUR_OFFICE'],
    ['whoever instructed it', { ...cityTreasury, userId: finance.userId }, 'SAME_PERSON'],
  ])('is not for %s', (_, actor, code) => {
    expect(codeOf(instructed().pay('CONFIRM', CITY_PAYMENT, actor, ON))).toBe(code);
  });

  it.each(['无', '0', '/', '待补', '2.02611E+17', '9'.repeat(20)])(
    'cannot stand on %s for a reference',
    (bankReference) => {
      const refused = instructed().pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON, { bankReference });
      expect(refused).toMatchObject({
        refusal: {
          code: 'INVALID_INPUT',
          field: 'bankReference',
          message: { zh: expect.stringContaining(bankReference) },
        },
      });
    },
  );

  it.each([
    ['2026年11月26日', '日期或金额'],
    ['2026-11-26', '日期'],
    ['2026/11/26', '日期'],
    ['180,000.00', '日期或金额'],
    ['ICBC-1；ICBC-2', '几个'],
    ['ICBC-1、ICBC-2', '几个'],
  ])('cannot stand on %s, which is something else', (bankReference, says) => {
    const refused = instructed().pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON, { bankReference });
    expect(refused).toMatchObject({
      refusal: { code: 'INVALID_INPUT', field: 'bankReference', message: { zh: expect.stringContaining(says) } },
    });
  });

  it('names each wrong field', () => {
    const books = instructed();
    expect(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, '2026-03-10', { bankReference: ' ' })).toMatchObject({
      refusal: { code: 'INVALID_INPUT', problems: [{ field: 'bankReference' }, { field: 'paidOn' }] },
    });
  });

  it('is not repeated', () => {
    const books = instructed();
    accepted(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON));
    expect(
      codeOf(books.pay('CONFIRM', CITY_PAYMENT, official('t2', 'treasury', QUANZHOU), ON, { bankReference: 'B2' })),
    ).toBe('ALREADY_DECIDED');
  });
});

describe('a treasury', () => {
  it.each([clerk, reviewer, finance])('does not pay by the hand of $username, who took part before', ({ userId }) => {
    const moved: Actor = { ...cityTreasury, userId };
    const other = userId === finance.userId ? 'SAME_PERSON' : 'CAPACITY_MIXED';
    expect(codeOf(instructed().pay('CONFIRM', CITY_PAYMENT, moved, ON, { bankReference: 'B1' }))).toBe(other);
  });
});

describe('allowed payment actions', () => {
  it('are those of the office at hand', () => {
    const books = instructed();
    const claim = books.claim(CLAIM);
    const payment = books.payment(COUNTY_PAYMENT);
    if (claim === null || payment === null) throw new Error('Nothing was instructed.');
    const mayDo = (actor: Actor) =>
      allowedPaymentActions(payment, actor, { claim, siblings: [], catalogue }).flatMap(({ action, allowed }) =>
        allowed ? [action] : [],
      );
    expect([countyTreasury, cityTreasury, finance].map(mayDo)).toEqual([['CONFIRM', 'RETURN'], [], []]);
  });
});
