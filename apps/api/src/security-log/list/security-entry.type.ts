import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Bilingual } from '../../graphql/bilingual.js';
import { enumOf, wordsOf } from '../../graphql/enum-of.js';
import { connectionOf } from '../../graphql/pagination.js';
import { DateTime } from '../../graphql/scalars/date-time.js';
import { JsonObjectScalar } from '../../graphql/scalars/json-object.js';
import { SECURITY_EVENT_NAMES, securityEventKinds, type SecurityEventKind } from '../security-event-kind.js';

/** The kinds as GraphQL shows them (`SIGNED_IN`); the values are the ones inside. */
export const SecurityEventKindEnum: Readonly<Record<string, SecurityEventKind>> = enumOf(securityEventKinds);

registerEnumType(SecurityEventKindEnum, {
  name: 'SecurityEventKind',
  description: 'What happened, of what the security log holds.',
  valuesMap: wordsOf(SECURITY_EVENT_NAMES),
});

@ObjectType({ description: 'One entry of the security log.' })
export class SecurityEntry {
  @Field(() => ID, { description: "Its place in the city's security log, counted from 1 without a gap." })
  position!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  at!: string;

  @Field(() => SecurityEventKindEnum, { description: 'What happened.' })
  kind!: SecurityEventKind;

  @Field(() => Bilingual, { description: 'What the kind is called.' })
  label!: Bilingual;

  @Field(() => ID, { nullable: true, description: 'The official, if it was a known one.' })
  userId!: string | null;

  @Field(() => String, { nullable: true, description: 'The name that was signed in with, or that was tried.' })
  username!: string | null;

  @Field(() => String, { nullable: true, description: "The official's name at that time." })
  displayName!: string | null;

  @Field(() => String, { nullable: true, description: 'Address from which the request came.' })
  address!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What it was about: a permission, an enterprise's code, a list.",
  })
  subject!: string | null;

  @Field(() => Int, {
    description: 'How often it happened: the same within a minute is one entry more, with a number.',
  })
  times!: number;

  @Field(() => JsonObjectScalar, { description: 'What else is known of it.' })
  details!: Readonly<Record<string, unknown>>;
}

@ObjectType({ description: 'A page of the security log.' })
export class SecurityEntryConnection extends connectionOf(SecurityEntry, 'SecurityEntry') {}
