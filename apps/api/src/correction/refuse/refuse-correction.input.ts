import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'Which proposed correction is refused, and why.' })
export class RefuseCorrectionInput extends CommandInput {
  @Field(() => ID, { description: "The event's place in the city's log." })
  @ValueKind('position')
  position!: string;

  @Field(() => ID, { description: 'Id of the proposal that you have seen.' })
  @ValueKind('uuid')
  proposal!: string;

  @Field({ description: 'Why not.' })
  @ValueKind('paragraph')
  reason!: string;
}
