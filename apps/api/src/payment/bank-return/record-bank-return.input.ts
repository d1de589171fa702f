import { Field, InputType } from '@nestjs/graphql';
import { AttemptCommandInput } from '../payment-command.input.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'Which payment came back, when and why (银行退票).' })
export class RecordBankReturnInput extends AttemptCommandInput {
  @Field({ description: 'As the bank states it; goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'Day on which the money came back, from the payment or its instruction to today; today if left out.',
  })
  returnedOn?: string | null;
}
