import { Field, InputType } from '@nestjs/graphql';
import { UserDetailsInput } from '../user-details.input.js';
import { ValueKind } from '../../../graphql/values/value-kind.js';

@InputType()
export class CreateUserInput extends UserDetailsInput {
  @Field()
  @ValueKind('line')
  username!: string;

  @Field()
  @ValueKind('password')
  password!: string;
}
