import { Global, Module } from '@nestjs/common';
import { ClaimEvents } from './claim-events.js';
import { EventList } from './list/event-list.js';
import { EventsResolver } from './list/events.resolver.js';
import { TimelineResolver } from './timeline.resolver.js';

/** The log as it is read. */
@Global()
@Module({ providers: [ClaimEvents, EventList, EventsResolver, TimelineResolver], exports: [EventList] })
export class EventModule {}
