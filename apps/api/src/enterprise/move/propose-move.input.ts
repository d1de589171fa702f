import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'Where the enterprise moves, and when (企业迁移).' })
export class ProposeMoveInput extends CommandInput {
  @Field(() => ID, { description: 'The enterprise.' })
  @ValueKind('uscc')
  uscc!: string;

  @Field({ description: 'Code of the county or district it moves to.' })
  @ValueKind('division')
  division!: string;

  @Field(() => PlainDate, { description: 'First day there.' })
  on!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it puts the last move right; a division where it was before takes that move back.',
  })
  corrects!: boolean;
}
