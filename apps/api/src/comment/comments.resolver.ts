import { commenterRefusal } from '@duixian/casework';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ClaimFiles } from '../claim/read/claim-files.js';
import { Claim } from '../claim/read/claim.type.js';
import { ClaimsById } from '../claim/read/claims-by-id.js';
import { toClaim } from '../claim/read/to-claim.js';
import type { GraphqlContext } from '../graphql/context.js';
import { ListArgs, toConnection } from '../graphql/pagination.js';
import { ArgumentKinds } from '../graphql/values/value-kind.js';
import { actorOf } from '../identity/actor.js';
import { CurrentUser } from '../identity/current-user.js';
import { RequirePermission } from '../identity/require-permission.js';
import { isPermitted } from '../identity/permission.js';
import { Positions } from '../log/positions.js';
import { Law } from '../policy/law/law.js';
import { CommentList } from './comment-list.js';
import { CommentRows, toComment } from './comment-rows.js';
import { Comment, CommentConnection, Mentionable } from './comment.type.js';
import { MentionableOfficials } from './mentionable-officials.js';
import type { CommentRow } from './read-model/comment-table.js';

@Resolver()
export class CommentsResolver {
  constructor(
    private readonly list: CommentList,
    private readonly officials: MentionableOfficials,
  ) {}

  @Query(() => CommentConnection, { description: 'What officials said to each other of a claim (批注), newest first.' })
  @RequirePermission('comment.read')
  @ArgumentKinds({ claim: 'reference' })
  async comments(
    @Args('claim', { type: () => ID, description: 'Its number.' }) claim: string,
    @CurrentUser() user: CurrentUser,
    @Args() page: ListArgs,
  ): Promise<CommentConnection> {
    const found = await this.list.ofClaim(user, page, claim);
    return toConnection(found, (row) => toComment(row, user, found.at?.isPast ?? false));
  }

  @Query(() => CommentConnection, {
    description: 'Comments that mention you and that you have not marked as read (提到我的), newest first.',
  })
  @RequirePermission('comment.read')
  async mentions(@CurrentUser() user: CurrentUser, @Args() page: ListArgs): Promise<CommentConnection> {
    const found = await this.list.mentions(user, page);
    return toConnection(found, (row) => toComment(row, user, found.at?.isPast ?? false));
  }

  @Query(() => [Mentionable], {
    description: 'Officials of your city whom you can mention, those of your office first: at most 20.',
  })
  @RequirePermission('comment.read')
  @ArgumentKinds({ query: 'search' })
  async mentionable(
    @CurrentUser() user: CurrentUser,
    @Args('query', {
      type: () => String,
      nullable: true,
      description: 'Part of a name, a username or a department.',
    })
    query: string | null,
  ): Promise<Mentionable[]> {
    return this.officials.find(user, query?.trim() ?? '');
  }
}

/** The claim of a comment. */
@Resolver(() => Comment)
export class ClaimOfCommentResolver {
  constructor(private readonly claims: ClaimsById) {}

  @ResolveField(() => Claim, { nullable: true, description: 'The claim that it is on.' })
  async claim(@Parent() { claimId }: Comment, @Context() context: GraphqlContext): Promise<Claim | null> {
    const row = await this.claims.load(context, claimId);
    return row === null ? null : toClaim(row);
  }
}

/** Who comments on a claim. */
@Resolver(() => Claim)
export class MayCommentResolver {
  constructor(
    private readonly files: ClaimFiles,
    private readonly comments: CommentRows,
    private readonly law: Law,
    private readonly positions: Positions,
  ) {}

  @ResolveField(() => Boolean, {
    description: 'Whether you may comment on it: your office works on it, or somebody of one that does mentioned you.',
  })
  async mayComment(
    @Parent() { id, row }: Claim,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<boolean> {
    if (!isPermitted(user.roles, 'comment.write') || (await this.positions.of(row.tenant)).isPast) return false;
    const file = await this.files.load(context, id);
    if (file === null) return false;
    const comments = ((await this.comments.load(context, id)) ?? []).map(asComment);
    return commenterRefusal(file.claim, comments, actorOf(user), this.law.ofClaim(row.tenant, file.claim)) === null;
  }
}

function asComment({ id, author, mentions, unread, withdrawn_on: withdrawnOn }: CommentRow) {
  const mentioned = mentions.map(({ userId }) => userId);
  const readBy = mentioned.filter((each) => !unread.includes(each));
  return { id, author: author.userId, mentioned, readBy, withdrawn: withdrawnOn !== null };
}
