import { describe, expect, it } from '@jest/globals';
import { official } from '../spec/fixtures.spec.js';
import { agreementRefusal, objectionRefusal, proposalStanding, withdrawalRefusal, type Proposal } from './proposal.js';

const proposer = official('proposer', 'clerk', '350582');
const colleague = official('colleague', 'clerk', '350582');
const open: Proposal = {
  id: 'c7f6a1de-0000-4000-8000-000000000001',
  proposedBy: proposer.userId,
  proposedOn: '2026-03-02',
  opensUntil: '2026-03-31',
  answer: null,
};
const agreed: Proposal = {
  ...open,
  answer: { kind: 'agreed', by: colleague.userId, on: '2026-03-03', effectiveFrom: '2026-03-06' },
};
const refused: Proposal = {
  ...open,
  answer: { kind: 'refused', by: colleague.userId, on: '2026-03-03', reason: '账号与开户许可证不符' },
};

describe('a proposal', () => {
  it.each([
    [open, '2026-03-31', 'open'],
    [open, '2026-04-01', 'lapsed'],
    [agreed, '2026-03-05', 'waiting'],
    [agreed, '2026-03-06', 'in-force'],
    [refused, '2026-03-06', 'refused'],
  ])('%j stands on %s as %s', (proposal, on, standing) => {
    expect(proposalStanding(proposal, on)).toBe(standing);
  });

  it('is agreed to and refused by a second person only', () => {
    expect(agreementRefusal(open, colleague, '2026-03-31')).toBeNull();
    expect(agreementRefusal(open, proposer, '2026-03-03')?.code).toBe('SAME_PERSON');
    expect(objectionRefusal(open, proposer, '2026-03-03')?.code).toBe('SAME_PERSON');
    expect(objectionRefusal(open, colleague, '2026-03-03')).toBeNull();
  });

  it('can be stopped while it waits, and no longer once it is in force', () => {
    expect(objectionRefusal(agreed, colleague, '2026-03-05')).toBeNull();
    expect(withdrawalRefusal(agreed, proposer, '2026-03-05')).toBeNull();
    expect(objectionRefusal(agreed, colleague, '2026-03-06')?.code).toBe('ALREADY_DECIDED');
    expect(withdrawalRefusal(agreed, proposer, '2026-03-06')?.code).toBe('ALREADY_DECIDED');
  });

  it('takes no answer once it has lapsed or was answered', () => {
    expect(agreementRefusal(open, colleague, '2026-04-01')?.code).toBe('ALREADY_DECIDED');
    expect(agreementRefusal(agreed, colleague, '2026-03-04')?.code).toBe('ALREADY_DECIDED');
    expect(agreementRefusal(refused, colleague, '2026-03-04')?.code).toBe('ALREADY_DECIDED');
  });

  it('is taken back by its proposer alone', () => {
    expect(withdrawalRefusal(open, colleague, '2026-03-03')?.code).toBe('NOT_YOUR_OFFICE');
    expect(withdrawalRefusal(open, proposer, '2026-03-03')).toBeNull();
  });
});
