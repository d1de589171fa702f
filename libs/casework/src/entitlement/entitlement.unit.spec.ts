import { describe, expect, it } from '@jest/globals';
import { event, eventAt } from '../common/decision.js';
import { CITY, CLAIM, command, COUNTY, finance, RENTAL } from '../spec/fixtures.spec.js';
import {
  countedAgainst,
  foldEntitlement,
  grantOf,
  grantsOf,
  initialEntitlement,
  standingOn,
  withInherited,
  withoutClaim,
} from './entitlement.js';
import { ownCeilings } from './ceiling.js';
import type { EntitlementEvent } from './entitlement-event.js';

const underRental = ({ measure }: { measure: string }) => measure === RENTAL;
const city = { payer: CITY, amount: '200.00', basis: RENTAL, accounts: ['year', 'line-city'] };
const county = { payer: COUNTY, amount: '100.00', basis: RENTAL, accounts: ['year', 'line-county'] };

function reserved(lines: (typeof city)[], claim = CLAIM): EntitlementEvent {
  return eventAt(2, command(finance), 'GrantReserved', {
    claim,
    measure: RENTAL,
    year: 2025,
    subject: null,
    kind: 'grant',
    amount: '300.00',
    lines,
    quota: null,
    policyVersion: 'v1',
    payee: 'enterprise',
  });
}

function released(payer: string, amount: string): EntitlementEvent {
  const grant = { claim: CLAIM, measure: RENTAL, year: 2025, subject: null };
  return event(command(finance), 'GrantReleased', { ...grant, payer, amount, reason: '退票' });
}

describe('entitlement', () => {
  it('is nothing to begin with', () => {
    expect(grantsOf(initialEntitlement, underRental, null)).toEqual([]);
    expect(standingOn(initialEntitlement, 'year')).toBe(0n);
  });

  it('gives what stands as assess takes it, as far as it bears on a claim', () => {
    const state = foldEntitlement([reserved([city, county])]);
    expect(grantsOf(state, underRental, null)).toEqual([
      { claim: CLAIM, measure: RENTAL, year: 2025, subject: null, payer: CITY, amount: '200.00' },
      { claim: CLAIM, measure: RENTAL, year: 2025, subject: null, payer: COUNTY, amount: '100.00' },
    ]);
    expect(grantsOf(state, () => false, null)).toEqual([]);
    expect(state.version).toBe(1);
  });

  it('no longer counts a line that was released', () => {
    const state = foldEntitlement([reserved([city, county]), released(COUNTY, '100.00')]);
    expect(grantsOf(state, underRental, null).map((grant) => grant.payer)).toEqual([CITY]);
    expect([standingOn(state, 'year'), standingOn(state, 'line-county')]).toEqual([20_000n, 0n]);
    expect(state.version).toBe(2);
  });

  it('counts a line again that was reserved again, and once', () => {
    const state = foldEntitlement([reserved([city, county]), released(COUNTY, '100.00'), reserved([county])]);
    expect(grantsOf(state, underRental, null).map((grant) => grant.payer)).toEqual([CITY, COUNTY]);
    expect(standingOn(state, 'year')).toBe(30_000n);
  });

  it('sums a guard over all claims, and can leave one aside', () => {
    const state = foldEntitlement([reserved([city]), reserved([county], 'other')]);
    expect(standingOn(state, 'year')).toBe(30_000n);
    expect(standingOn(withoutClaim(state, CLAIM), 'year')).toBe(10_000n);
  });

  it('counts against a line granted again what was decided before it or after its release', () => {
    const state = foldEntitlement([
      reserved([city], 'before'),
      reserved([county]),
      reserved([city], 'during'),
      released(COUNTY, '100.00'),
      reserved([city], 'after'),
    ]);
    const line = grantOf(state, CLAIM)?.lines[0];
    if (line === undefined) throw new Error('No line.');
    const counted = countedAgainst(line, state);
    expect([...counted.grants.keys()].sort()).toEqual(['before', CLAIM, 'after'].sort());
    expect(standingOn(counted, 'year')).toBe(40_000n);
  });

  it('cannot release what is not reserved', () => {
    expect(() => foldEntitlement([released(CITY, '1.00')])).toThrow(/nothing reserved/);
    const twice = [reserved([city]), released(CITY, '200.00'), released(CITY, '200.00')];
    expect(() => foldEntitlement(twice)).toThrow(/nothing reserved/);
  });
});

describe('a successor', () => {
  const account = (code: string) => `enterprise:${code}:${RENTAL}:2025`;
  const before = [reserved([{ ...city, accounts: [account('OLD'), 'line-city'] }])];
  const inheriting = (...events: EntitlementEvent[]) =>
    withInherited(initialEntitlement, 'NEW', [{ uscc: 'OLD', entitlement: foldEntitlement(events) }]);

  it('counts what its predecessor was granted, under the names of its own guards', () => {
    const entitlement = inheriting(...before);
    expect(grantsOf(entitlement, underRental, null)).toMatchObject([{ claim: CLAIM, payer: CITY, amount: '200.00' }]);
    expect(standingOn(entitlement, account('NEW'))).toBe(20_000n);
    const ceilings = new Map<string, bigint | null>([
      [account('NEW'), 30_000n],
      ['pool', null],
    ]);
    expect([...ownCeilings(ceilings, entitlement)]).toEqual([
      [account('NEW'), 10_000n],
      ['pool', null],
    ]);
  });

  it('has room again for what its predecessor gives back', () => {
    const entitlement = inheriting(...before, released(CITY, '200.00'));
    expect(grantsOf(entitlement, underRental, null)).toEqual([]);
    expect(standingOn(entitlement, account('NEW'))).toBe(0n);
  });

  it('counts those before its predecessor too, under the names of its own guards', () => {
    const third = withInherited(initialEntitlement, 'THIRD', [
      { uscc: 'OLD', entitlement: foldEntitlement(before) },
      { uscc: 'NEW', entitlement: initialEntitlement },
    ]);
    expect(standingOn(third, account('THIRD'))).toBe(20_000n);
  });
});
