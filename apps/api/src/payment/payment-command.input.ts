import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from '../command/command-input.js';
import { ValueKind } from '../graphql/values/value-kind.js';

@InputType({ isAbstract: true })
export abstract class PaymentCommandInput extends CommandInput {
  @Field(() => ID, { description: "The payment's id: `<claim>-<payer>`." })
  @ValueKind('reference')
  payment!: string;
}
