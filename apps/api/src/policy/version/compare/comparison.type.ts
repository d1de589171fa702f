import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A piece of a line.' })
export class ComparedPart {
  @Field({ description: 'As it stands there.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether the other version has it not.' })
  marked!: boolean;
}

@ObjectType({ description: 'A line of one version.' })
export class ComparedLine {
  @Field(() => Int, { description: 'Its number, from 1.' })
  number!: number;

  @Field(() => [ComparedPart], { description: 'Together they are the line.' })
  parts!: readonly ComparedPart[];
}

@ObjectType({ description: 'Two lines side by side; null where a version has none in this place.' })
export class ComparedRow {
  @Field(() => ComparedLine, { nullable: true, description: 'Of the earlier version.' })
  before!: ComparedLine | null;

  @Field(() => ComparedLine, { nullable: true, description: 'Of the later version.' })
  after!: ComparedLine | null;

  @Field(() => Boolean, { description: 'Whether they differ.' })
  differs!: boolean;
}

@ObjectType({ description: 'A place where two versions differ, with three lines around it.' })
export class ComparedPlace {
  @Field(() => [ComparedRow], { description: 'In the order of the file.' })
  rows!: readonly ComparedRow[];
}

@ObjectType({ description: 'Two versions of a policy, file by file.' })
export class PolicyVersionComparison {
  @Field(() => ID, { description: 'The policy.' })
  policy!: string;

  @Field({ description: 'Hash of the one at the left.' })
  before!: string;

  @Field({ description: 'Hash of the one at the right.' })
  after!: string;

  @Field(() => [ComparedPlace], { description: 'Of the text as published; none = the same, 30 at most.' })
  text!: readonly ComparedPlace[];

  @Field(() => [ComparedPlace], { description: 'Of the rules; none = the same, 30 at most.' })
  rules!: readonly ComparedPlace[];
}
