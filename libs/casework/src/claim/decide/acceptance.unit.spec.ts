import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '../../evidence/evidence.js';
import {
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
const invoice: Evidence = {
  kind: 'invoice',
  number: '25352000000012345678',
  holders: [{ claim: CLAIM, measure: RENTAL, uscc: USCC, matter, parties: null }],
};

describe('acceptance', () => {
  const given = { command: { ...command(otherClerk), claim: CLAIM }, claim: claimAfter(submitted()), catalogue };

  it('accepts a claim whose evidence is its own', () => {
    expect(recordedBy(decideAcceptance({ ...given, evidence: [invoice] }))).toEqual({
      [`claim-${CLAIM}`]: [{ type: 'ClaimAccepted', data: { held: null } }],
    });
  });

  it('holds a claim whose evidence another claim rests on', () => {
    const contested = {
      ...invoice,
      holders: [...invoice.holders, { claim: OTHER, measure: RENTAL, uscc: OTHER_FIRM, matter, parties: null }],
    };
    expect(recordedBy(decideAcceptance({ ...given, evidence: [contested] }))).toEqual({
      [`claim-${CLAIM}`]: [
        {
          type: 'ClaimAccepted',
          data: { held: { evidence: [{ kind: 'invoice', number: '25352000000012345678' }], claims: [OTHER] } },
        },
      ],
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
