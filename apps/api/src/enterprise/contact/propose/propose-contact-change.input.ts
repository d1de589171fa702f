import { Field, ID, InputType } from '@nestjs/graphql';
import { ContactInput } from '../contact.input.js';
import { ValueKind } from '../../../graphql/values/value-kind.js';

@InputType()
export class ProposeContactChangeInput extends ContactInput {
  @Field(() => ID)
  @ValueKind('uscc')
  uscc!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A UUID of the sender: the same command sent again with it takes effect once.',
  })
  @ValueKind('uuid')
  commandId?: string | null;
}
