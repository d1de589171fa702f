import { Field, ObjectType } from '@nestjs/graphql';
import { EvidenceKindEnum } from '../policy/list/measure-enums.js';
import type { EvidenceKind } from '@duixian/casework';
import { Division } from '../division/division.type.js';
import { PlainDate } from '../graphql/scalars/plain-date.js';

@ObjectType({
  description:
    'Another city of the installation with a live claim on the same paper, or of the same enterprise on the same subject. ' +
    'Its claim and its amounts are not shown: call its department.',
})
export class Elsewhere {
  @Field(() => EvidenceKindEnum, { nullable: true, description: 'Kind of the paper of this claim; null: its subject.' })
  kind!: EvidenceKind | null;

  @Field(() => String, { nullable: true, description: 'Number of the paper of this claim; null: its subject.' })
  number!: string | null;

  @Field(() => Division, { description: 'The other city.' })
  city!: Division;

  @Field(() => PlainDate, { description: 'Day on which the first of its claims was submitted, or stated anew.' })
  since!: string;

  @Field({ description: 'The department that leads there: whom to call.' })
  department!: string;
}
