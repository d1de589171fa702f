import {
  decideDetermination,
  initialEntitlement,
  programmeAccounts,
  type ClaimCommand,
  type ClaimState,
  type Decision,
} from '@duixian/casework';
import type { Catalogue } from '@duixian/policy';
import type { DomainEvent } from '@duixian/treasury';
import { Injectable } from '@nestjs/common';
import type { Records } from '../../command/records.js';
import { Law } from '../../policy/law/law.js';
import { VersionUse } from '../../policy/law/version-use.js';
import type { StepDecision } from './claim-step.js';
import { LoanLimits } from './loan-limits.js';
import { stepToldNothing } from './told.js';

@Injectable()
class DeterminationDecision implements StepDecision<ClaimCommand> {
  constructor(
    private readonly law: Law,
    private readonly use: VersionUse,
    private readonly loanLimits: LoanLimits,
  ) {}

  async decide(records: Records, command: ClaimCommand): Promise<Decision<DomainEvent>> {
    const claim = await records.claim(command.claim);
    const catalogue = this.law.ofClaim(command.tenant, claim);
    const programme = await records.guards(programmeOf(claim, catalogue));
    const [entitlement, papers, lists, others, round] = await Promise.all([
      claim === null ? initialEntitlement : records.entitlement(claim.uscc),
      records.papers(claim, catalogue),
      records.listsOf(claim),
      this.loanLimits.besides(records, claim, catalogue),
      records.roundOf(claim),
    ]);
    return this.use.bind(
      { records, command, catalogue },
      decideDetermination({ command, claim, entitlement, programme, catalogue, papers, lists, others, round }),
    );
  }
}

function programmeOf(claim: ClaimState, catalogue: Catalogue): readonly string[] {
  return claim === null ? [] : programmeAccounts(catalogue, claim.measure, claim.year);
}

export const determineClaim = stepToldNothing('DETERMINE', DeterminationDecision);
