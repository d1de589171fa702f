import { describe, expect, it } from '@jest/globals';
import { type ClaimEntries, emptyDocument } from '../form/claim-entries.js';
import { changedFields } from './changed-fields.js';

const invoice = { ...emptyDocument('INVOICE'), number: '25352000000012345678' };
const before: ClaimEntries = {
  uscc: '',
  measure: '',
  occurredOn: '2025-12-31',
  subject: '',
  facts: { serviceFee: '1200000.00', level: 'national' },
  requestedAmount: '360000.00',
  evidence: [invoice],
  answers: {},
};

describe('what the form of a returned claim says otherwise', () => {
  it.each([
    ['nothing', {}, []],
    [
      'the same amounts in other words',
      { requestedAmount: '36万', facts: { ...before.facts, serviceFee: '1200000' } },
      [],
    ],
    ['a fact', { facts: { ...before.facts, serviceFee: '900000' } }, ['facts.serviceFee']],
    [
      'the day and what is asked for',
      { occurredOn: '2025-11-30', requestedAmount: '1' },
      ['occurredOn', 'requestedAmount'],
    ],
    [
      'what stands on an invoice',
      { evidence: [{ ...invoice, invoice: { ...invoice.invoice, tax: '1' } }] },
      ['evidence.invoice.25352000000012345678'],
    ],
    [
      'its number, and so which papers there are',
      { evidence: [{ ...invoice, number: '25352000000000000002' }] },
      ['evidence', 'evidence.invoice.25352000000012345678', 'evidence.invoice.25352000000000000002'],
    ],
    [
      'an older invoice, by its code',
      { evidence: [invoice, { ...invoice, number: '12345678', invoice: { ...invoice.invoice, code: '3500191130' } }] },
      ['evidence', 'evidence.invoice.3500191130-12345678'],
    ],
  ])('is %s', (_, change, fields) => {
    expect([...changedFields(before, { ...before, ...change })].sort()).toEqual([...fields].sort());
  });
});
