import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'Which proposed correction is taken back.' })
export class WithdrawCorrectionInput extends CommandInput {
  @Field(() => ID, { description: "The event's place in the city's log." })
  @ValueKind('position')
  position!: string;

  @Field(() => ID, { description: 'Id of your proposal.' })
  @ValueKind('uuid')
  proposal!: string;
}
