import { Field, InputType } from '@nestjs/graphql';
import { UserDetailsInput } from '../user-details.input.js';

@InputType()
export class CreateUserInput extends UserDetailsInput {
  @Field()
  username!: string;

  @Field()
  password!: string;
}
