import { DELEGATION_DAYS, DELEGATION_STANDINGS, type DelegationStanding } from '@duixian/casework';
import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CommandInput } from '../command/command-input.js';
import { enumOf, wordsOf } from '../graphql/enum-of.js';
import { connectionOf } from '../graphql/pagination.js';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../graphql/refusal/refusal.js';
import { PlainDate } from '../graphql/scalars/plain-date.js';
import { ValueKind } from '../graphql/values/value-kind.js';
import { Measure } from '../policy/list/measure.type.js';
import { NamedPerson } from './named-person.type.js';

export const DelegationStandingEnum = enumOf(DELEGATION_STANDINGS);
registerEnumType(DelegationStandingEnum, {
  name: 'DelegationStanding',
  description: 'How a delegation stands today.',
  valuesMap: wordsOf({
    coming: { zh: '未开始', en: 'Its first day is still to come' },
    standing: { zh: '代办中', en: 'It stands' },
    over: { zh: '已期满', en: 'Its last day is over' },
    ended: { zh: '已提前结束', en: 'It was ended before its last day' },
  }),
});

const SIDES = ['given', 'received'] as const;
export type DelegationSide = (typeof SIDES)[number];
export const DelegationSideEnum = enumOf(SIDES);
registerEnumType(DelegationSideEnum, {
  name: 'DelegationSide',
  description: 'On which side of a delegation you are.',
  valuesMap: wordsOf({
    given: { zh: '我委托的', en: 'Somebody stands in for you' },
    received: { zh: '委托给我的', en: 'You stand in for somebody' },
  }),
});

@ObjectType({
  description:
    'For an absence a colleague of the same office and role stands in for an official (委托代办): what that one looks after is in his queue, and his steps on it say for whom. It gives no right.',
})
export class Delegation {
  @Field(() => ID, { description: 'The delegation.' })
  id!: string;

  @Field(() => NamedPerson, { description: 'Who is away.' })
  official!: NamedPerson;

  @Field(() => NamedPerson, { description: 'Who stands in.' })
  deputy!: NamedPerson;

  @Field(() => PlainDate, { description: 'First day.' })
  from!: string;

  @Field(() => PlainDate, { description: 'Last day, included.' })
  until!: string;

  @Field(() => [Measure], { nullable: true, description: 'For which clauses; null for all.' })
  measures!: Measure[] | null;

  @Field({ description: 'Why.' })
  reason!: string;

  @Field(() => PlainDate, { description: 'When it was given.' })
  givenOn!: string;

  @Field(() => DelegationStandingEnum, { description: 'How it stands today.' })
  standing!: DelegationStanding;

  @Field(() => NamedPerson, { nullable: true, description: 'Who ended it early; null where nobody did.' })
  endedBy!: NamedPerson | null;

  @Field(() => PlainDate, { nullable: true, description: 'When it was ended early.' })
  endedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was ended early.' })
  endReason!: string | null;

  @Field({ description: 'Whether you may end it now.' })
  canEnd!: boolean;
}

@ObjectType({ description: 'A page of a list of delegations.' })
export class DelegationConnection extends connectionOf(Delegation, 'Delegation') {}

@InputType({ description: 'All that is given must hold.' })
export class DelegationFilter {
  @Field(() => DelegationSideEnum, { nullable: true, description: 'Those that you gave, or that you were given.' })
  side?: DelegationSide | null;

  @Field(() => [DelegationStandingEnum], { nullable: true, description: 'Any of these.' })
  standing?: DelegationStanding[] | null;

  @Field(() => String, { nullable: true, description: 'Part of the name or username of either of the two.' })
  @ValueKind('search')
  query?: string | null;
}

@InputType({ description: 'Who stands in for you, for how long and under which clauses.' })
export class GiveDelegationInput extends CommandInput {
  @Field(() => ID, { description: 'One of `colleagues`.' })
  @ValueKind('reference')
  to!: string;

  @Field(() => PlainDate, { description: 'First day: today or later.' })
  from!: string;

  @Field(() => PlainDate, { description: `Last day, included: ${DELEGATION_DAYS} days at most.` })
  until!: string;

  @Field(() => [ID], { nullable: true, description: 'Ids of clauses; all where they are left out.' })
  @ValueKind('reference')
  measures?: string[] | null;

  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

@InputType({ description: 'Which delegation ends before its last day, and why.' })
export class EndDelegationInput extends CommandInput {
  @Field(() => ID, { description: 'User id of who gave it.' })
  @ValueKind('reference')
  official!: string;

  @Field(() => ID, { description: 'The delegation.' })
  @ValueKind('reference')
  delegation!: string;

  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

export const DelegationResult = createUnionType({
  name: 'DelegationResult',
  description: 'The delegation as it stands afterwards, or why nothing was recorded.',
  types: () => [Delegation, InvalidInput, NotFound, NotPermitted, NotAllowedNow, TryAgain] as const,
});
