import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ApplicationInput } from './application.input.js';

@InputType()
export class SubmitClaimInput extends ApplicationInput {
  @Field(() => ID)
  uscc!: string;

  @Field(() => ID)
  measure!: string;

  @Field(() => Int, { description: 'Programme year.' })
  year!: number;
}
