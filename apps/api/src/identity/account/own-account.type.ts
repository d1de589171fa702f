import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../../graphql/scalars/date-time.js';

/** What somebody has to do before he may do anything else, as GraphQL shows it. */
export const AccountDemand = { PASSWORD: 'password', SECOND_FACTOR: 'second-factor' } as const;

registerEnumType(AccountDemand, {
  name: 'AccountDemand',
  description: 'What has to be done before anything else is served.',
  valuesMap: {
    PASSWORD: { description: 'The password was set by somebody else: change it.' },
    SECOND_FACTOR: { description: 'The role signs in with a second factor: enrol one.' },
  },
});

@ObjectType({ description: 'A session of one’s own.' })
export class OwnSession {
  @Field(() => ID, { description: 'By which it is ended; it signs nobody in.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it began.' })
  begunAt!: string;

  @Field(() => DateTime, { description: 'When it was used last, to the minute.' })
  usedAt!: string;

  @Field(() => String, { nullable: true, description: 'Address from which it began.' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'What the browser or the machine calls itself.' })
  agent!: string | null;

  @Field({ description: 'Whether it is the one in which this is asked.' })
  current!: boolean;
}

@ObjectType({ description: 'The identity provider, and whether one’s own identity there is linked.' })
export class OwnIdentity {
  @Field({ description: 'What it is called.' })
  name!: string;

  @Field(() => DateTime, { nullable: true, description: 'Since when one may sign in with it; null = not linked.' })
  linkedAt!: string | null;
}

@ObjectType({ description: 'One’s own account, as far as signing in goes.' })
export class OwnAccount {
  @Field(() => AccountDemand, { nullable: true, description: 'What has to be done first; null = nothing.' })
  demand!: 'password' | 'second-factor' | null;

  @Field(() => DateTime, { description: 'When the password was set.' })
  passwordSetAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'Since when there is a second factor; null = there is none.' })
  secondFactorSince!: string | null;

  @Field(() => Int, { description: 'Recovery codes that were not used yet.' })
  recoveryCodesLeft!: number;

  @Field(() => [OwnSession], { description: 'Sessions that have not ended, at most three, the one used last first.' })
  sessions!: OwnSession[];

  @Field(() => OwnIdentity, {
    nullable: true,
    description: 'The identity provider; null = there is none to sign in with.',
  })
  identityProvider!: OwnIdentity | null;
}
