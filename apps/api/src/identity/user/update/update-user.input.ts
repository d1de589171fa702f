import { Field, ID, InputType } from '@nestjs/graphql';
import { UserDetailsInput } from '../user-details.input.js';

@InputType()
export class UpdateUserInput extends UserDetailsInput {
  @Field(() => ID)
  id!: string;
}
