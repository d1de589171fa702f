import { describe, expect, it } from '@jest/globals';
import { fen } from '@duixian/money';
import {
  catalogue,
  CLAIM,
  claimAfter,
  clerk,
  command,
  COUNTY,
  enterprise,
  invoice,
  otherClerk,
  RENTAL,
  recordedBy,
  refusalBy,
  returned,
  reviewer,
  statedInvoice,
  submitted,
  accepted,
  USCC,
} from '../../spec/fixtures.spec.js';
import type { ResubmitClaim } from '../claim-command.js';
import { evolveClaim } from '../claim.js';
import { decideResubmission } from './resubmission.js';

const anew: ResubmitClaim = {
  ...command(otherClerk, '2026-03-09'),
  claim: CLAIM,
  occurredOn: '2025-11-30',
  subject: null,
  facts: { serviceFee: '900000.00' },
  requestedAmount: fen(27_000_000n),
  evidence: [statedInvoice('25352000000000000002')],
  answers: [],
};

const sellersOnRecord = new Set<string>();

describe('resubmission', () => {
  const claim = claimAfter(submitted(), accepted, returned);

  it('states no fact of a day that is yet to come', () => {
    const spunOff = claimAfter(submitted({ measure: 'jinjiang-2025-6/4.2' }), accepted, returned);
    const facts = { origin: 'spunOff', registeredOn: '2025-01-06', includedOn: '2026-03-10' };
    const decision = decideResubmission({
      command: { ...anew, facts },
      claim: spunOff,
      enterprise,
      catalogue,
      sellersOnRecord,
    });
    expect(decision).toMatchObject({
      refusal: { problems: expect.arrayContaining([expect.objectContaining({ field: 'facts.includedOn' })]) },
    });
  });

  it('states a returned claim anew and claims the new evidence', () => {
    const application = {
      division: COUNTY,
      policyVersion: catalogue.measure(RENTAL)?.policy.version,
      occurredOn: '2025-11-30',
      subject: null,
      facts: { serviceFee: '900000.00' },
      requestedAmount: '270000.00',
      evidence: [invoice('25352000000000000002')],
    };
    expect(recordedBy(decideResubmission({ command: anew, claim, enterprise, catalogue, sellersOnRecord }))).toEqual({
      [`claim-${CLAIM}`]: [{ type: 'ClaimResubmitted', data: application }],
      'evidence-invoice-25352000000000000002': [
        {
          type: 'EvidenceClaimed',
          data: {
            claim: CLAIM,
            measure: RENTAL,
            uscc: USCC,
            matter: { year: 2025, subject: null, overlaps: false },
            parties: null,
          },
        },
      ],
    });
  });

  it('begins the claim’s life again under the same number', () => {
    const decision = decideResubmission({ command: anew, claim, enterprise, catalogue, sellersOnRecord });
    const [first] = decision.ok ? decision.streams : [];
    const [resubmitted] = first?.events ?? [];
    if (resubmitted?.type !== 'ClaimResubmitted') throw new Error('No resubmission.');
    expect(evolveClaim(claim, resubmitted)).toMatchObject({
      id: CLAIM,
      status: 'submitted',
      measure: RENTAL,
      requestedAmount: 27_000_000n,
      lastActor: 'other-clerk',
    });
  });

  it.each([
    ['INVALID_INPUT', 'facts.serviceFee', { ...anew, facts: { serviceFee: 'much' } }, claim],
    ['INVALID_INPUT', 'occurredOn', { ...anew, occurredOn: '2026-01-01' }, claim],
    ['NOT_YOUR_OFFICE', null, { ...anew, ...command(reviewer) }, claim],
    ['NOT_YOUR_TURN', null, anew, claimAfter(submitted())],
    ['ALREADY_DECIDED', null, anew, claimAfter(submitted(), accepted)],
    ['NOT_FOUND', 'claim', anew, null],
  ])('refuses with %s', (code, field, resubmit, state) => {
    expect(
      refusalBy(decideResubmission({ command: resubmit, claim: state, enterprise, catalogue, sellersOnRecord })),
    ).toEqual({
      code,
      field,
    });
  });

  it('refuses whoever returned it', () => {
    const byClerk = claimAfter(submitted(), {
      ...returned,
      meta: { ...returned.meta, actor: { ...returned.meta.actor, userId: clerk.userId } },
    });
    expect(
      refusalBy(
        decideResubmission({
          command: { ...anew, ...command(clerk) },
          claim: byClerk,
          enterprise,
          catalogue,
          sellersOnRecord,
        }),
      ),
    ).toEqual({ code: 'SAME_PERSON', field: null });
  });
});
