import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Bilingual } from '../../graphql/bilingual.js';
import { Division } from '../../division/division.type.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { Interpretation } from './interpretation.type.js';
import { Measure } from './measure.type.js';

@ObjectType({ description: 'A numbered article of a document, with its measures.' })
export class Article {
  @Field({ description: 'As printed.' })
  number!: string;

  @Field()
  heading!: string;

  @Field(() => [Measure])
  clauses!: readonly Measure[];
}

@ObjectType({ description: 'A published document under which subsidies are paid.' })
export class Policy {
  @Field(() => ID)
  id!: string;

  @Field(() => Bilingual)
  title!: Bilingual;

  @Field()
  documentNumber!: string;

  @Field(() => Bilingual)
  issuer!: Bilingual;

  @Field({ description: 'Code of the prefecture-level city in whose books it is kept.' })
  tenant!: string;

  @Field(() => Division, { description: 'Whose treasury pays, and whose departments review.' })
  division!: Division;

  @Field(() => PlainDate)
  signedOn!: string;

  @Field(() => PlainDate)
  from!: string;

  @Field(() => PlainDate)
  to!: string;

  @Field()
  overlapRule!: string;

  @Field({ description: 'SHA-256 over the rules and the text: a determination names it.' })
  version!: string;

  @Field({ description: 'The document as published.' })
  text!: string;

  @Field(() => [Article])
  articles!: readonly Article[];

  @Field(() => [Interpretation])
  interpretations!: readonly Interpretation[];
}

@ObjectType({ description: 'How the clauses of one document are accounted for.' })
export class PolicyCoverage {
  @Field(() => Policy)
  policy!: Policy;

  @Field(() => Int)
  articles!: number;

  @Field(() => Int)
  clauses!: number;

  @Field(() => Int)
  payable!: number;

  @Field(() => Int)
  referral!: number;

  @Field(() => Int)
  nonMonetary!: number;
}
