import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { ListFileInput } from '../../recognition/steps/recognition-head.input.js';

@InputType({ description: 'From where an edition of a register comes, and its file.' })
export class OpenRegisterEditionInput extends CommandInput {
  @Field(() => ID, { description: 'Id of the register.' })
  @ValueKind('reference')
  register!: string;

  @Field({ description: 'Title of the list.' })
  @ValueKind('line')
  title!: string;

  @Field({ description: 'Who published it.' })
  @ValueKind('name')
  authority!: string;

  @Field(() => String, { nullable: true, description: 'Number of its document; it, or the address, is stated.' })
  @ValueKind('line')
  document?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the page where it was published.' })
  @ValueKind('line')
  url?: string | null;

  @Field(() => PlainDate, { description: 'The day as of which it was published.' })
  publishedOn!: string;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'Last day on which its rows hold; left out where there is none.',
  })
  validUntil?: string | null;

  @Field({ description: 'Name of the file.' })
  @ValueKind('line')
  fileName!: string;

  @Field({ description: 'SHA-256 of the whole file in hexadecimal digits, by which it is known when it comes again.' })
  @ValueKind('line')
  fileHash!: string;
}

@InputType({ description: 'Which edition of a register.' })
export class OfEditionInput extends CommandInput {
  @Field(() => ID, { description: 'Id of the register.' })
  @ValueKind('reference')
  register!: string;

  @Field(() => ID, { description: 'The edition.' })
  @ValueKind('reference')
  edition!: string;
}

@InputType({ description: 'The next part of the file of an edition.' })
export class ReadRegisterRowsInput extends OfEditionInput {
  @Field(() => Int, { description: 'Which part, from 1: one after another.' })
  @ValueKind('whole')
  part!: number;

  @Field(() => ListFileInput, { description: 'The part: the line of the headers, and at most 500 lines below it.' })
  file!: ListFileInput;
}

@InputType({ description: 'Which row of a register is cleared, and why.' })
export class ClearExclusionInput extends OfEditionInput {
  @Field(() => Int, { description: 'The row, by its place in the file.' })
  @ValueKind('whole')
  row!: number;

  @Field(() => ID, { description: 'Code of the enterprise on that row.' })
  @ValueKind('uscc')
  uscc!: string;

  @Field(() => ID, { description: 'One of the reasons of the register.' })
  @ValueKind('reference')
  ground!: string;

  @Field({ description: 'What was looked at; goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}
