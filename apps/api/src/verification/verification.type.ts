import type { Check } from '@duixian/event-store';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../graphql/scalars/date-time.js';
import { CheckEnum } from './check-kind.js';

@ObjectType({
  description: 'Something stored that is not what the record makes of it: the first of its kind in the city.',
})
export class VerificationDifference {
  @Field(() => CheckEnum, { description: 'What was compared.' })
  check!: Check;

  @Field(() => ID, { nullable: true, description: "Place in the city's log; null where it has none." })
  position!: string | null;

  @Field({ description: 'The stream, account, command or table.' })
  subject!: string;

  @Field({ description: 'What of it.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'What stands there; null = nothing.' })
  stored!: string | null;

  @Field(() => String, { nullable: true, description: 'What should, by the record; null = nothing.' })
  computed!: string | null;
}

@ObjectType({ description: "The last verification of your city's record, from the first event to the last." })
export class Verification {
  @Field(() => DateTime, { description: 'When it began.' })
  startedAt!: string;

  @Field(() => DateTime, { description: 'When it ended.' })
  finishedAt!: string;

  @Field(() => Boolean, { description: 'Whether everything is as it was recorded.' })
  intact!: boolean;

  @Field(() => ID, { description: 'Position of the last event that was read.' })
  position!: string;

  @Field(() => ID, {
    description: 'Link of that event in hex: whoever notes it down sees later if the log was cut off or written anew.',
  })
  link!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Events up to here were chained only when the database was migrated; null = none.',
  })
  chainedLater!: string | null;

  @Field(() => [VerificationDifference], { description: 'None when all is as it was recorded.' })
  differences!: VerificationDifference[];
}
