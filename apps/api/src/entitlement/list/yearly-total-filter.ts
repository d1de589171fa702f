import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType({ description: 'All that is given must hold.' })
export class YearlyTotalFilter {
  @Field(() => ID, { nullable: true })
  uscc?: string | null;

  @Field(() => ID, { nullable: true })
  measure?: string | null;

  @Field(() => Int, { nullable: true })
  year?: number | null;
}
