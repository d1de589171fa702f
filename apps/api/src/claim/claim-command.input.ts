import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from '../command/command-input.js';
import { ValueKind } from '../graphql/values/value-kind.js';

@InputType({ isAbstract: true })
export abstract class ClaimCommandInput extends CommandInput {
  @Field(() => ID, { description: "The claim's number." })
  @ValueKind('reference')
  claim!: string;
}
