import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { enumOf, wordsOf } from '../../graphql/enum-of.js';
import { InvalidInput } from '../../graphql/refusal/refusal.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { BulkDone } from '../bulk/bulk-item.type.js';

const ASSIGNED_FILTERS = ['mine', 'stood-in', 'nobody'] as const;
export type AssignedFilter = (typeof ASSIGNED_FILTERS)[number];
export const AssignedFilterEnum = enumOf(ASSIGNED_FILTERS);
registerEnumType(AssignedFilterEnum, {
  name: 'AssignedFilter',
  description: 'Who looks after a claim (经办人).',
  valuesMap: wordsOf({
    mine: { zh: '我经办的', en: 'Those that you look after' },
    'stood-in': { zh: '我代办的', en: 'Those after which somebody looks for whom you stand in' },
    nobody: { zh: '未分派的', en: 'Those after which nobody looks' },
  }),
});

@ObjectType({
  description:
    'Who looks after a claim in the office where it lies (经办人), until the next step on it. An aid and no lock: whoever can take the step may.',
})
export class ClaimAssignee {
  @Field(() => ID, { description: 'User id.' })
  id!: string;

  @Field({ description: 'As he was called then.' })
  displayName!: string;

  @Field({ description: 'Whether it is you.' })
  isMe!: boolean;

  /** Under which clause the claim is made. */
  measure!: string;

  @Field(() => PlainDate, { description: 'Since when.' })
  since!: string;
}

@ObjectType({ description: 'Somebody of your office, to whom claims can be given.' })
export class Colleague {
  @Field(() => ID, { description: 'User id.' })
  id!: string;

  @Field({ description: 'Name.' })
  displayName!: string;

  @Field({ description: 'His own in all cities, where names can be alike.' })
  username!: string;

  @Field({ description: 'Whether it is you.' })
  isMe!: boolean;

  @Field(() => Int, { description: 'How many claims the colleague looks after.' })
  assigned!: number;

  @Field(() => [ID], {
    description: 'Of the claims that were named: those in which the colleague takes no part (回避), and is given none.',
  })
  recusedFrom!: string[];
}

@InputType({ description: 'After which claims somebody looks: taken, given, or put back.' })
export class AssignClaimsInput extends CommandInput {
  @Field(() => [ID], { description: 'Numbers of 1 to 25 claims.' })
  @ValueKind('reference')
  claims!: string[];

  @Field(() => ID, { nullable: true, description: 'One of `colleagues`; left out, they are put back (退回科室).' })
  @ValueKind('uuid')
  to?: string | null;
}

export const AssignClaimsResult = createUnionType({
  name: 'AssignClaimsResult',
  description: 'What became of each claim, or why nothing was done.',
  types: () => [BulkDone, InvalidInput] as const,
});
