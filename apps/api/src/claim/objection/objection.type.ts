import {
  HINT_REASON_NAMES,
  HINT_REASONS,
  OBJECTION_STANDING_NAMES,
  OBJECTION_STANDINGS,
  OBJECTOR_KIND_NAMES,
  OBJECTOR_KINDS,
  UPHELD_STEP_NAMES,
  UPHELD_STEPS,
  type HintReason,
  type ObjectionStanding,
  type ObjectorKind,
  type UpheldStep,
} from '@duixian/casework';
import { createUnionType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf, wordsOf } from '../../graphql/enum-of.js';
import { NotFound, NotPermitted } from '../../graphql/refusal/refusal.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';

export const ObjectorKindEnum = enumOf(OBJECTOR_KINDS);
registerEnumType(ObjectorKindEnum, {
  name: 'ObjectorKind',
  description: 'Who objects (异议人).',
  valuesMap: wordsOf(OBJECTOR_KIND_NAMES),
});

export const HintReasonEnum = enumOf(HINT_REASONS);
registerEnumType(HintReasonEnum, {
  name: 'HintReason',
  description: 'Why an objection is a hint (线索) only.',
  valuesMap: wordsOf(HINT_REASON_NAMES),
});

export const ObjectionStandingEnum = enumOf(OBJECTION_STANDINGS);
registerEnumType(ObjectionStandingEnum, {
  name: 'ObjectionStanding',
  description: 'How an objection stands (异议状态).',
  valuesMap: wordsOf(OBJECTION_STANDING_NAMES),
});

export const UpheldStepEnum = enumOf(UPHELD_STEPS);
registerEnumType(UpheldStepEnum, {
  name: 'UpheldStep',
  description: 'What follows on an objection that is upheld (后续办理).',
  valuesMap: wordsOf(UPHELD_STEP_NAMES),
});

@ObjectType({ description: 'What the lead department answered (答复).' })
export class ObjectionAnswered {
  @Field(() => PlainDate, { description: 'On which day.' })
  on!: string;

  @Field({ description: 'The official who answered, as he was called then.' })
  by!: string;

  @Field({ description: 'Its reason.' })
  reason!: string;

  @Field(() => UpheldStepEnum, { nullable: true, description: 'What follows; null where it is not upheld.' })
  then!: UpheldStep | null;
}

@ObjectType({ description: 'An objection (异议) to what was shown to the public, or a hint (线索).' })
export class Objection {
  @Field(() => ID, { description: 'Names it within the claim.' })
  id!: string;

  @Field(() => ObjectionStandingEnum, { description: 'How it stands.' })
  standing!: ObjectionStanding;

  @Field(() => PlainDate, { description: 'Day on which the window received it.' })
  receivedOn!: string;

  @Field(() => PlainDate, { description: 'Day on which it was recorded.' })
  recordedOn!: string;

  @Field(() => ObjectorKindEnum, { nullable: true, description: 'Null where it is anonymous.' })
  objectorKind!: ObjectorKind | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name and telephone, masked; `objector` has the whole. Null where it is anonymous.',
  })
  objector!: string | null;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'Day on which name and telephone were erased (已删除); null while they stand, or where nobody says.',
  })
  objectorErasedOn!: string | null;

  @Field({ description: 'What is objected.' })
  what!: string;

  @Field(() => String, { nullable: true, description: 'The papers that are named for it; null where none are.' })
  evidence!: string | null;

  @Field(() => HintReasonEnum, {
    nullable: true,
    description: 'Why it is a hint only; null of one that freezes the claim.',
  })
  hint!: HintReason | null;

  @Field(() => PlainDate, { nullable: true, description: 'Last day for the answer; null of a hint.' })
  answerBy!: string | null;

  @Field({ description: 'Whether it waits for its answer, and that day is over. Nothing stops for it.' })
  isOverdue!: boolean;

  @Field(() => ObjectionAnswered, { nullable: true, description: 'Null until it is answered.' })
  answer!: ObjectionAnswered | null;
}

@ObjectType({ description: 'Who objects, whole. Reading it is on record.' })
export class Objector {
  @Field(() => ObjectorKindEnum, { description: 'A person or a unit.' })
  kind!: ObjectorKind;

  @Field({ description: 'Name of the person, or of the unit.' })
  name!: string;

  @Field({ description: 'Telephone number.' })
  phone!: string;
}

export const ObjectorResult = createUnionType({
  name: 'ObjectorResult',
  description: 'Who objects, or why it is not shown.',
  types: () => [Objector, NotFound, NotPermitted] as const,
});
