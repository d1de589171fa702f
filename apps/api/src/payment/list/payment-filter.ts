import type { PaymentStatus } from '@duixian/treasury';
import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { SortDirection } from '../../graphql/sort-direction.js';
import { PaymentStatusEnum } from '../read/payment.type.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'All that is given must hold.' })
export class PaymentFilter {
  @Field(() => [PaymentStatusEnum], { nullable: true, description: 'Any of these.' })
  status?: PaymentStatus[] | null;

  @Field(() => String, { nullable: true, description: 'Code of the division whose treasury pays.' })
  @ValueKind('division')
  payer?: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'Paid by the bank on this day or later, and not sent back.' })
  paidFrom?: string | null;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'Paid by the bank on this day or earlier, and not sent back.',
  })
  paidTo?: string | null;

  @Field(() => String, { nullable: true, description: 'Division of the claim, and all that lies in it.' })
  @ValueKind('division')
  division?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the measure claimed under.' })
  @ValueKind('reference')
  measure?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Department that leads the measure claimed under, named with its place: 泉州市工信局 (牵头部门).',
  })
  @ValueKind('name')
  department?: string | null;

  @Field(() => ID, { nullable: true, description: 'Number of a claim.' })
  @ValueKind('reference')
  claim?: string | null;

  @Field(() => String, { nullable: true, description: "Start of a claim's number, a credit code, or part of a name." })
  @ValueKind('search')
  query?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what your treasury can pay now.' })
  waitingForMe?: boolean | null;
}

export enum PaymentSortField {
  INSTRUCTED_ON = 'INSTRUCTED_ON',
  AMOUNT = 'AMOUNT',
  ID = 'ID',
}

registerEnumType(PaymentSortField, {
  name: 'PaymentSortField',
  description: 'What payments are sorted by.',
  valuesMap: {
    AMOUNT: { description: 'The amount.' },
    ID: { description: 'Its id: claim and payer.' },
    INSTRUCTED_ON: { description: 'Day of the last instruction.' },
  },
});

@InputType({ description: 'Order of the list. Newest instruction first if left out.' })
export class PaymentSort {
  @Field(() => PaymentSortField, { description: 'By what.' })
  field!: PaymentSortField;

  @Field(() => SortDirection, { description: 'Which way.' })
  direction!: SortDirection;
}
