import type { MachineAct, MachineRead } from '@duixian/office';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { MachineActEnum, MachineReadEnum } from './machine.type.js';

@InputType({ description: 'The account of a machine, as it is to be.' })
export class ProposeMachineAccountInput extends CommandInput {
  @Field(() => ID, { nullable: true, description: 'Whose terms are to change; left out for a new account.' })
  @ValueKind('uuid')
  machine?: string | null;

  @Field({ description: 'What it is called.' })
  @ValueKind('name')
  name!: string;

  @Field({ description: 'The unit that answers for it.' })
  @ValueKind('line')
  owner!: string;

  @Field({ description: 'What it is for.' })
  @ValueKind('paragraph')
  purpose!: string;

  @Field(() => [MachineActEnum], { description: 'What it may do.' })
  acts!: MachineAct[];

  @Field(() => [MachineReadEnum], { description: 'What it may read.' })
  reads!: MachineRead[];

  @Field(() => [String], { nullable: true, description: 'Codes of divisions; left out for the whole city.' })
  @ValueKind('division')
  divisions?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of measures; left out for all of them.' })
  @ValueKind('reference')
  measures?: string[] | null;

  @Field(() => PlainDate, { description: 'Last day on which its keys are taken: within a year.' })
  endsOn!: string;

  @Field(() => Int, { description: 'Requests in a minute: 1 to 600.' })
  @ValueKind('whole')
  perMinute!: number;

  @Field({ description: 'Why: it goes on record.' })
  @ValueKind('paragraph')
  reason!: string;
}

@InputType({ isAbstract: true })
abstract class OnMachineInput extends CommandInput {
  @Field(() => ID, { description: 'The account of the machine.' })
  @ValueKind('uuid')
  machine!: string;
}

@InputType({ isAbstract: true })
abstract class OnMachineProposalInput extends OnMachineInput {
  @Field(() => ID, { description: 'The proposal.' })
  @ValueKind('reference')
  proposal!: string;
}

@InputType({ description: 'A proposal that you agree to.' })
export class AgreeToMachineAccountInput extends OnMachineProposalInput {}

@InputType({ description: 'A proposal that you refuse.' })
export class RefuseMachineAccountInput extends OnMachineProposalInput {
  @Field({ description: 'Why: it goes on record.' })
  @ValueKind('paragraph')
  reason!: string;
}

@InputType({ description: 'A proposal of your own that you take back.' })
export class WithdrawMachineAccountInput extends OnMachineProposalInput {}

@InputType({ description: 'An account of a machine that is shut for good, with all its keys.' })
export class ShutMachineAccountInput extends OnMachineInput {
  @Field({ description: 'Why: it goes on record.' })
  @ValueKind('paragraph')
  reason!: string;
}

@InputType({ description: 'A key for a machine.' })
export class IssueApiKeyInput extends OnMachineInput {
  @Field(() => Int, {
    defaultValue: 24,
    description: 'Hours for which the key before it is still taken: 0 to 168.',
  })
  @ValueKind('whole')
  overlapHours!: number;
}

@InputType({ description: 'A key that is revoked at once.' })
export class RevokeApiKeyInput extends OnMachineInput {
  @Field(() => ID, { description: 'The key, as the list names it.' })
  @ValueKind('uuid')
  key!: string;

  @Field({ description: 'Why: it goes on record.' })
  @ValueKind('paragraph')
  reason!: string;
}
