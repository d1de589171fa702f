import { Field, ID, InputType } from '@nestjs/graphql';
import { COMMAND_ID } from '../../../command/command-input.js';
import { ContactInput } from '../contact.input.js';
import { ValueKind } from '../../../graphql/values/value-kind.js';

@InputType({ description: 'Whom to call from now on (联系方式).' })
export class ProposeContactChangeInput extends ContactInput {
  @Field(() => ID, { description: 'The enterprise.' })
  @ValueKind('uscc')
  uscc!: string;

  @Field(() => ID, {
    nullable: true,
    description: COMMAND_ID,
  })
  @ValueKind('uuid')
  commandId?: string | null;
}
