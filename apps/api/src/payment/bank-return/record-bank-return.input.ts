import { Field, InputType } from '@nestjs/graphql';
import { PaymentCommandInput } from '../payment-command.input.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType()
export class RecordBankReturnInput extends PaymentCommandInput {
  @Field({ description: 'As the bank states it; goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}
