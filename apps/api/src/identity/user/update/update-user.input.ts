import { Field, ID, InputType } from '@nestjs/graphql';
import { UserDetailsInput } from '../user-details.input.js';
import { ValueKind } from '../../../graphql/values/value-kind.js';

@InputType()
export class UpdateUserInput extends UserDetailsInput {
  @Field(() => ID)
  @ValueKind('reference')
  id!: string;
}
