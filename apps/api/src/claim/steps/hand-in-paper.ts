import { decideHandingIn, evidenceOf, handedIn, stepOf, type Decision, type HandInPaper } from '@duixian/casework';
import type { DomainEvent } from '@duixian/treasury';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import type { Records } from '../../command/records.js';
import { Law } from '../../policy/law/law.js';
import { ClaimCommandInput } from '../claim-command.input.js';
import { EvidenceInput } from '../submit/application.input.js';
import { parseEvidence } from '../submit/parse-application.js';
import { claimStep, type StepDecision } from './claim-step.js';

@InputType({ description: stepOf('HAND_IN').schema.input })
class HandInPaperInput extends ClaimCommandInput {
  @Field(() => EvidenceInput, { description: 'The paper: of a kind that is still to come.' })
  evidence!: EvidenceInput;
}

@Injectable()
class HandingInDecision implements StepDecision<HandInPaper> {
  constructor(private readonly law: Law) {}

  async decide(records: Records, command: HandInPaper): Promise<Decision<DomainEvent>> {
    const claim = await records.claim(command.claim);
    const catalogue = this.law.ofClaim(command.tenant, claim);
    const entries = await records.entriesNamed({ evidence: [command.evidence] }, claim?.uscc ?? '');
    const documents = claim === null ? [] : evidenceOf(handedIn(command, claim, catalogue, entries).evidence);
    const own = claim === null ? null : { ...claim, evidence: documents };
    const evidence = await records.evidence(own, catalogue);
    const former = await records.formerClaims(own, evidence);
    return decideHandingIn({ command, claim, catalogue, evidence, former, entries });
  }
}

export const handInPaper = claimStep<HandInPaper, HandInPaperInput>('HAND_IN', {
  input: HandInPaperInput,
  request: (origin, { claim, evidence }) => ({ ...origin, claim, evidence: parseEvidence(evidence) }),
  decision: HandingInDecision,
});
