import { Field, ID, InputType } from '@nestjs/graphql';
import { ContactInput } from '../contact.input.js';
import { ValueKind } from '../../../graphql/values/value-kind.js';

@InputType()
export class UpdateContactInput extends ContactInput {
  @Field(() => ID)
  @ValueKind('uscc')
  uscc!: string;
}
