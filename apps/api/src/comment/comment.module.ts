import { Module } from '@nestjs/common';
import { CommentList } from './comment-list.js';
import { CommentRows } from './comment-rows.js';
import { ClaimOfCommentResolver, CommentsResolver, MayCommentResolver } from './comments.resolver.js';
import { MentionableOfficials } from './mentionable-officials.js';
import {
  CommentAnswer,
  ReadMentionHandler,
  WithdrawCommentHandler,
  WriteCommentHandler,
  WriteCommentResolver,
} from './write-comment.js';

/** 批注、@同事: what officials say to each other of claims. */
@Module({
  providers: [
    WriteCommentHandler,
    WithdrawCommentHandler,
    ReadMentionHandler,
    CommentAnswer,
    WriteCommentResolver,
    CommentList,
    CommentRows,
    MentionableOfficials,
    CommentsResolver,
    ClaimOfCommentResolver,
    MayCommentResolver,
  ],
})
export class CommentModule {}
