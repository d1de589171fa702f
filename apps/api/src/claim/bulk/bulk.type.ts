import { stepOf } from '@duixian/casework';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { enumOf, wordsOf } from '../../graphql/enum-of.js';
import { InvalidInput, Refusal } from '../../graphql/refusal/refusal.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { BulkDone } from './bulk-item.type.js';
import { SeenInput } from '../claim-command.input.js';
import { BULK_CLAIMS_MAX } from './claims-problem.js';
import { BULK_ACTIONS, type BulkAction } from './bulk-steps.js';

export const BulkActionEnum = enumOf(BULK_ACTIONS);
registerEnumType(BulkActionEnum, {
  name: 'BulkAction',
  description: 'A step that can be taken on many claims (批量办理).',
  valuesMap: wordsOf(Object.fromEntries(BULK_ACTIONS.map((action) => [action, stepOf(action).name]))),
});

@InputType({ description: 'One claim of a set.' })
export class BulkClaimInput {
  @Field(() => ID, { description: "The claim's number." })
  @ValueKind('reference')
  claim!: string;

  @Field(() => SeenInput, {
    nullable: true,
    description: 'What `previewBulk` looked at: where it has changed since, the step is refused (CHANGED_SINCE).',
  })
  seen?: SeenInput | null;
}

@InputType({ description: 'A step on many claims, or a part of them.' })
export class TakeBulkInput extends CommandInput {
  @Field(() => BulkActionEnum, { description: 'Which step.' })
  action!: BulkAction;

  @Field(() => [BulkClaimInput], { description: `On which claims: 1 to ${BULK_CLAIMS_MAX} in a request.` })
  claims!: BulkClaimInput[];

  @Field(() => String, { nullable: true, description: 'Why, for a return or a rejection. Goes on record of each.' })
  @ValueKind('paragraph')
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'What the review says. Goes on record of each.' })
  @ValueKind('paragraph')
  opinion?: string | null;

  @Field(() => Int, { nullable: true, description: 'Length of the publicity, in the unit of each claim’s rule.' })
  @ValueKind('whole')
  days?: number | null;
}

@ObjectType({ description: 'What a claim was looked at as: sent back with its step, it holds the step to that.' })
export class BulkSeen {
  @Field(() => ID, { description: 'Position of its last event.' })
  position!: string;

  @Field(() => ID, { description: 'Version of the policy that decides it.' })
  policyVersion!: string;
}

@ObjectType({ description: 'What would become of one claim of a set.' })
export class BulkPreviewItem {
  @Field(() => ID, { description: "The claim's number." })
  claim!: string;

  @Field(() => Refusal, { nullable: true, description: 'Why the step would be refused; null where it would be taken.' })
  refusal!: Refusal | null;

  @Field(() => BulkSeen, { nullable: true, description: 'What was looked at; null where there is no such claim.' })
  seen!: BulkSeen | null;
}

@ObjectType({
  description:
    'What would become of a set as things stand, each claim looked at by itself: whether a pool or a quota has room for all of them shows when they are taken.',
})
export class BulkPreview {
  @Field(() => [BulkPreviewItem], { description: 'Claim by claim, in the order in which they were sent.' })
  items!: BulkPreviewItem[];
}

export const TakeBulkResult = createUnionType({
  name: 'TakeBulkResult',
  description: 'What became of each claim, or why nothing was done.',
  types: () => [BulkDone, InvalidInput] as const,
});
