import { Args, Query, Resolver } from '@nestjs/graphql';
import { Divisions } from '../../division/divisions.js';
import { ListArgs, toConnection } from '../../graphql/pagination.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { EventTypeName } from '../event-type.js';
import { EVENT_NAMES } from '../event-words.js';
import { EventConnection } from '../timeline-entry.type.js';
import { toTimelineEntry } from '../to-timeline-entry.js';
import { EventFilter } from './event-filter.js';
import { EventList } from './event-list.js';

@Resolver()
export class EventsResolver {
  constructor(
    private readonly list: EventList,
    private readonly divisions: Divisions,
  ) {}

  @Query(() => EventConnection, { description: 'The log of your city, newest first.' })
  @RequirePermission('event.read')
  async events(
    @CurrentUser() user: CurrentUser,
    @Args() page: ListArgs,
    @Args('filter', { nullable: true, description: 'Which events; all if left out.' }) filter?: EventFilter,
  ): Promise<EventConnection> {
    const found = await this.list.page(user, page, filter ?? {});
    return toConnection(found, (event) => toTimelineEntry(event, this.divisions.names));
  }

  @Query(() => [EventTypeName], { description: 'Every type of event, and what people call it.' })
  @RequirePermission('event.read')
  eventTypes(): EventTypeName[] {
    return EVENT_NAMES.map(([type, label]) => ({ type, label }));
  }
}
