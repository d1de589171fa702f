import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Refusal } from '../../graphql/refusal/refusal.js';

@ObjectType({ description: 'What became of one claim of a set.' })
export class BulkItem {
  @Field(() => ID, { description: "The claim's number." })
  claim!: string;

  @Field(() => Refusal, { nullable: true, description: 'Why it was refused; null where it is on record.' })
  refusal!: Refusal | null;
}

@ObjectType({ description: 'What became of a set, or of the part of it that was sent.' })
export class BulkDone {
  @Field(() => [BulkItem], { description: 'Claim by claim, in the order in which they were sent.' })
  items!: BulkItem[];
}
