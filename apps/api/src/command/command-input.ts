import { Field, ID, InputType } from '@nestjs/graphql';
import { ValueKind } from '../graphql/values/value-kind.js';

/** For the schema. */
export const COMMAND_ID =
  'A UUID of the sender: the same command sent again with it takes effect once. Required with a token (Authorization: Bearer).';

@InputType({ isAbstract: true })
export abstract class CommandInput {
  @Field(() => ID, {
    nullable: true,
    description: COMMAND_ID,
  })
  @ValueKind('uuid')
  commandId?: string | null;
}
