import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from '../../../command/command-input.js';
import { PlainDate } from '../../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../../graphql/values/value-kind.js';

@InputType({ description: 'Which version shall decide, and from which day.' })
export class ProposePolicyVersionInput extends CommandInput {
  @Field(() => ID, { description: 'The policy.' })
  @ValueKind('reference')
  policy!: string;

  @Field({ description: 'Hash of a version on record.' })
  @ValueKind('reference')
  version!: string;

  @Field(() => PlainDate, { description: 'First day whose matters it decides.' })
  from!: string;

  @Field({ description: 'Goes on record: 1 to 500 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}
