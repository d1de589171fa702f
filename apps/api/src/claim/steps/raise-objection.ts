import {
  decideRaisedObjection,
  invalidInput,
  stepOf,
  type ClaimCommand,
  type Decision,
  type ObjectorKind,
  type RaiseObjection,
} from '@duixian/casework';
import type { DomainEvent } from '@duixian/treasury';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { Records } from '../../command/records.js';
import { checkContact } from '../../enterprise/contact/contact-details.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { Law } from '../../policy/law/law.js';
import { ClaimCommandInput } from '../claim-command.input.js';
import { ObjectorKindEnum } from '../objection/objection.type.js';
import { ObjectorStore, type ObjectorDetails } from '../objection/objector-store.js';
import { SeenCheck } from '../seen-check.js';
import { executedStep, type StepExecution } from './claim-step.js';

@InputType({ description: 'Who objects (异议人). Kept outside the log, where it can be erased.' })
class ObjectorInput {
  @Field(() => ObjectorKindEnum, { description: 'A person or a unit.' })
  kind!: ObjectorKind;

  @Field({ description: 'Real name of the person, or name of the unit.' })
  @ValueKind('name')
  name!: string;

  @Field({ description: 'Telephone number, with its area code.' })
  @ValueKind('line')
  phone!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the seal of the unit stands on it (加盖公章).' })
  sealed!: boolean;
}

@InputType({ description: stepOf('RAISE_OBJECTION').schema.input })
class RaiseObjectionInput extends ClaimCommandInput {
  @Field(() => PlainDate, { description: 'Day on which the window received it: it decides whether it came in time.' })
  receivedOn!: string;

  @Field(() => ObjectorInput, { nullable: true, description: 'Left out where it is anonymous.' })
  objector?: ObjectorInput | null;

  @Field({ description: 'What is objected. Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  what!: string;

  @Field(() => String, { nullable: true, description: 'The papers that are named for it. Goes on record.' })
  @ValueKind('paragraph')
  evidence?: string | null;
}

/** As it is sent: who objects is apart from what is decided, so that not even a hash of it alone stays in the log. */
interface SentObjection extends ClaimCommand {
  readonly receivedOn: string;
  readonly objector: (ObjectorDetails & { readonly sealed: boolean }) | null;
  readonly what: string;
  readonly evidence: string | null;
}

@Injectable()
class ObjectionExecution implements StepExecution<SentObjection> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly seen: SeenCheck,
    private readonly law: Law,
    private readonly objectors: ObjectorStore,
  ) {}

  async execute({ objector, ...sent }: SentObjection): Promise<Outcome> {
    const { tenant, commandId, claim } = sent;
    if (objector === null) return this.record({ ...sent, by: null, sealed: false });
    const { kind, sealed, name, phone } = objector;
    const checked = checkContact({ name, phone, email: null }, 'objector.');
    if ('problems' in checked) return { ok: false, refusal: invalidInput(checked.problems) };
    const by = await this.objectors.keep(tenant, commandId, claim, { kind, ...checked.contact });
    const outcome = await this.record({ ...sent, by, sealed });
    if (!outcome.ok) await this.objectors.drop(tenant, commandId);
    return outcome;
  }

  private record(request: RaiseObjection): Promise<Outcome> {
    return this.runner.run(stepOf('RAISE_OBJECTION').mutation, request, async (records, command) =>
      this.seen.bind(records, command, await this.decide(records, command)),
    );
  }

  private async decide(records: Records, command: RaiseObjection): Promise<Decision<DomainEvent>> {
    const claim = await records.claimWithPayments(command.claim);
    return decideRaisedObjection({ command, claim, catalogue: this.law.ofClaim(command.tenant, claim) });
  }
}

export const raiseObjection = executedStep<SentObjection, RaiseObjectionInput>('RAISE_OBJECTION', {
  input: RaiseObjectionInput,
  request: (origin, { claim, receivedOn, objector, what, evidence }) => ({
    ...origin,
    ...{ claim, receivedOn, what },
    objector: objector ?? null,
    evidence: evidence == null || evidence.trim() === '' ? null : evidence,
  }),
  execution: ObjectionExecution,
});
