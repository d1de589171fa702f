import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  catalogue,
  CLAIM,
  claimAfter,
  command,
  determined,
  finance,
  otherClerk,
  otherFinance,
  recordedBy,
  refusalBy,
  reviewed,
  reviewer,
  submitted,
} from '../../spec/fixtures.spec.js';
import { decideRejection } from './rejection.js';

const no = { claim: CLAIM, reason: '不属于支持范围' };

describe('rejection', () => {
  it.each([
    ['the second clerk', otherClerk, [submitted()]],
    ['the department', reviewer, [submitted(), accepted]],
    ['finance', finance, [submitted(), accepted, reviewed]],
  ])('by %s ends the claim and frees its evidence', (_, actor, events) => {
    const decision = decideRejection({
      command: { ...command(actor), ...no },
      claim: claimAfter(...events),
      catalogue,
    });
    expect(recordedBy(decision)).toEqual({
      [`claim-${CLAIM}`]: [{ type: 'ClaimRejected', data: { reason: '不属于支持范围' } }],
      'evidence-invoice-25352000000012345678': [{ type: 'EvidenceFreed', data: { claim: CLAIM } }],
    });
  });

  it('comes too late once the claim is determined', () => {
    const claim = claimAfter(submitted(), accepted, reviewed, determined);
    const decision = decideRejection({ command: { ...command(otherFinance), ...no }, claim, catalogue });
    expect(refusalBy(decision)).toEqual({ code: 'ALREADY_DECIDED', field: null });
  });
});
