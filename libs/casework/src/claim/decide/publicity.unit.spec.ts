import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  catalogue,
  CLAIM,
  claimAfter,
  command,
  determined,
  finance,
  otherFinance,
  recordedBy,
  refusalBy,
  reviewed,
  submitted,
} from '../../spec/fixtures.spec.js';
import { initialEntitlement, type Entitlement } from '../../entitlement/entitlement.js';
import { decidePublicity } from './publicity.js';

const claim = claimAfter(submitted(), accepted, reviewed, determined);

function publicise(days: number, actor = otherFinance, entitlement: Entitlement = initialEntitlement) {
  const publicity = { ...command(actor, '2026-02-26'), claim: CLAIM, days };
  return decidePublicity({ command: publicity, claim, entitlement, catalogue });
}

describe('publicity', () => {
  it('lasts from today until so many days later', () => {
    expect(recordedBy(publicise(7))).toEqual({
      [`claim-${CLAIM}`]: [{ type: 'DeterminationPublicised', data: { from: '2026-02-26', until: '2026-03-05' } }],
    });
  });

  it.each([0, 61, 1.5, Number.NaN])('does not last %d days', (days) => {
    expect(refusalBy(publicise(days))).toEqual({ code: 'INVALID_INPUT', field: 'days' });
  });

  it('is not begun once the enterprise has ended', () => {
    const ended: Entitlement = {
      ...initialEntitlement,
      closure: { how: 'cancelled', on: '2026-02-20', successors: [] },
    };
    expect(refusalBy(publicise(7, otherFinance, ended))).toEqual({ code: 'ENTERPRISE_ENDED', field: 'uscc' });
  });

  it('is not begun by whoever determined', () => {
    expect(refusalBy(publicise(7, finance))).toEqual({ code: 'SAME_PERSON', field: null });
  });
});
