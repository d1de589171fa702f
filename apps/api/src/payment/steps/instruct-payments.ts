import { initialEntitlement, type ClaimCommand, type Decision } from '@duixian/casework';
import { payeeOn } from '@duixian/registry';
import { decideInstruction, type DomainEvent } from '@duixian/treasury';
import { Injectable } from '@nestjs/common';
import type { StepDecision } from '../../claim/steps/claim-step.js';
import { stepToldNothing } from '../../claim/steps/told.js';
import type { Records } from '../../command/records.js';
import { exclusionsOf } from '../../exclusion/exclusion-records.js';
import { Law } from '../../policy/law/law.js';

@Injectable()
class InstructionDecision implements StepDecision<ClaimCommand> {
  constructor(private readonly law: Law) {}

  async decide(records: Records, command: ClaimCommand): Promise<Decision<DomainEvent>> {
    const claim = await records.claim(command.claim);
    const catalogue = this.law.ofClaim(command.tenant, claim);
    const [entitlement, accounts, enterprise, papers, lists, exclusions] = await Promise.all([
      claim === null ? initialEntitlement : records.entitlement(claim.uscc),
      claim === null ? [] : records.accounts(claim.uscc),
      claim === null ? null : records.enterprise(claim.uscc),
      records.papers(claim, catalogue),
      records.listsOf(claim),
      exclusionsOf(records, claim, catalogue, { step: 'instruction', on: command.on }),
    ]);
    const payee = payeeOn(accounts, command.on);
    const grounds = { entitlement, enterprise, payee, catalogue, papers, lists, exclusions };
    return decideInstruction({ command, claim, ...grounds });
  }
}

export const instructPayments = stepToldNothing('INSTRUCT', InstructionDecision);
