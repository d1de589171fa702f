import { Field, ObjectType } from '@nestjs/graphql';
import { Bilingual } from '../../graphql/bilingual.js';

@ObjectType({ description: 'A reading of words that are open to two: auditors read these first.' })
export class Interpretation {
  @Field(() => [String], { description: 'The words, as printed.' })
  quotes!: readonly string[];

  @Field(() => Bilingual)
  taken!: Bilingual;

  @Field(() => Bilingual)
  other!: Bilingual;

  @Field(() => Bilingual)
  why!: Bilingual;
}
