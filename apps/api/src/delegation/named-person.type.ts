import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Somebody on record, as he was called then.' })
export class NamedPerson {
  @Field(() => ID, { description: 'User id.' })
  userId!: string;

  @Field({ description: 'His own in all cities, where names can be alike.' })
  username!: string;

  @Field({ description: 'Name.' })
  displayName!: string;
}
