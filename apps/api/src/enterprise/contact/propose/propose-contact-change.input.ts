import { Field, ID, InputType } from '@nestjs/graphql';
import { COMMAND_ID } from '../../../command/command-input.js';
import { ContactInput } from '../contact.input.js';
import { ValueKind } from '../../../graphql/values/value-kind.js';

@InputType()
export class ProposeContactChangeInput extends ContactInput {
  @Field(() => ID)
  @ValueKind('uscc')
  uscc!: string;

  @Field(() => ID, {
    nullable: true,
    description: COMMAND_ID,
  })
  @ValueKind('uuid')
  commandId?: string | null;
}
