import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { JsonObjectScalar, type JsonObjectInput } from '../graphql/scalars/json-object.js';
import { DateTime } from '../graphql/scalars/date-time.js';

@ObjectType({ description: 'A build of the read tables that is under way, in events of all cities.' })
export class ReadBuild {
  @Field(() => Int, { description: 'Events that it holds so far.' })
  handled!: number;

  @Field(() => Int, { description: 'Events that are recorded.' })
  total!: number;
}

@ObjectType({ description: "How your city's lists and totals stand against its log." })
export class ReadState {
  @Field(() => ID, { description: 'Position up to which they hold everything that is not set aside.' })
  position!: string;

  @Field(() => ID, { description: 'Position of the last event of the log.' })
  head!: string;

  @Field(() => Int, { description: 'Seconds since the oldest event was recorded that they do not hold yet.' })
  secondsBehind!: number;

  @Field(() => Boolean, { description: 'False when records are set aside: lists may lack rows, and totals sums.' })
  isComplete!: boolean;

  @Field(() => Int, { description: 'Records (streams) that are set aside.' })
  setAside!: number;

  @Field(() => ReadBuild, { nullable: true, description: 'Null when no build is under way.' })
  build!: ReadBuild | null;
}

@ObjectType({
  description: 'A record (stream) that the tables did not go on with, and the event at which they stopped.',
})
export class SetAsideRecord {
  @Field(() => ID, { description: 'Name of the stream.' })
  stream!: string;

  @Field(() => ID, { description: "The event's place in the city's log." })
  position!: string;

  @Field(() => ID, { description: 'Id of the event.' })
  eventId!: string;

  @Field({ description: 'Type of the event.' })
  type!: string;

  @Field({ description: 'Why it could not be taken into the tables, in the words of whoever refused it.' })
  error!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The stream set aside before, without which this one makes no sense; null where the fault is here.',
  })
  because!: string | null;

  @Field(() => DateTime, { description: 'Since when.' })
  since!: string;

  @Field(() => Int, { description: 'Events of the stream that the tables do not hold.' })
  events!: number;

  @Field(() => Int, { description: 'Version of the shape in which the event was recorded.' })
  schemaVersion!: number;

  @Field({ description: 'The day of the event, as it was recorded.' })
  occurredOn!: string;

  @Field(() => JsonObjectScalar, { description: 'What the event says, as it was recorded.' })
  data!: JsonObjectInput;
}

@ObjectType({ description: 'Who holds, in the database, what somebody else waits for.' })
export class DatabaseHolder {
  @Field(() => Int, { description: 'Process of the database: `select pg_terminate_backend(<pid>)` ends it.' })
  pid!: number;

  @Field(() => String, { nullable: true, description: 'Who signed in there; null when it has gone.' })
  role!: string | null;

  @Field(() => String, { nullable: true, description: 'From which program, as it named itself.' })
  application!: string | null;

  @Field(() => Int, { nullable: true, description: 'Seconds for which its transaction has been open.' })
  openSeconds!: number | null;
}

@ObjectType({ description: 'Somebody who waits in the database at this moment, of whichever city.' })
export class DatabaseWait {
  @Field(() => Int, { description: 'Process of the database that waits.' })
  pid!: number;

  @Field(() => Int, { description: 'For how long.' })
  seconds!: number;

  @Field({ description: 'For what kind of thing, such as `transactionid` or `relation`.' })
  on!: string;

  @Field(() => [DatabaseHolder], { description: 'Who holds it.' })
  heldBy!: DatabaseHolder[];
}
