import { Args, Field, ID, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PlainDate } from '../graphql/scalars/plain-date.js';
import { CurrentUser } from '../identity/current-user.js';
import { RequirePermission } from '../identity/require-permission.js';
import { AsOf } from '../log/as-of.input.js';
import { POSITION_OF_RECORD, Positions } from '../log/positions.js';
import { ArgumentKinds } from '../graphql/values/value-kind.js';
import type { PublicEntry } from './public-entry.js';
import { PublicEntryShown } from './public-entry.type.js';
import { PublicLists } from './public-lists.js';

@ObjectType('PublicList', {
  description: 'What the city shows to the public on a day (公示名单), redone from the log.',
})
export class PublicListShown {
  @Field(() => PlainDate, { description: 'The day.' })
  on!: string;

  @Field({ description: POSITION_OF_RECORD })
  position!: string;

  @Field(() => Int, { description: 'How many claims are on it.' })
  entries!: number;

  @Field({ description: 'SHA-256 of the list as CSV: the page, the file and the printed sheet of then have the same.' })
  sha256!: string;

  /** All that stands on it. */
  shown!: readonly PublicEntry[];
}

@Resolver(() => PublicListShown)
export class PublicListResolver {
  constructor(
    private readonly lists: PublicLists,
    private readonly positions: Positions,
  ) {}

  @Query(() => PublicListShown, {
    description:
      'The public list of a day, redone from the log up to `asOf`. With the day and the position that a page, a file or a printed sheet names, `sha256` is the sum that stands on it, or it was not made by this system.',
  })
  @RequirePermission('event.read')
  async publicList(
    @Args('on', { type: () => PlainDate, description: 'The day on which it was shown.' }) on: string,
    @CurrentUser() { tenant }: CurrentUser,
    @Args('asOf', { nullable: true, description: 'The log as it was then; the present where it is left out.' })
    _asOf?: AsOf,
  ): Promise<PublicListShown> {
    const { position } = await this.positions.of(tenant);
    const { entries, sha256 } = await this.lists.read(tenant, position, on);
    return Object.assign(new PublicListShown(), {
      on,
      position: position.toString(),
      entries: entries.length,
      sha256,
      shown: entries,
    });
  }

  @ResolveField(() => PublicEntryShown, {
    nullable: true,
    description: 'What the public was shown of one claim; null where it was not on the list.',
  })
  @ArgumentKinds({ claim: 'reference' })
  entry(
    @Parent() { shown }: PublicListShown,
    @Args('claim', { type: () => ID, description: "The claim's number." }) claim: string,
  ): PublicEntryShown | null {
    const found = shown.find((each) => each.claim === claim);
    return found === undefined ? null : Object.assign(new PublicEntryShown(), found, { lines: [...found.lines] });
  }
}
