import type { Fen } from '@duixian/money';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Bilingual } from '../graphql/bilingual.js';
import { Money } from '../graphql/scalars/money.js';
import { PlainDate } from '../graphql/scalars/plain-date.js';

@ObjectType({ description: 'What one treasury pays, as the public was shown it.' })
export class PublicLineShown {
  @Field({ description: 'Whose treasury.' })
  payer!: string;

  @Field(() => Money, { description: 'Its share in yuan.' })
  amount!: Fen;
}

@ObjectType('PublicEntry', { description: 'What the public was shown of one claim (公示内容).' })
export class PublicEntryShown {
  @Field(() => ID, { description: "The claim's number." })
  claim!: string;

  @Field({ description: "The enterprise's name." })
  name!: string;

  @Field({ description: 'Its credit code.' })
  uscc!: string;

  @Field(() => Bilingual, { description: 'What people call the clause.' })
  clause!: Bilingual;

  @Field(() => Money, { description: 'What was determined; for a loan limit it is no money.' })
  amount!: Fen;

  @Field(() => [PublicLineShown], { description: 'Who pays how much; empty for a loan limit.' })
  lines!: PublicLineShown[];

  @Field(() => PlainDate, { description: 'First day.' })
  from!: string;

  @Field(() => PlainDate, { description: 'Last day.' })
  until!: string;

  @Field({ description: 'The department that answers objections.' })
  office!: string;

  @Field(() => String, { nullable: true, description: 'Whom to call there; null where nobody says.' })
  telephone!: string | null;
}
