import { describe, expect, it } from '@jest/globals';
import { event, eventAt } from '../../common/decision.js';
import type { Closure } from '../../enterprise/change-event.js';
import type { EntitlementEvent } from '../../entitlement/entitlement-event.js';
import { foldEntitlement, initialEntitlement } from '../../entitlement/entitlement.js';
import {
  accepted,
  catalogue,
  CITY,
  CLAIM,
  claimAfter,
  clerk,
  command,
  COUNTY,
  COUNTY_RENTAL,
  determined,
  finance,
  instructed,
  movesBy,
  official,
  publicised,
  recordedBy,
  refusalBy,
  RENTAL,
  returned,
  reviewed,
  submitted,
} from '../../spec/fixtures.spec.js';
import { decideWithdrawal } from './withdrawal.js';

const given = {
  command: { ...command(official('third-clerk', 'clerk', COUNTY)), claim: CLAIM, reason: '企业放弃' },
  entitlement: initialEntitlement,
  catalogue,
};
const freed = { 'evidence-invoice-25352000000012345678': [{ type: 'EvidenceFreed', data: { claim: CLAIM } }] };
const withdrawn = { [`claim-${CLAIM}`]: [{ type: 'ClaimWithdrawn', data: { reason: '企业放弃' } }] };

describe('withdrawal', () => {
  it.each([
    ['submitted', [submitted()]],
    ['accepted', [submitted(), accepted]],
    ['reviewed', [submitted(), accepted, reviewed]],
  ])('of a claim that is %s frees its evidence and moves no money', (_, events) => {
    const decision = decideWithdrawal({ ...given, claim: claimAfter(...events) });
    expect(recordedBy(decision)).toEqual({ ...withdrawn, ...freed });
    expect(movesBy(decision)).toEqual([]);
  });

  it('of a returned claim finds its evidence free already', () => {
    const decision = decideWithdrawal({ ...given, claim: claimAfter(submitted(), returned) });
    expect(recordedBy(decision)).toEqual(withdrawn);
  });

  it.each([
    ['determined', [submitted(), accepted, reviewed, determined]],
    ['publicised', [submitted(), accepted, reviewed, determined, publicised]],
  ])('of a claim that is %s releases each line on just the guards it was reserved on', (_, events) => {
    const entitlement = foldEntitlement([
      eventAt(2, command(finance), 'GrantReserved', {
        claim: CLAIM,
        measure: RENTAL,
        year: 2025,
        subject: null,
        kind: 'grant',
        amount: '300.00',
        lines: [
          { payer: CITY, amount: '200.00', basis: RENTAL, accounts: ['enterprise', 'line-city'] },
          { payer: COUNTY, amount: '100.00', basis: COUNTY_RENTAL, accounts: ['enterprise', 'county', 'line-county'] },
        ],
        quota: 'quota',
        policyVersion: 'v1',
        payee: 'enterprise',
      }),
    ]);
    const decision = decideWithdrawal({ ...given, claim: claimAfter(...events), entitlement });
    const grant = { claim: CLAIM, measure: RENTAL, year: 2025, subject: null, reason: '企业放弃' };
    expect(recordedBy(decision)).toEqual({
      ...withdrawn,
      ...freed,
      [`entitlement-${claimAfter(...events).uscc}`]: [
        { type: 'GrantReleased', data: { ...grant, payer: CITY, amount: '200.00' } },
        { type: 'GrantReleased', data: { ...grant, payer: COUNTY, amount: '100.00' } },
      ],
    });
    expect(movesBy(decision)).toEqual([
      { account: 'enterprise', reserve: -30_000n },
      { account: 'line-city', reserve: -20_000n },
      { account: 'county', reserve: -10_000n },
      { account: 'line-county', reserve: -10_000n },
      { account: 'quota', reserve: -1n },
    ]);
  });

  it('finds nothing to release where the same command was faster between the two reads', () => {
    const grant = { claim: CLAIM, measure: RENTAL, year: 2025, subject: null };
    const line = { payer: CITY, amount: '60000.00' };
    const entitlement = foldEntitlement([
      eventAt(2, command(finance), 'GrantReserved', {
        ...grant,
        kind: 'grant',
        amount: '60000.00',
        lines: [{ ...line, basis: RENTAL, accounts: ['line'] }],
        quota: 'quota',
        policyVersion: 'v1',
        payee: 'enterprise',
      }),
      event(command(clerk), 'GrantReleased', { ...grant, ...line, reason: '企业放弃' }),
    ]);
    const claim = claimAfter(submitted(), accepted, reviewed, determined);
    const decision = decideWithdrawal({ ...given, claim, entitlement });
    expect(recordedBy(decision)).toEqual({ ...withdrawn, ...freed });
    expect(movesBy(decision)).toEqual([]);
  });

  it('comes too late once payment is instructed', () => {
    const claim = claimAfter(submitted(), accepted, reviewed, determined, publicised, instructed);
    expect(refusalBy(decideWithdrawal({ ...given, claim }))).toEqual({ code: 'ALREADY_DECIDED', field: null });
  });

  describe('of a claim whose payment was instructed', () => {
    const claim = claimAfter(submitted(), accepted, reviewed, determined, publicised, instructed);
    const grant = { claim: CLAIM, measure: RENTAL, year: 2025, subject: null };
    const payers = [CITY, COUNTY].map((payer) => ({ payer, amount: '100.00' }));
    const reserved: EntitlementEvent = eventAt(2, command(finance), 'GrantReserved', {
      ...grant,
      kind: 'grant',
      amount: '200.00',
      lines: payers.map((line) => ({ ...line, basis: RENTAL, accounts: [`line-${line.payer}`] })),
      quota: 'quota',
      policyVersion: 'v1',
      payee: 'enterprise',
    });
    const [fromCity, fromCounty] = payers.map((line): EntitlementEvent =>
      event(command(official('treasurer', 'treasury')), 'GrantReleased', { ...grant, ...line, reason: '账户已销户' }),
    );
    const closure: Closure = { how: 'cancelled', on: '2026-03-12', successors: [] };
    const closed = event(command(clerk), 'EntitlementClosed', { uscc: claim.uscc, ...closure });
    const after = (...events: readonly (EntitlementEvent | undefined)[]) =>
      decideWithdrawal({
        ...given,
        claim,
        entitlement: foldEntitlement([reserved, ...events.filter((each) => each !== undefined)]),
      });

    it('frees its evidence where the enterprise has ended and every payment was returned', () => {
      const decision = after(fromCity, fromCounty, closed);
      expect(recordedBy(decision)).toEqual({ ...withdrawn, ...freed });
      expect(movesBy(decision)).toEqual([]);
    });

    it.each([
      ['the enterprise goes on', [fromCity, fromCounty]],
      ['a payment is under way or paid', [fromCity, closed]],
    ])('comes too late while %s, and says when it would not', (_, events) => {
      const decision = after(...events);
      expect(refusalBy(decision)).toEqual({ code: 'ALREADY_DECIDED', field: null });
      if (decision.ok) throw new Error('It was not refused.');
      expect(decision.refusal.message.zh).toContain('全部款项均已退票');
      expect(decision.refusal.message.en).toContain('every payment was returned');
    });
  });

  it('is entered by another clerk than the one who acted last', () => {
    const decision = decideWithdrawal({
      ...given,
      command: { ...given.command, ...command(clerk) },
      claim: claimAfter(submitted()),
    });
    expect(refusalBy(decision)).toEqual({ code: 'SAME_PERSON', field: null });
  });
});
