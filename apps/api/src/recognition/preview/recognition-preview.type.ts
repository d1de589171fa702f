import { Field, Int, ObjectType } from '@nestjs/graphql';
import { FieldProblem } from '../../graphql/refusal/refusal.js';
import { Bilingual } from '../../graphql/bilingual.js';

@ObjectType({ description: 'A line of a file, and what becomes of it.' })
export class PreviewedLine {
  @Field(() => Int, { description: 'Of the file, from 1; the header’s is 1.' })
  line!: number;

  @Field(() => Int, { nullable: true, description: 'Its place in the list; null when it is not taken.' })
  no!: number | null;

  @Field({ description: 'The enterprise.' })
  name!: string;

  @Field({ description: 'Its code, as the file has it.' })
  uscc!: string;

  @Field({ description: 'What was recognised.' })
  subject!: string;

  @Field({ description: 'Level; empty where there is none.' })
  level!: string;

  @Field({ description: 'Batch; empty where there is none.' })
  batch!: string;

  @Field({ description: 'Number of the certificate; empty where there is none.' })
  certificate!: string;

  @Field({ description: 'Whether the enterprise is registered here; one that is not may be on a list as well.' })
  isRegistered!: boolean;

  @Field(() => [Bilingual], { description: 'Why it is not taken; nothing when it is.' })
  problems!: readonly Bilingual[];
}

@ObjectType({ description: 'What of a file becomes of a list, before anything is recorded.' })
export class RecognitionPreview {
  @Field({ description: 'SHA-256 of the file, in hexadecimal digits.' })
  fileHash!: string;

  @Field(() => [PreviewedLine], { description: 'The lines that could be read, in the order of the file.' })
  lines!: PreviewedLine[];

  @Field(() => Int, { description: 'How many lines are taken.' })
  taken!: number;

  @Field(() => Int, { description: 'How many lines are not.' })
  refused!: number;

  @Field(() => [FieldProblem], {
    description:
      'What is wrong with the document’s number, days and the file as a whole: then nothing can be proposed.',
  })
  problems!: FieldProblem[];
}
