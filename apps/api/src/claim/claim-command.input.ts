import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from '../command/command-input.js';

@InputType({ isAbstract: true })
export abstract class ClaimCommandInput extends CommandInput {
  @Field(() => ID, { description: "The claim's number." })
  claim!: string;
}
