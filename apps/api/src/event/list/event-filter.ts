import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'All that is given must hold.' })
export class EventFilter {
  @Field(() => String, { nullable: true, description: 'Whole name of a stream.' })
  stream?: string | null;

  @Field(() => String, { nullable: true })
  type?: string | null;

  @Field(() => ID, { nullable: true, description: 'A claim, with its payments.' })
  claim?: string | null;
}
