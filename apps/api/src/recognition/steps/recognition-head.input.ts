import { Field, InputType } from '@nestjs/graphql';
import type { StatedHead } from '@duixian/casework';
import { CommandInput } from '../../command/command-input.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'The file that a list was saved in.' })
export class ListFileInput {
  @Field({ description: 'Its name.' })
  @ValueKind('line')
  name!: string;

  @Field({ description: 'Its bytes in base64: CSV in UTF-8, GB18030 or UTF-16, of at most 180 kB.' })
  @ValueKind('file')
  content!: string;
}

@InputType({
  description:
    'A list of recognitions as its document and its file have it; lines more of one on record, under the same head.',
})
export class RecognitionListInput extends CommandInput {
  @Field({ description: 'Number of the document (文号): 泉工信〔2025〕88号.' })
  @ValueKind('line')
  document!: string;

  @Field({ description: 'What the document is called.' })
  @ValueKind('line')
  title!: string;

  @Field({ description: 'Who recognised (认定机关).' })
  @ValueKind('name')
  authority!: string;

  @Field(() => PlainDate, { description: 'Day of the document.' })
  issuedOn!: string;

  @Field(() => PlainDate, { description: 'First day whose matters it covers.' })
  validFrom!: string;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'The last such day; left out where the document sets none.',
  })
  validUntil?: string | null;

  @Field({
    description: 'Department that keeps it here: one of the two who propose and agree is of it.',
  })
  @ValueKind('name')
  department!: string;

  @Field(() => ListFileInput, { description: 'The file.' })
  file!: ListFileInput;
}

export function headOf(input: RecognitionListInput): StatedHead {
  const { document, title, authority, issuedOn, validFrom, validUntil, department } = input;
  return { document, title, authority, issuedOn, validFrom, validUntil: validUntil ?? null, department };
}
