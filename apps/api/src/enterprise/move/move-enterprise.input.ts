import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';

@InputType()
export class MoveEnterpriseInput extends CommandInput {
  @Field(() => ID)
  uscc!: string;

  @Field({ description: 'Code of the county or district it moves to.' })
  division!: string;

  @Field(() => PlainDate, { description: 'First day there.' })
  on!: string;
}
