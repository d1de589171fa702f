import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { StandIns } from '../../delegation/stand-ins.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { ClaimAssignee } from './assignment.type.js';

/** 代办: whether who looks at a claim stands in for who looks after it. */
@Resolver(() => ClaimAssignee)
export class StandInResolver {
  constructor(private readonly standIns: StandIns) {}

  @ResolveField(() => Boolean, {
    description:
      'Whether you stand in for him under its clause today (代办): what you do of it is recorded as done for him.',
  })
  async youStandIn(
    @Parent() { id, isMe, measure }: ClaimAssignee,
    @Context() context: GraphqlContext,
  ): Promise<boolean> {
    if (isMe) return false;
    const standIns = await this.standIns.ofRequest(context);
    return standIns.some(({ official, measures }) => official === id && (measures?.includes(measure) ?? true));
  }
}
