import type { EvidenceKind, Light } from '@duixian/casework';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { EvidenceKindEnum } from '../../policy/list/measure-enums.js';
import { LightEnum } from '../deadline/deadline.type.js';

@ObjectType({ description: 'A paper that was to follow the acceptance (容缺材料).' })
export class PaperToFollow {
  @Field(() => EvidenceKindEnum, { description: 'Which kind of paper the clause asks for.' })
  kind!: EvidenceKind;

  @Field(() => PlainDate, { description: 'Last day on which it is handed in.' })
  dueOn!: string;

  @Field(() => LightEnum, { nullable: true, description: 'How that day stands; null once it is handed in.' })
  light!: Light | null;

  @Field(() => PlainDate, { nullable: true, description: 'When it was handed in; null until then.' })
  handedInOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Who recorded it, as he was called then.' })
  handedInBy!: string | null;
}

@ObjectType({ description: 'A paper that the clause asks for and the claim does not name.' })
export class LackingPaper {
  @Field(() => EvidenceKindEnum, { description: 'Which kind.' })
  kind!: EvidenceKind;

  @Field(() => Int, {
    nullable: true,
    description: 'Within how many working days it may follow an acceptance of today; null where it may not.',
  })
  mayFollowWithin!: number | null;
}
