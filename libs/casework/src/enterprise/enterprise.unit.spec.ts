import { describe, expect, it } from '@jest/globals';
import { event } from '../common/decision.js';
import {
  CITY,
  clerk,
  command,
  COUNTY,
  enterprise,
  official,
  recordedBy,
  refusalBy,
  USCC,
} from '../spec/fixtures.spec.js';
import { divisionOn, evolveEnterprise, foldEnterprise, lastDivision, type EnterpriseEvent } from './enterprise.js';
import { decideMove } from './move.js';
import { decideRegistration } from './registration.js';

const registration = { ...command(clerk), uscc: USCC, name: ' 晋江青石智算科技有限公司 ', division: COUNTY };
const NEXT = '350583';
const nextClerk = official('next-clerk', 'clerk', NEXT);
const moved: EnterpriseEvent = event(command(nextClerk), 'EnterpriseMoved', {
  uscc: USCC,
  from: COUNTY,
  division: NEXT,
  on: '2025-07-01',
});

describe('registration', () => {
  it('records code, name and division', () => {
    expect(recordedBy(decideRegistration({ command: registration, enterprise: null }))).toEqual({
      [`enterprise-${USCC}`]: [
        { type: 'EnterpriseRegistered', data: { uscc: USCC, name: '晋江青石智算科技有限公司', division: COUNTY } },
      ],
    });
  });

  it.each([
    ['INVALID_INPUT', 'uscc', { uscc: '91350582MA2XXXXX00' }, null],
    ['INVALID_INPUT', 'name', { name: ' ' }, null],
    ['INVALID_INPUT', 'division', { division: '35058' }, null],
    ['INVALID_INPUT', 'division', { division: CITY }, null],
    ['ENTERPRISE_EXISTS', 'uscc', {}, enterprise],
    ['WRONG_JURISDICTION', 'division', { division: '350602' }, null],
    ['NOT_YOUR_OFFICE', 'division', command(nextClerk), null],
    ['NOT_YOUR_OFFICE', 'division', command(official('f', 'finance', COUNTY)), null],
  ])('refuses with %s on %s', (code, field, change, state) => {
    const decision = decideRegistration({ command: { ...registration, ...change }, enterprise: state });
    expect(refusalBy(decision)).toEqual({ code, field });
  });
});

describe('move', () => {
  const move = { ...command(nextClerk), uscc: USCC, division: NEXT, movedOn: '2025-07-01' };

  it('records from where to where', () => {
    expect(recordedBy(decideMove({ command: move, enterprise }))).toEqual({
      [`enterprise-${USCC}`]: [
        { type: 'EnterpriseMoved', data: { uscc: USCC, from: COUNTY, division: NEXT, on: '2025-07-01' } },
      ],
    });
  });

  it.each([
    ['NOT_FOUND', 'uscc', {}, null],
    ['INVALID_INPUT', 'division', { division: COUNTY, ...command(clerk) }, enterprise],
    ['INVALID_INPUT', 'on', { movedOn: '1 July' }, enterprise],
    ['INVALID_INPUT', 'on', { division: '350505' }, evolveEnterprise(enterprise, moved)],
    ['NOT_YOUR_OFFICE', 'division', command(clerk), enterprise],
  ])('refuses with %s on %s', (code, field, change, state) => {
    expect(refusalBy(decideMove({ command: { ...move, ...change }, enterprise: state }))).toEqual({ code, field });
  });

  it('leaves the days before it where they were', () => {
    const state = evolveEnterprise(enterprise, moved);
    expect(['2020-01-01', '2025-06-30', '2025-07-01', '2026-01-01'].map((day) => divisionOn(state, day))).toEqual([
      COUNTY,
      COUNTY,
      NEXT,
      NEXT,
    ]);
    expect(lastDivision(state)).toBe(NEXT);
  });
});

describe('enterprise', () => {
  it('is unknown before it is registered', () => {
    expect(foldEnterprise([])).toBeNull();
    expect(() => foldEnterprise([moved])).toThrow(/before EnterpriseRegistered/);
  });
});
