import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from '../command/command-input.js';

@InputType({ isAbstract: true })
export abstract class PaymentCommandInput extends CommandInput {
  @Field(() => ID, { description: "The payment's id: `<claim>-<payer>`." })
  payment!: string;
}
