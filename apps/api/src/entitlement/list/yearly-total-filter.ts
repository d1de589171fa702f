import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'All that is given must hold.' })
export class YearlyTotalFilter {
  @Field(() => ID, { nullable: true })
  @ValueKind('uscc')
  uscc?: string | null;

  @Field(() => ID, { nullable: true })
  @ValueKind('reference')
  measure?: string | null;

  @Field(() => Int, { nullable: true })
  @ValueKind('year')
  year?: number | null;
}
