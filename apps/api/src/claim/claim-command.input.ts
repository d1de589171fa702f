import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from '../command/command-input.js';
import { ValueKind } from '../graphql/values/value-kind.js';

@InputType({ description: 'What you looked at before you took a step. It goes on record with it.' })
export class SeenInput {
  @Field(() => ID, { description: '`Claim.position` of the page.' })
  @ValueKind('position')
  position!: string;

  @Field({ description: '`version` of the policy of `Claim.measure`, as it was shown.' })
  @ValueKind('reference')
  policyVersion!: string;
}

@InputType({ isAbstract: true })
export abstract class ClaimCommandInput extends CommandInput {
  @Field(() => ID, { description: "The claim's number." })
  @ValueKind('reference')
  claim!: string;

  @Field(() => SeenInput, {
    nullable: true,
    description:
      'What you looked at: where the claim has changed since, or another version decides it, the step is refused (CHANGED_SINCE). Left out, it is decided on what stands now.',
  })
  seen?: SeenInput | null;
}
