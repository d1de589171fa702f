import { initialEntitlement, type ClaimCommand, type Decision } from '@duixian/casework';
import { payeeOn } from '@duixian/registry';
import { decideInstruction, type DomainEvent } from '@duixian/treasury';
import { Injectable } from '@nestjs/common';
import type { StepDecision } from '../../claim/steps/claim-step.js';
import { stepToldNothing } from '../../claim/steps/told.js';
import type { Records } from '../../command/records.js';
import { Law } from '../../policy/law/law.js';

@Injectable()
class InstructionDecision implements StepDecision<ClaimCommand> {
  constructor(private readonly law: Law) {}

  async decide(records: Records, command: ClaimCommand): Promise<Decision<DomainEvent>> {
    const claim = await records.claim(command.claim);
    const catalogue = this.law.ofClaim(command.tenant, claim);
    const entitlement = claim === null ? initialEntitlement : await records.entitlement(claim.uscc);
    const accounts = claim === null ? [] : await records.accounts(claim.uscc);
    const payee = payeeOn(accounts, command.on);
    const enterprise = claim === null ? null : await records.enterprise(claim.uscc);
    const lists = await records.listsOf(claim);
    return decideInstruction({ command, claim, entitlement, enterprise, payee, catalogue, lists });
  }
}

export const instructPayments = stepToldNothing('INSTRUCT', InstructionDecision);
