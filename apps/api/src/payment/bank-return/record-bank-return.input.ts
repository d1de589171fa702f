import { Field, InputType } from '@nestjs/graphql';
import { PaymentCommandInput } from '../payment-command.input.js';

@InputType()
export class RecordBankReturnInput extends PaymentCommandInput {
  @Field({ description: 'As the bank states it; goes on record: 1 to 2000 characters.' })
  reason!: string;
}
