import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { CommandInput } from '../command/command-input.js';
import { NamedPerson } from '../delegation/named-person.type.js';
import { connectionOf } from '../graphql/pagination.js';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../graphql/refusal/refusal.js';
import { PlainDate } from '../graphql/scalars/plain-date.js';
import { ValueKind } from '../graphql/values/value-kind.js';

@ObjectType({
  description:
    'An official takes no part in one claim, or in anything of an enterprise (回避): no step on it is accepted of him, in any office.',
})
export class Recusal {
  @Field(() => ID, { description: 'The recusal.' })
  id!: string;

  @Field(() => NamedPerson, { description: 'Who takes no part.' })
  official!: NamedPerson;

  @Field(() => ID, { nullable: true, description: 'Number of the claim; null where it is from all of an enterprise.' })
  claim!: string | null;

  /** Code of the enterprise; null where it is from one claim. */
  uscc!: string | null;

  @Field(() => PlainDate, { description: 'Since when.' })
  since!: string;

  @Field({ description: 'Why, as it was written.' })
  reason!: string;

  @Field(() => NamedPerson, { nullable: true, description: 'Who ordered it; null where he declared it himself.' })
  orderedBy!: NamedPerson | null;

  @Field(() => NamedPerson, { nullable: true, description: 'Who lifted it (解除回避); null while it stands.' })
  liftedBy!: NamedPerson | null;

  @Field(() => PlainDate, { nullable: true, description: 'When it was lifted.' })
  liftedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was lifted.' })
  liftReason!: string | null;
}

@ObjectType({ description: 'A page of a list of recusals.' })
export class RecusalConnection extends connectionOf(Recusal, 'Recusal') {}

@InputType({ description: 'All that is given must hold.' })
export class RecusalFilter {
  @Field(() => Boolean, { nullable: true, description: 'Those that stand, or those that were lifted.' })
  standing?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'A claim’s number, an enterprise’s code, or part of the name or username of who takes no part.',
  })
  @ValueKind('search')
  query?: string | null;
}

@InputType({ description: 'From what somebody is kept, and why: one claim or one enterprise.' })
export class DeclareRecusalInput extends CommandInput {
  @Field(() => ID, {
    nullable: true,
    description: 'One of `subordinates`, whom you order to take no part; left out, it is yourself.',
  })
  @ValueKind('reference')
  official?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Number of the claim; left out where it is from all of an enterprise.',
  })
  @ValueKind('reference')
  claim?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code of the enterprise; left out where it is from one claim.' })
  @ValueKind('uscc')
  uscc?: string | null;

  @Field({ description: 'Goes on record, for all who read the claim: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

@InputType({ description: 'Which recusal is lifted, and why.' })
export class LiftRecusalInput extends CommandInput {
  @Field(() => ID, { description: 'User id of who takes no part.' })
  @ValueKind('reference')
  official!: string;

  @Field(() => ID, { description: 'The recusal.' })
  @ValueKind('reference')
  recusal!: string;

  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

export const RecusalResult = createUnionType({
  name: 'RecusalResult',
  description: 'The recusal as it stands afterwards, or why nothing was recorded.',
  types: () => [Recusal, InvalidInput, NotFound, NotPermitted, NotAllowedNow, TryAgain] as const,
});
