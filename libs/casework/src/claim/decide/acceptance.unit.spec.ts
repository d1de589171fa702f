import { describe, expect, it } from '@jest/globals';
import type { EvidenceHistory } from '../../evidence/evidence.js';
import { event } from '../../common/decision.js';
import {
  returnedBy,
  catalogue,
  CLAIM,
  claimAfter,
  clerk,
  command,
  otherClerk,
  RENTAL,
  recordedBy,
  refusalBy,
  submitted,
  uscc,
  USCC,
} from '../../spec/fixtures.spec.js';
import { decideAcceptance } from './acceptance.js';

const OTHER = '350500-2025-00000000';
const OTHER_FIRM = uscc('91350582MA2YYYYY0');
const matter = { year: 2025, subject: null, overlaps: false };
const invoice: EvidenceHistory = {
  kind: 'invoice',
  number: '25352000000012345678',
  holders: [{ claim: CLAIM, measure: RENTAL, uscc: USCC, matter, parties: null, answered: [] }],
  namings: [{ claim: CLAIM, uscc: USCC, clerk: clerk.userId }],
  former: [],
};

describe('acceptance', () => {
  const given = {
    command: { ...command(otherClerk), claim: CLAIM },
    claim: claimAfter(submitted()),
    statuses: new Map(),
    former: new Map(),
    catalogue,
  };
  const beside = { claim: OTHER, measure: RENTAL, uscc: OTHER_FIRM, matter, parties: null, answered: [] };
  const contested = { ...invoice, holders: [...invoice.holders, beside] };

  it('accepts a claim whose evidence is its own', () => {
    expect(recordedBy(decideAcceptance({ ...given, evidence: [invoice] }))).toEqual({
      [`claim-${CLAIM}`]: [{ type: 'ClaimAccepted', data: { held: null } }],
    });
  });

  it('holds a claim whose evidence another claim rests on that was accepted', () => {
    const statuses = new Map([[OTHER, 'accepted' as const]]);
    expect(recordedBy(decideAcceptance({ ...given, evidence: [contested], statuses }))).toEqual({
      [`claim-${CLAIM}`]: [
        {
          type: 'ClaimAccepted',
          data: { held: { evidence: [{ kind: 'invoice', number: '25352000000012345678' }], claims: [OTHER] } },
        },
      ],
    });
  });

  it('holds no claim up for one that nobody but its clerk has seen', () => {
    const statuses = new Map([[OTHER, 'submitted' as const]]);
    expect(recordedBy(decideAcceptance({ ...given, evidence: [contested], statuses }))).toEqual({
      [`claim-${CLAIM}`]: [{ type: 'ClaimAccepted', data: { held: null } }],
    });
  });

  describe('after a claim of the same enterprise or clerk on the same paper', () => {
    const FORMER = '350500-2025-11111111';
    const statuses = new Map([[OTHER, 'accepted' as const]]);
    const stated = submitted({ claim: FORMER });
    const acceptedOnce = event(command(otherClerk), 'ClaimAccepted', { held: null });
    const withdrawn = event(command(clerk), 'ClaimWithdrawn', { reason: '误报' });
    const accept = (naming: { uscc: string; clerk: string }, former = claimAfter(stated, acceptedOnce, withdrawn)) => {
      const before = { ...contested, former: [{ claim: FORMER, ...naming, beside: [OTHER] }] };
      const decision = decideAcceptance({
        ...given,
        evidence: [before],
        statuses,
        former: new Map([[FORMER, former]]),
      });
      return recordedBy(decision)['evidence-invoice-25352000000012345678'] ?? [];
    };
    const answered = [{ type: 'EvidenceAnswered', data: { claim: CLAIM, claims: [OTHER] } }];

    it('holds up no more what that one held up until it was withdrawn', () => {
      expect(accept({ uscc: USCC, clerk: 'somebody else' })).toEqual(answered);
      expect(accept({ uscc: OTHER_FIRM, clerk: clerk.userId })).toEqual(answered);
    });

    it('holds up what another enterprise and clerk have held up', () => {
      expect(accept({ uscc: OTHER_FIRM, clerk: 'somebody else' })).toEqual([]);
    });

    it('holds up what that one did not, since it was withdrawn before anybody accepted it, or goes on', () => {
      expect(accept({ uscc: USCC, clerk: clerk.userId }, claimAfter(stated, withdrawn))).toEqual([]);
      const returned = returnedBy(command(otherClerk));
      expect(accept({ uscc: USCC, clerk: clerk.userId }, claimAfter(stated, returned))).toEqual([]);
    });
  });

  it('refuses a claim that was entered before the clause’s evidence was asked for, naming what is missing', () => {
    const claim = claimAfter(submitted({ evidence: [] }));
    const decision = decideAcceptance({ ...given, claim, evidence: [] });
    expect(refusalBy(decision)).toEqual({ code: 'INVALID_INPUT', field: 'evidence' });
    expect(decision).toMatchObject({ refusal: { message: { zh: expect.stringContaining('发票') } } });
  });

  it('is for a second clerk', () => {
    const decision = decideAcceptance({ ...given, command: { ...given.command, ...command(clerk) }, evidence: [] });
    expect(refusalBy(decision)).toEqual({ code: 'SAME_PERSON', field: null });
  });
});
