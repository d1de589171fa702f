import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  catalogue,
  CLAIM,
  claimAfter,
  clerk,
  command,
  otherClerk,
  recordedBy,
  refusalBy,
  returned,
  reviewed,
  reviewer,
  submitted,
} from '../../spec/fixtures.spec.js';
import { decideReturn } from './return.js';

const back = { claim: CLAIM, reason: ' 发票不清晰 ' };

describe('return', () => {
  it.each([
    ['the second clerk before acceptance', otherClerk, claimAfter(submitted())],
    ['the department after it', reviewer, claimAfter(submitted(), accepted)],
  ])('by %s records the reason and frees the evidence', (_, actor, claim) => {
    const decision = decideReturn({ command: { ...command(actor), ...back }, claim, catalogue });
    expect(recordedBy(decision)).toEqual({
      [`claim-${CLAIM}`]: [{ type: 'ClaimReturned', data: { reason: '发票不清晰' } }],
      'evidence-invoice-25352000000012345678': [{ type: 'EvidenceFreed', data: { claim: CLAIM } }],
    });
  });

  it.each([
    ['NOT_YOUR_OFFICE', null, reviewer, [submitted()], back],
    ['NOT_YOUR_OFFICE', null, otherClerk, [submitted(), accepted], back],
    ['SAME_PERSON', null, clerk, [submitted()], back],
    ['ALREADY_DECIDED', null, reviewer, [submitted(), accepted, reviewed], back],
    ['NOT_YOUR_TURN', null, clerk, [submitted(), returned], back],
    ['INVALID_INPUT', 'reason', otherClerk, [submitted()], { ...back, reason: ' ' }],
  ])('refuses with %s', (code, field, actor, events, input) => {
    const decision = decideReturn({
      command: { ...command(actor), ...input },
      claim: claimAfter(...events),
      catalogue,
    });
    expect(refusalBy(decision)).toEqual({ code, field });
  });
});
