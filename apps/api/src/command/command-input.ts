import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ isAbstract: true })
export abstract class CommandInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID of the sender: the same command sent again with it takes effect once.',
  })
  commandId?: string | null;
}
