import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PlainDate } from '../../graphql/scalars/plain-date.js';

@ObjectType({ description: 'On what an office agreed to a claim (附条件同意), and what meets it.' })
export class ClaimCondition {
  @Field(() => ID, { description: 'Tells it from the claim’s others.' })
  key!: string;

  @Field({ description: 'What it asks for.' })
  text!: string;

  @Field({ description: 'Who agreed on it, as he was called then.' })
  by!: string;

  @Field(() => String, { nullable: true, description: 'His department; null of a finance bureau.' })
  department!: string | null;

  @Field(() => PlainDate, { description: 'When.' })
  on!: string;

  @Field(() => String, {
    nullable: true,
    description: 'In what way it is met, as the determination says; null until then.',
  })
  met!: string | null;
}
