import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from '../../../command/command-input.js';
import { ValueKind } from '../../../graphql/values/value-kind.js';

@InputType({ description: 'Which proposal about a version is answered.' })
export class PolicyVersionProposalInput extends CommandInput {
  @Field(() => ID, { description: 'The policy.' })
  @ValueKind('reference')
  policy!: string;

  @Field(() => ID, { description: 'The proposal that you have seen.' })
  @ValueKind('uuid')
  proposal!: string;
}

@InputType({ description: 'Which proposal about a version is refused, and why.' })
export class RefusePolicyVersionInput extends PolicyVersionProposalInput {
  @Field({ description: 'Goes on record: 1 to 500 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}
