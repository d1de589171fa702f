import { Field, ObjectType } from '@nestjs/graphql';
import { PlainDate } from '../graphql/scalars/plain-date.js';

@ObjectType({ description: "A department of a division's government, as documents name it." })
export class Department {
  @Field({ description: 'Its name in Chinese.' })
  name!: string;

  @Field(() => PlainDate, { nullable: true, description: 'First day, where it is on record.' })
  from!: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'First day on which it was no longer there.' })
  to!: string | null;

  @Field(() => String, { nullable: true, description: 'The department that goes on with its work.' })
  successor!: string | null;
}
