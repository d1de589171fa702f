import type { Fen } from '@duixian/money';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Claim } from '../../../claim/read/claim.type.js';
import { Bilingual } from '../../../graphql/bilingual.js';
import { Money } from '../../../graphql/scalars/money.js';

@ObjectType({ description: 'A claim that comes out differently by another version. Nothing is changed by asking.' })
export class PolicyVersionEffect {
  @Field(() => Claim, { description: 'The claim.' })
  claim!: Claim;

  @Field(() => Boolean, {
    description: 'Whether it is determined: then it stays as it is, whatever becomes of the version.',
  })
  isDetermined!: boolean;

  @Field(() => Money, {
    nullable: true,
    description: 'As determined, or as due now; null where nothing can be reckoned.',
  })
  before!: Fen | null;

  @Field(() => Money, { nullable: true, description: 'By the other version; null where nothing can be reckoned.' })
  after!: Fen | null;

  @Field(() => Bilingual, { nullable: true, description: 'Why nothing can be reckoned by it; null where it can.' })
  why!: Bilingual | null;
}

@ObjectType({ description: 'Some claims of the days from which a version shall decide, held against it.' })
export class PolicyVersionEffects {
  @Field(() => [PolicyVersionEffect], {
    description: 'Those that come out differently, in the order of their numbers.',
  })
  effects!: readonly PolicyVersionEffect[];

  @Field(() => Int, { description: 'How many were held against it in this answer.' })
  compared!: number;

  @Field(() => Int, { description: 'How many there are in all, counted as far as a list is.' })
  total!: number;

  @Field(() => ID, { nullable: true, description: 'Ask for what comes after this claim next; null = that was all.' })
  next!: string | null;
}
