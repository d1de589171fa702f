import { Field, InputType } from '@nestjs/graphql';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { AttemptCommandInput } from '../payment-command.input.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'Which payment was made, when, and under which bank reference.' })
export class ConfirmPaymentInput extends AttemptCommandInput {
  @Field({ description: "The bank's number of the settlement: 1 to 64 characters." })
  @ValueKind('line')
  bankReference!: string;

  @Field(() => PlainDate, { description: 'Day on which the bank paid.' })
  paidOn!: string;
}
