import { commentsStream } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { Injectable } from '@nestjs/common';
import type { CurrentUser } from '../identity/current-user.js';
import { rowsOf } from '../log/rows.js';
import { StreamLoader } from '../log/stream-loader.js';
import { Comment } from './comment.type.js';
import { foldIntoComments, type CommentRow } from './read-model/comment-table.js';

/** A comment as it stood at a position, and the day on which it was taken back by now; null while it stands. */
export type ListedComment = CommentRow & { readonly taken_back_on: string | null };

/** The comments on claims, by the claims' numbers. */
@Injectable()
export class CommentRows extends StreamLoader<CommentRow, readonly CommentRow[]> {
  protected readonly query = {
    name: 'read.comments-by-claim',
    text: 'select * from read.comment_at($1, $3) where claim = any ($2)',
  };
  protected readonly streamOf = commentsStream;

  protected valuesOf(rows: readonly CommentRow[]): ReadonlyMap<string, readonly CommentRow[]> {
    const found = new Map<string, CommentRow[]>();
    for (const row of rows) found.set(row.claim, [...(found.get(row.claim) ?? []), row]);
    return found;
  }

  protected foldOf(events: readonly RecordedEvent[]): readonly CommentRow[] {
    return rowsOf(events, foldIntoComments);
  }
}

/** A comment as it stands for somebody; of the past nothing can be done about it. */
export function toComment(row: CommentRow | ListedComment, user: CurrentUser, isPast: boolean): Comment {
  const withdrawnOn = row.withdrawn_on ?? ('taken_back_on' in row ? row.taken_back_on : null);
  const stands = withdrawnOn === null;
  return Object.assign(new Comment(), {
    id: row.id,
    claimId: row.claim,
    author: row.author,
    text: stands ? row.text : null,
    mentions: row.mentions.map(({ readOn, ...official }) => ({ official, readOn })),
    writtenOn: row.written_on,
    recordedAt: row.written_at,
    withdrawnOn,
    canWithdraw: !isPast && stands && row.author.userId === user.id,
    awaitsMe: !isPast && stands && row.unread.includes(user.id),
  });
}
