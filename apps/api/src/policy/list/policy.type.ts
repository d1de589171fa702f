import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Bilingual } from '../../graphql/bilingual.js';
import { Division } from '../../division/division.type.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { Interpretation } from './interpretation.type.js';
import { Measure } from './measure.type.js';

@ObjectType({ description: 'An article of a document, with its measures.' })
export class Article {
  @Field({ description: 'As printed; empty where the text numbers none.' })
  number!: string;

  @Field({ description: 'What the article is called.' })
  heading!: string;

  @Field(() => [Measure], { description: 'Its measures, in the order of the document.' })
  clauses!: readonly Measure[];
}

@ObjectType({ description: 'A published document under which subsidies are paid.' })
export class Policy {
  @Field(() => ID, { description: 'Such as `quanzhou-2024-7`.' })
  id!: string;

  @Field(() => Bilingual, { description: 'Its title.' })
  title!: Bilingual;

  @Field(() => String, { nullable: true, description: 'As printed (文号); null where it has none.' })
  documentNumber!: string | null;

  @Field(() => Bilingual, { description: 'Who issued it.' })
  issuer!: Bilingual;

  @Field({ description: 'Code of the prefecture-level city in whose books it is kept.' })
  tenant!: string;

  @Field(() => Division, { description: 'Whose treasury pays, and whose departments review.' })
  division!: Division;

  @Field(() => PlainDate, { nullable: true, description: 'Day of signature; null where the text bears none.' })
  signedOn!: string | null;

  @Field(() => PlainDate, { description: 'First day on which it is in force.' })
  from!: string;

  @Field(() => PlainDate, { nullable: true, description: 'Last day on which it is in force; null where none is set.' })
  to!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the document says of other documents for the same matter; null where it says nothing.',
  })
  overlapRule!: string | null;

  @Field({ description: 'SHA-256 over the rules and the text: a determination names it.' })
  version!: string;

  @Field({ description: 'The document as published.' })
  text!: string;

  @Field(() => [Article], { description: 'Its articles, in order.' })
  articles!: readonly Article[];

  @Field(() => [Interpretation], {
    description: 'Readings of words that are open to two, beside those of its measures.',
  })
  interpretations!: readonly Interpretation[];
}

@ObjectType({ description: 'How the clauses of one document are accounted for.' })
export class PolicyCoverage {
  @Field(() => Policy, { description: 'The document.' })
  policy!: Policy;

  @Field(() => Int, { description: 'How many articles.' })
  articles!: number;

  @Field(() => Int, { description: 'How many clauses: payable, non-monetary and referral together.' })
  clauses!: number;

  @Field(() => Int, { description: 'Clauses under which claims can be made.' })
  payable!: number;

  @Field(() => Int, { description: 'Clauses that another level of government pays under its own rules.' })
  referral!: number;

  @Field(() => Int, { description: 'Clauses that give no money.' })
  nonMonetary!: number;
}
