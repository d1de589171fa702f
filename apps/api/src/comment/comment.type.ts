import { MENTIONS_MAX } from '@duixian/casework';
import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Official } from '../claim/read/claim.type.js';
import { CommandInput } from '../command/command-input.js';
import { NamedPerson } from '../delegation/named-person.type.js';
import { connectionOf } from '../graphql/pagination.js';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../graphql/refusal/refusal.js';
import { DateTime } from '../graphql/scalars/date-time.js';
import { PlainDate } from '../graphql/scalars/plain-date.js';
import { ValueKind } from '../graphql/values/value-kind.js';

@ObjectType({ description: 'Somebody whom a comment mentions (@).' })
export class Mention {
  @Field(() => NamedPerson, { description: 'Who.' })
  official!: NamedPerson;

  @Field(() => PlainDate, { nullable: true, description: 'When he marked it as read (已阅); null while he has not.' })
  readOn!: string | null;
}

@ObjectType({
  description:
    'What an official says to colleagues of a claim (批注): no step on it, and shown to nobody outside of the offices.',
})
export class Comment {
  @Field(() => ID, { description: 'The comment.' })
  id!: string;

  /** Number of the claim that it is on. */
  claimId!: string;

  @Field(() => Official, { description: 'Who wrote it.' })
  author!: Official;

  @Field(() => String, { nullable: true, description: 'What it says; null once its author took it back.' })
  text!: string | null;

  @Field(() => [Mention], { description: 'Whom it mentions.' })
  mentions!: Mention[];

  @Field(() => PlainDate, { description: 'When it was written.' })
  writtenOn!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: string;

  @Field(() => PlainDate, { nullable: true, description: 'When its author took it back; null while it stands.' })
  withdrawnOn!: string | null;

  @Field({ description: 'Whether you may take it back now.' })
  canWithdraw!: boolean;

  @Field({ description: 'Whether it mentions you and you have not marked it as read.' })
  awaitsMe!: boolean;
}

@ObjectType({ description: 'A page of a list of comments.' })
export class CommentConnection extends connectionOf(Comment, 'Comment') {}

@ObjectType({ description: 'An official who can be mentioned in a comment.' })
export class Mentionable extends NamedPerson {
  @Field({ description: 'Name of his office: the division, and the department of a reviewer.' })
  office!: string;
}

@InputType({ description: 'What is said of a claim, and to whom.' })
export class WriteCommentInput extends CommandInput {
  @Field(() => ID, { description: 'Number of the claim.' })
  @ValueKind('reference')
  claim!: string;

  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  text!: string;

  @Field(() => [ID], { nullable: true, description: `User ids of \`mentionable\`: ${MENTIONS_MAX} at most.` })
  @ValueKind('reference')
  mentions?: string[] | null;
}

@InputType({ description: 'Which comment.' })
export class OnCommentInput extends CommandInput {
  @Field(() => ID, { description: 'Number of the claim.' })
  @ValueKind('reference')
  claim!: string;

  @Field(() => ID, { description: 'The comment.' })
  @ValueKind('reference')
  comment!: string;
}

export const CommentResult = createUnionType({
  name: 'CommentResult',
  description: 'The comment as it stands afterwards, or why nothing was recorded.',
  types: () => [Comment, InvalidInput, NotFound, NotPermitted, NotAllowedNow, TryAgain] as const,
});
