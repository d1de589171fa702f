import { Field, ObjectType } from '@nestjs/graphql';
import { Bilingual } from '../../graphql/bilingual.js';

@ObjectType({ description: 'A reading of words that are open to two: auditors read these first.' })
export class Interpretation {
  @Field(() => [String], { description: 'The words, as printed.' })
  quotes!: readonly string[];

  @Field(() => Bilingual, { description: 'The reading by which sums are reckoned.' })
  taken!: Bilingual;

  @Field(() => Bilingual, { description: 'The reading that was not taken.' })
  other!: Bilingual;

  @Field(() => Bilingual, { description: 'Why it was taken.' })
  why!: Bilingual;
}
