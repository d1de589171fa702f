import { Global, Module } from '@nestjs/common';
import { EventList } from './list/event-list.js';
import { EventsResolver } from './list/events.resolver.js';
import { TimelineResolver } from './timeline.resolver.js';

/** The log as it is read. */
@Global()
@Module({ providers: [EventList, EventsResolver, TimelineResolver], exports: [EventList] })
export class EventModule {}
