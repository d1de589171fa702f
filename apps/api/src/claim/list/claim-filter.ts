import type { ClaimStatus, Light } from '@duixian/casework';
import type { ReasonCode } from '@duixian/policy';
import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { SortDirection } from '../../graphql/sort-direction.js';
import { ReasonCodeEnum } from '../../policy/assessment/reason-code.js';
import { LightEnum } from '../deadline/deadline.type.js';
import { ClaimStatusEnum } from '../read/claim-enums.js';
import { AssignedFilterEnum, type AssignedFilter } from '../assignment/assignment.type.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'All that is given must hold.' })
export class ClaimFilter {
  @Field(() => String, { nullable: true, description: 'Start of a number, a credit code, or part of a name.' })
  @ValueKind('search')
  query?: string | null;

  @Field(() => [ClaimStatusEnum], { nullable: true, description: 'Any of these.' })
  status?: ClaimStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Id of a measure.' })
  @ValueKind('reference')
  measure?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of a document: claims under any of its measures.' })
  @ValueKind('reference')
  policy?: string | null;

  @Field(() => ID, { nullable: true, description: "An enterprise's unified social credit code." })
  @ValueKind('uscc')
  uscc?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of a round: what was submitted in it (申报批次).' })
  @ValueKind('reference')
  round?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what waits for a draw (待抽取).' })
  awaitsDraw?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Programme year.' })
  @ValueKind('year')
  year?: number | null;

  @Field(() => String, { nullable: true, description: 'A division and all that lies in it.' })
  @ValueKind('division')
  division?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what you can take the next step on.' })
  waitingForMe?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only what you took a step on, and others have to go on with: it has not ended, and no next step is yours (我办过的、等待他人).',
  })
  waitingForOthers?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is held for its evidence (挂起待核).' })
  held?: boolean | null;

  @Field(() => AssignedFilterEnum, {
    nullable: true,
    description: 'Those that you look after, or those after which nobody does.',
  })
  assigned?: AssignedFilter | null;

  @Field(() => ReasonCodeEnum, { nullable: true, description: 'A reason of the determination.' })
  reason?: ReasonCode | null;

  @Field(() => [LightEnum], { nullable: true, description: 'How its time limits stand: any of these (时限状态).' })
  light?: Light[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what was reported to you as overdue (上报给我).' })
  escalatedToMe?: boolean | null;

  @Field(() => PlainDate, { nullable: true, description: 'First submitted on this day or later.' })
  submittedFrom?: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'First submitted on this day or earlier.' })
  submittedTo?: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'Determined on this day or later, and not undone since.' })
  determinedFrom?: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'Determined on this day or earlier, and not undone since.' })
  determinedTo?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of a division whose treasury is bound to pay of it.' })
  @ValueKind('division')
  payer?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Department that leads the measure, named with its place: 泉州市工信局 (牵头部门).',
  })
  @ValueKind('name')
  department?: string | null;
}

export enum ClaimSortField {
  DUE = 'DUE',
  SUBMITTED_ON = 'SUBMITTED_ON',
  UPDATED_AT = 'UPDATED_AT',
  REQUESTED_AMOUNT = 'REQUESTED_AMOUNT',
  DETERMINED_AMOUNT = 'DETERMINED_AMOUNT',
  ID = 'ID',
}

registerEnumType(ClaimSortField, {
  name: 'ClaimSortField',
  description: 'What claims are sorted by.',
  valuesMap: {
    DUE: {
      description:
        'The first day on which one of its time limits ends, or the earliest that it can be; where nothing is due it is the last.',
    },
    DETERMINED_AMOUNT: { description: 'What finance determined; what is not determined yet is the least.' },
    ID: { description: 'Number of the claim.' },
    REQUESTED_AMOUNT: { description: 'What was asked for.' },
    SUBMITTED_ON: { description: 'Day of the first submission.' },
    UPDATED_AT: { description: 'When something last happened to it.' },
  },
});

@InputType({ description: 'Order of the list. Newest first if left out.' })
export class ClaimSort {
  @Field(() => ClaimSortField, { description: 'By what.' })
  field!: ClaimSortField;

  @Field(() => SortDirection, { description: 'Which way.' })
  direction!: SortDirection;
}
