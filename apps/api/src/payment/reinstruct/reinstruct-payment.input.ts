import { InputType } from '@nestjs/graphql';
import { PaymentCommandInput } from '../payment-command.input.js';

@InputType()
export class ReinstructPaymentInput extends PaymentCommandInput {}
