import type { ClaimStatus } from '@duixian/casework';
import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { SortDirection } from '../../graphql/sort-direction.js';
import { ClaimStatusEnum } from '../read/claim-enums.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'All that is given must hold.' })
export class ClaimFilter {
  @Field(() => String, { nullable: true, description: 'Start of a number, a credit code, or part of a name.' })
  @ValueKind('search')
  query?: string | null;

  @Field(() => [ClaimStatusEnum], { nullable: true })
  status?: ClaimStatus[] | null;

  @Field(() => ID, { nullable: true })
  @ValueKind('reference')
  measure?: string | null;

  @Field(() => ID, { nullable: true })
  @ValueKind('reference')
  policy?: string | null;

  @Field(() => ID, { nullable: true })
  @ValueKind('uscc')
  uscc?: string | null;

  @Field(() => Int, { nullable: true })
  @ValueKind('year')
  year?: number | null;

  @Field(() => String, { nullable: true, description: 'A division and all that lies in it.' })
  @ValueKind('division')
  division?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what you can take the next step on.' })
  waitingForMe?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  held?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Code of a reason of the determination.' })
  @ValueKind('reference')
  reason?: string | null;

  @Field(() => PlainDate, { nullable: true })
  submittedFrom?: string | null;

  @Field(() => PlainDate, { nullable: true })
  submittedTo?: string | null;
}

export enum ClaimSortField {
  SUBMITTED_ON = 'SUBMITTED_ON',
  UPDATED_AT = 'UPDATED_AT',
  REQUESTED_AMOUNT = 'REQUESTED_AMOUNT',
  DETERMINED_AMOUNT = 'DETERMINED_AMOUNT',
  ID = 'ID',
}

registerEnumType(ClaimSortField, { name: 'ClaimSortField' });

@InputType()
export class ClaimSort {
  @Field(() => ClaimSortField)
  field!: ClaimSortField;

  @Field(() => SortDirection)
  direction!: SortDirection;
}
