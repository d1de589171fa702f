import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { ListArgs, toConnection } from '../../graphql/pagination.js';
import { ArgumentKinds } from '../../graphql/values/value-kind.js';
import { actorOf } from '../../identity/actor.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { AsOf } from '../../log/as-of.input.js';
import { Positions } from '../../log/positions.js';
import { RecognitionLists } from '../read/recognition-rows.js';
import { RecognitionEntryConnection, RecognitionList, RecognitionListConnection } from '../read/recognition.type.js';
import { toRecognitionEntry, toRecognitionList } from '../read/to-recognition.js';
import { RecognitionEntryFilter, RecognitionListFilter } from './recognition-filter.js';
import { RecognitionPages } from './recognition-pages.js';

@Resolver()
export class RecognitionsResolver {
  constructor(
    private readonly pages: RecognitionPages,
    private readonly lists: RecognitionLists,
    private readonly positions: Positions,
  ) {}

  @Query(() => RecognitionListConnection, {
    description: '认定名单: the lists of recognitions that departments of your city imported, the newest first.',
  })
  @RequirePermission('recognition.read')
  async recognitionLists(
    @CurrentUser() user: CurrentUser,
    @Args() page: ListArgs,
    @Args('filter', { nullable: true, description: 'Which lists; all if left out.' }) filter?: RecognitionListFilter,
  ): Promise<RecognitionListConnection> {
    const found = await this.pages.lists(user.tenant, page, filter ?? {});
    const { today } = await this.positions.of(user.tenant);
    return toConnection(found, (row) => toRecognitionList(row, actorOf(user), today));
  }

  @Query(() => RecognitionList, {
    nullable: true,
    description: 'One list by the number of its document; null where there is none.',
  })
  @RequirePermission('recognition.read')
  @ArgumentKinds({ id: 'reference' })
  async recognitionList(
    @Args('id', { type: () => ID, description: 'Number of its document.' }) id: string,
    @Context() context: GraphqlContext,
    @Args('asOf', { nullable: true, description: 'The list as it was then.' }) _asOf?: AsOf,
  ): Promise<RecognitionList | null> {
    const user = userOf(context);
    const row = await this.lists.load(context, id);
    if (row === null) return null;
    return toRecognitionList(row, actorOf(user), (await this.positions.of(user.tenant)).today);
  }

  @Query(() => RecognitionEntryConnection, { description: 'Entries of the lists of recognitions, list by list.' })
  @RequirePermission('recognition.read')
  async recognitionEntries(
    @Context() context: GraphqlContext,
    @Args() page: ListArgs,
    @Args('filter', { nullable: true, description: 'Which entries; all if left out.' })
    filter?: RecognitionEntryFilter,
  ): Promise<RecognitionEntryConnection> {
    return toConnection(await this.pages.entries(context, page, filter ?? {}), toRecognitionEntry);
  }
}
