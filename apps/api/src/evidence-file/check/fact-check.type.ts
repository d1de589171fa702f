import { PAGE_MAX } from '@duixian/casework';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Official } from '../../claim/read/claim.type.js';
import { CommandInput } from '../../command/command-input.js';
import { Bilingual } from '../../graphql/bilingual.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { EvidenceFile } from '../evidence-file.type.js';

@ObjectType({ description: 'That an official found a stated fact in a file (核对).' })
export class FactCheck {
  @Field(() => ID, { description: 'The check.' })
  id!: string;

  @Field(() => EvidenceFile, { description: 'The file.' })
  file!: EvidenceFile;

  @Field(() => Int, { nullable: true, description: 'On which page of it; null where nobody said.' })
  page!: number | null;

  @Field(() => Official, { description: 'Who found it.' })
  by!: Official;

  @Field(() => PlainDate, { description: 'When.' })
  on!: string;

  @Field({ description: 'Whether you checked it, and may take that back.' })
  isYours!: boolean;
}

@ObjectType({ description: 'A fact that a claim states, and in which of its files it was found.' })
export class CheckedFact {
  @Field({ description: 'Its name, as its clause has it.' })
  name!: string;

  @Field(() => Bilingual, { description: 'What people call it.' })
  label!: Bilingual;

  @Field(() => Bilingual, { description: 'The value that is stated.' })
  display!: Bilingual;

  @Field(() => [FactCheck], {
    description:
      'Where that value was found, in files that stand: a check of another value, or of a file that was replaced or withdrawn, is none.',
  })
  checks!: FactCheck[];
}

@InputType({ description: 'In which file a fact of a claim was found.' })
export class CheckFactInput extends CommandInput {
  @Field(() => ID, { description: 'Number of the claim.' })
  @ValueKind('reference')
  claim!: string;

  @Field({ description: 'Name of the fact.' })
  @ValueKind('reference')
  fact!: string;

  @Field(() => ID, { description: 'The file.' })
  @ValueKind('reference')
  file!: string;

  @Field(() => Int, { nullable: true, description: `On which page of it, 1 to ${PAGE_MAX}.` })
  @ValueKind('whole')
  page?: number | null;
}

@InputType({ description: 'Which check is taken back.' })
export class WithdrawFactCheckInput extends CommandInput {
  @Field(() => ID, { description: 'Number of the claim.' })
  @ValueKind('reference')
  claim!: string;

  @Field(() => ID, { description: 'The file.' })
  @ValueKind('reference')
  file!: string;

  @Field(() => ID, { description: 'The check.' })
  @ValueKind('reference')
  check!: string;
}
