import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Official } from '../claim/read/claim.type.js';
import { Bilingual } from '../graphql/bilingual.js';
import { connectionOf } from '../graphql/pagination.js';
import { DateTime } from '../graphql/scalars/date-time.js';
import { JsonObjectScalar, type JsonObjectInput } from '../graphql/scalars/json-object.js';
import { PlainDate } from '../graphql/scalars/plain-date.js';

@ObjectType({ description: 'What two administrators put in place of an event that could not be read as recorded.' })
export class EventCorrection {
  @Field(() => ID, { description: "Place of the agreement in the city's log." })
  position!: string;

  @Field(() => DateTime, { description: 'When it was agreed.' })
  recordedAt!: string;

  @Field({ description: 'Why it was corrected.' })
  reason!: string;

  @Field({ description: 'Name of who proposed it.' })
  proposedBy!: string;

  @Field({ description: 'Name of who agreed.' })
  agreedBy!: string;

  @Field({ description: 'The day as it was recorded.' })
  originalOn!: string;

  @Field(() => JsonObjectScalar, { description: 'The data as they were recorded, and stay in the log.' })
  originalData!: JsonObjectInput;
}

@ObjectType({ description: 'What an official had before him when he acted.' })
export class Seen {
  @Field(() => ID, { description: 'Position of the log up to which his page held everything.' })
  position!: string;

  @Field({ description: 'The version of the policy by which it was shown.' })
  policyVersion!: string;
}

@ObjectType({ description: 'An event of the log, with a sentence for people.' })
export class TimelineEntry {
  @Field(() => ID, { description: "Its place in the city's log: 1, 2, 3 … without gaps." })
  position!: string;

  @Field({ description: 'Of what it is: a claim, a payment, an entitlement, a document …' })
  stream!: string;

  @Field({ description: 'Such as `ClaimSubmitted`.' })
  type!: string;

  @Field(() => Bilingual, { description: 'What the field calls it.' })
  label!: Bilingual;

  @Field(() => Bilingual, { description: 'What happened, in a sentence.' })
  summary!: Bilingual;

  @Field(() => PlainDate, { description: 'When the matter happened.' })
  on!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: string;

  @Field(() => Official, { nullable: true, description: 'Who did it; null where nobody can be read.' })
  actor!: Official | null;

  @Field(() => Seen, {
    nullable: true,
    description: 'What he had before him: of a step on a claim, where he said so.',
  })
  seen!: Seen | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of who was away and for whom he stood in (代办); null where he acted for himself.',
  })
  onBehalfOf!: string | null;

  @Field(() => ID, { nullable: true, description: 'User id of the same.' })
  onBehalfOfId!: string | null;

  @Field(() => JsonObjectScalar, { description: 'What the event says, as it is read.' })
  data!: JsonObjectInput;

  @Field(() => ID, {
    nullable: true,
    description:
      'The claim it belongs to, also as what was granted for it or rests on a document; null when it belongs to none.',
  })
  claim!: string | null;

  @Field(() => EventCorrection, { nullable: true, description: 'Null when it stands as it was recorded.' })
  correction!: EventCorrection | null;
}

@ObjectType({ description: 'A page of a list of events.' })
export class EventConnection extends connectionOf(TimelineEntry, 'Event') {}
