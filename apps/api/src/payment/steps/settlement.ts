import { lineAccount, type ClaimCommand, type ClaimState, type Decision } from '@duixian/casework';
import type { Catalogue } from '@duixian/policy';
import {
  decideSettlement,
  decideSettlementProposal,
  decideSettlementRefusal,
  type DomainEvent,
  type Payment,
} from '@duixian/treasury';
import { Injectable, type Type } from '@nestjs/common';
import type { StepDecision } from '../../claim/steps/claim-step.js';
import { stepToldNothing, stepToldReason } from '../../claim/steps/told.js';
import type { Records } from '../../command/records.js';
import { Law } from '../../policy/law/law.js';

interface SettlementFile {
  readonly claim: ClaimState;
  readonly payments: readonly Payment[];
  readonly catalogue: Catalogue;
}

/** Rests on the claim and its payments. */
function onPayments<Request extends ClaimCommand>(
  decide: (input: SettlementFile & { readonly command: Request }) => Decision<DomainEvent>,
): Type<StepDecision<Request>> {
  @Injectable()
  class SettlementDecision implements StepDecision<Request> {
    constructor(private readonly law: Law) {}

    async decide(records: Records, command: Request): Promise<Decision<DomainEvent>> {
      const claim = await records.claim(command.claim);
      const payments = await paymentsOf(records, claim);
      return decide({ command, claim, payments, catalogue: this.law.ofClaim(command.tenant, claim) });
    }
  }
  return SettlementDecision;
}

/** The guards of their lines are read before them. */
async function paymentsOf(records: Records, claim: ClaimState): Promise<Payment[]> {
  const ids = claim?.payments ?? [];
  await records.guards(ids.map(lineAccount));
  const payments = await Promise.all(ids.map((payment) => records.payment(payment)));
  return payments.filter((payment) => payment !== null);
}

export const proposeSettlement = stepToldReason('SETTLE', onPayments(decideSettlementProposal));
export const agreeSettlement = stepToldNothing('AGREE_SETTLEMENT', onPayments(decideSettlement));
export const refuseSettlement = stepToldReason('REFUSE_SETTLEMENT', onPayments(decideSettlementRefusal));
