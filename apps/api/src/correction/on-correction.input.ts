import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from '../command/command-input.js';
import { ValueKind } from '../graphql/values/value-kind.js';

/** What every answer to a proposed correction is about. */
@InputType({ isAbstract: true })
export abstract class OnCorrectionInput extends CommandInput {
  @Field(() => ID, { description: "The event's place in the city's log." })
  @ValueKind('position')
  position!: string;

  @Field(() => ID, { description: 'Id of the proposal that you have seen.' })
  @ValueKind('uuid')
  proposal!: string;
}
