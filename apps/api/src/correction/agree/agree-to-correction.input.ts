import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'Which proposed correction is agreed to.' })
export class AgreeToCorrectionInput extends CommandInput {
  @Field(() => ID, { description: "The event's place in the city's log." })
  @ValueKind('position')
  position!: string;

  @Field(() => ID, { description: 'Id of the proposal that you have seen.' })
  @ValueKind('uuid')
  proposal!: string;
}
