import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Bilingual } from '../graphql/bilingual.js';
import { describing } from '../graphql/enum-of.js';
import { EVENT_NAMES } from './event-words.js';

/** Every type of event that this version knows, under its own name. */
export const EventTypeEnum = Object.fromEntries(EVENT_NAMES.map(([type]) => [type, type]));

registerEnumType(EventTypeEnum, {
  name: 'EventType',
  description: 'What an event of the log can tell.',
  valuesMap: Object.fromEntries(EVENT_NAMES.map(([type, name]) => [type, { description: describing(name) }])),
});

@ObjectType({ description: 'A type of event, and what people call it.' })
export class EventTypeName {
  @Field(() => EventTypeEnum, { description: 'As `EventFilter.type` takes it.' })
  type!: string;

  @Field(() => Bilingual, { description: 'What the field calls it.' })
  label!: Bilingual;
}
