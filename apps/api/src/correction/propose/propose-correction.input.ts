import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { JsonObjectScalar, type JsonObjectInput } from '../../graphql/scalars/json-object.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'What the event shall say instead (更正).' })
export class ProposeCorrectionInput extends CommandInput {
  @Field(() => ID, { description: "The event's place in the city's log." })
  @ValueKind('position')
  position!: string;

  @Field(() => Int, { description: 'Version of the shape of the data, as the newest release writes it.' })
  @ValueKind('whole')
  schemaVersion!: number;

  @Field(() => PlainDate, { description: 'The day as it shall be read.' })
  occurredOn!: string;

  @Field(() => JsonObjectScalar, { description: 'The data as they shall be read, whole.' })
  data!: JsonObjectInput;

  @Field({ description: 'Why, for those who read the event later.' })
  @ValueKind('paragraph')
  reason!: string;
}
