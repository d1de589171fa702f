import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'All that is given must hold.' })
export class YearlyTotalFilter {
  @Field(() => ID, { nullable: true, description: 'An enterprise’s unified social credit code.' })
  @ValueKind('uscc')
  uscc?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of a measure: the legal basis.' })
  @ValueKind('reference')
  measure?: string | null;

  @Field(() => Int, { nullable: true, description: 'Programme year.' })
  @ValueKind('year')
  year?: number | null;
}
