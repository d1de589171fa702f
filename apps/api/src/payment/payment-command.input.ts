import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { CommandInput } from '../command/command-input.js';
import { ValueKind } from '../graphql/values/value-kind.js';

@InputType({ isAbstract: true })
export abstract class PaymentCommandInput extends CommandInput {
  @Field(() => ID, { description: "The payment's id: `<claim>-<payer>`." })
  @ValueKind('reference')
  payment!: string;
}

@InputType({ isAbstract: true })
export abstract class AttemptCommandInput extends PaymentCommandInput {
  @Field(() => Int, {
    description: 'Which instruction of the payment this is about, as `Payment.attempt` shows it: 1, 2 …',
  })
  @ValueKind('whole')
  attempt!: number;
}
