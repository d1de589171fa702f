import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Official } from '../claim/read/claim.type.js';
import { Bilingual } from '../graphql/bilingual.js';
import { connectionOf } from '../graphql/pagination.js';
import { DateTime } from '../graphql/scalars/date-time.js';
import { JsonObjectScalar, type JsonObjectInput } from '../graphql/scalars/json-object.js';
import { PlainDate } from '../graphql/scalars/plain-date.js';

@ObjectType({ description: 'An event of the log, with a sentence for people.' })
export class TimelineEntry {
  @Field(() => ID, { description: "Its place in the city's log: 1, 2, 3 … without gaps." })
  position!: string;

  @Field()
  stream!: string;

  @Field()
  type!: string;

  @Field(() => Bilingual, { description: 'What the field calls it.' })
  label!: Bilingual;

  @Field(() => Bilingual)
  summary!: Bilingual;

  @Field(() => PlainDate, { description: 'When the matter happened.' })
  on!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: string;

  @Field(() => Official, { nullable: true })
  actor!: Official | null;

  @Field(() => JsonObjectScalar)
  data!: JsonObjectInput;

  @Field(() => ID, { nullable: true, description: 'The claim it belongs to; null when it belongs to none.' })
  claim!: string | null;
}

@ObjectType()
export class EventConnection extends connectionOf(TimelineEntry, 'Event') {}
