import { InputType } from '@nestjs/graphql';
import { PaymentCommandInput } from '../payment-command.input.js';

@InputType({ description: 'Which payment is instructed again (重新拨付).' })
export class ReinstructPaymentInput extends PaymentCommandInput {}
