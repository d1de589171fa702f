import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ClaimFiles } from '../claim/read/claim-files.js';
import { Claim } from '../claim/read/claim.type.js';
import type { GraphqlContext } from '../graphql/context.js';
import { TimelineEntry } from './timeline-entry.type.js';
import { toTimelineEntry } from './to-timeline-entry.js';

/** What happened to a claim and its payments, in the order of the log. */
@Resolver(() => Claim)
export class TimelineResolver {
  constructor(private readonly files: ClaimFiles) {}

  @ResolveField(() => [TimelineEntry])
  async timeline(@Parent() { id }: Claim, @Context() context: GraphqlContext): Promise<TimelineEntry[]> {
    const file = await this.files.load(context, id);
    return (file?.events ?? []).map(toTimelineEntry);
  }
}
