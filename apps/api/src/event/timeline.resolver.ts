import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Claim } from '../claim/read/claim.type.js';
import { Divisions } from '../division/divisions.js';
import type { GraphqlContext } from '../graphql/context.js';
import { ClaimEvents } from './claim-events.js';
import { TimelineEntry } from './timeline-entry.type.js';
import { toTimelineEntry } from './to-timeline-entry.js';

/** What happened to a claim, its payments, grants and documents, in the order of the log. */
@Resolver(() => Claim)
export class TimelineResolver {
  constructor(
    private readonly events: ClaimEvents,
    private readonly divisions: Divisions,
  ) {}

  @ResolveField(() => [TimelineEntry], {
    description: 'All that happened to it, its payments, grants and documents, in the order of the log.',
  })
  async timeline(@Parent() { id }: Claim, @Context() context: GraphqlContext): Promise<TimelineEntry[]> {
    const events = (await this.events.load(context, id)) ?? [];
    return events.map((event) => toTimelineEntry(event, this.divisions.names));
  }
}
