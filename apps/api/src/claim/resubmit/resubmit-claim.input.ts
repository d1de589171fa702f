import { Field, ID, InputType } from '@nestjs/graphql';
import { ApplicationInput } from '../submit/application.input.js';

@InputType()
export class ResubmitClaimInput extends ApplicationInput {
  @Field(() => ID, { description: "The claim's number." })
  claim!: string;
}
