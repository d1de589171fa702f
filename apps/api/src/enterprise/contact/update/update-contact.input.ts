import { Field, ID, InputType } from '@nestjs/graphql';
import { ContactInput } from '../contact.input.js';

@InputType()
export class UpdateContactInput extends ContactInput {
  @Field(() => ID)
  uscc!: string;
}
