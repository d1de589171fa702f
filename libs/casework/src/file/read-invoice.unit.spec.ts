import { describe, expect, it } from '@jest/globals';
import { catalogue, claimAfter, enterprise, invoice, submitted, USCC } from '../spec/fixtures.spec.js';
import { invoiceProblems } from './invoice-problems.js';
import { invoiceDifferences, type ReadInvoice } from './read-invoice.js';

const claim = claimAfter(submitted());
const context = { on: '2026-03-02', catalogue, evidence: [] };
const NUMBER = '25352000000012345678';
const stated = invoice(NUMBER);
if (stated.invoice === null) throw new Error('The claim says nothing of its invoice.');
const { seller, sellerUscc, issuedOn, amount, tax } = stated.invoice;
const READ: ReadInvoice = {
  ...{ number: NUMBER, issuedOn, seller, sellerUscc, amount, tax, isRed: false },
  ...{ buyer: enterprise.name, buyerUscc: USCC },
};

describe('an invoice that was read from a file', () => {
  it('is taken where the claimant bought, in the year that its clause counts', () => {
    expect(invoiceProblems([READ, { ...READ, buyerUscc: null }], claim, context)).toEqual([]);
  });

  it.each([
    ['somebody else bought', { buyer: '别家', buyerUscc: '91350582MA2XXXXX0B' }, /购买方是别家（91350582MA2XXXXX0B）/],
    ['somebody of another name bought', { buyer: '别家', buyerUscc: null }, /购买方是别家（无代码）/],
    ['it is of another year', { issuedOn: '2024-12-31' }, /不在2025年内/],
    ['it is of a day to come', { issuedOn: '2026-03-03' }, /晚于今天/],
  ])('is refused where %s, in a sentence', (_, change, says) => {
    const problems = invoiceProblems([{ ...READ, ...change }], claim, context);
    expect(problems.map(({ field, message }) => [field, message.zh])).toEqual([
      ['upload', expect.stringMatching(says)],
    ]);
  });

  it('is compared with what the claim states of it', () => {
    expect(invoiceDifferences(READ, [stated])).toEqual([]);
    const other = { ...READ, amount: '1.00', sellerUscc: null };
    expect(invoiceDifferences(other, [stated])).toEqual([
      { field: 'seller-code', stated: sellerUscc, read: '' },
      { field: 'amount', stated: amount, read: '1.00' },
    ]);
    expect(invoiceDifferences({ ...READ, number: '25352000000099999999' }, [stated])).toBeNull();
    expect(invoiceDifferences(READ, [{ ...stated, invoice: null }])).toBeNull();
  });
});
