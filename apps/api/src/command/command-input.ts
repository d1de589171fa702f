import { Field, ID, InputType } from '@nestjs/graphql';
import { ValueKind } from '../graphql/values/value-kind.js';

@InputType({ isAbstract: true })
export abstract class CommandInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID of the sender: the same command sent again with it takes effect once.',
  })
  @ValueKind('uuid')
  commandId?: string | null;
}
