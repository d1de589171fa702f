import { decideForward, recusedFrom, stepOf, type Decision, type ForwardStep, type Receiver } from '@duixian/casework';
import type { DomainEvent } from '@duixian/treasury';
import { Injectable } from '@nestjs/common';
import { Field, ID, InputType } from '@nestjs/graphql';
import type { Records } from '../../command/records.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { Law } from '../../policy/law/law.js';
import { ClaimCommandInput } from '../claim-command.input.js';
import { Colleagues } from '../assignment/colleagues.js';
import { claimStep, type StepDecision } from './claim-step.js';

@InputType({ description: stepOf('FORWARD_STEP').schema.input })
class ForwardStepInput extends ClaimCommandInput {
  @Field(() => ID, { description: 'Which of `Claim.route.steps`, by its key.' })
  @ValueKind('reference')
  step!: string;

  @Field({ description: 'The department that takes it, of the same division, as documents name it.' })
  @ValueKind('name')
  department!: string;

  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

@Injectable()
class ForwardDecision implements StepDecision<ForwardStep> {
  constructor(
    private readonly law: Law,
    private readonly officials: Colleagues,
  ) {}

  async decide(records: Records, command: ForwardStep): Promise<Decision<DomainEvent>> {
    const { tenant, step: key } = command;
    const claim = await records.claim(command.claim);
    const catalogue = this.law.ofClaim(tenant, claim);
    const step = claim?.route?.stages.flatMap(({ steps }) => steps).find((each) => each.key === key);
    const department = command.department.trim();
    const ids = step === undefined ? [] : await this.officials.reviewersOf(tenant, step.office.division, department);
    const matter = { claim: command.claim, uscc: claim?.uscc ?? '' };
    return decideForward({ command, claim, catalogue, receivers: await receiversAmong(ids, matter, records) });
  }
}

/** Reviewers as far as one is found who takes part in the claim: the others are not looked at. */
async function receiversAmong(
  ids: readonly string[],
  matter: { readonly claim: string; readonly uscc: string },
  records: Records,
): Promise<Receiver[]> {
  const receivers: Receiver[] = [];
  for (const id of ids) {
    const recused = recusedFrom(await records.recusalsOf(id), matter) !== undefined;
    receivers.push({ recused });
    if (!recused) break;
  }
  return receivers;
}

export const forwardStep = claimStep<ForwardStep, ForwardStepInput>('FORWARD_STEP', {
  input: ForwardStepInput,
  request: (origin, { claim, step, department, reason }) => ({ ...origin, claim, step, department, reason }),
  decision: ForwardDecision,
});
