import { parseCommentEvent, type EventMeta, type NamedOfficial } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { sqlFile } from '../../database/sql-file.js';
import { column, type Columns, type RowOf } from '../../log/columns.js';
import { foldById } from '../../log/fold-by-id.js';
import { idIn, type ReadTable } from '../../log/read-table.js';
import type { Rows } from '../../log/rows.js';
import { VersionedTable } from '../../log/versioned-table.js';

/** Somebody whom a comment mentions, and when he marked it as read; null while he has not. */
export type MentionedOfficial = NamedOfficial & { readonly readOn: string | null };

const COMMENT_COLUMNS = {
  tenant: column.id,
  // The command that wrote it.
  id: column.id,
  claim: column.id,
  author: column.json<EventMeta['actor']>(),
  text: column.text,
  mentions: column.json<readonly MentionedOfficial[]>(),
  // User ids of those mentioned who have not read it.
  unread: column.texts,
  written_on: column.day,
  written_at: column.moment,
  withdrawn_on: column.orNull(column.day),
  position: column.position,
} as const satisfies Columns;

/** A row of `read.comment`. */
export type CommentRow = RowOf<typeof COMMENT_COLUMNS>;

const COMMENT = new VersionedTable('comment', ['id'], COMMENT_COLUMNS);

/** `comment`. */
export const commentTable: ReadTable = {
  ddl: COMMENT.ddl,
  reading: sqlFile(import.meta.url, 'comment-reading.sql'),
  versioned: [COMMENT],

  async apply(tenant, batch, client) {
    const recorded = batch.filter(({ stream }) => idIn(stream, 'comments-') !== null);
    await foldById(client, tenant, recorded, {
      table: COMMENT,
      touched: (each) => commentsIn(parseCommentEvent(each)),
      fold: foldIntoComments,
    });
  },
};

function commentsIn(event: ReturnType<typeof parseCommentEvent>): readonly string[] {
  return event.type === 'MentionRead' ? event.data.comments : [event.data.comment];
}

/** What an event of a claim's comments makes of them. */
export function foldIntoComments(rows: Rows<CommentRow>, recorded: RecordedEvent): void {
  const event = parseCommentEvent(recorded);
  const { occurredOn: on } = event;
  const { actor } = event.meta;
  switch (event.type) {
    case 'CommentWritten': {
      const { claim, comment: id, text, mentions } = event.data;
      rows.set(id, {
        ...{ tenant: recorded.tenant, id, claim, author: actor, text },
        mentions: mentions.map((each) => ({ ...each, readOn: null })),
        unread: mentions.map(({ userId }) => userId),
        ...{ written_on: on, written_at: recorded.recordedAt, withdrawn_on: null },
        position: recorded.position.toString(),
      });
      return;
    }
    case 'CommentWithdrawn':
      rows.change(event.data.comment, (row) => ({ ...row, withdrawn_on: on }));
      return;
    case 'MentionRead':
      for (const comment of event.data.comments) rows.change(comment, (row) => readBy(row, actor.userId, on));
  }
}

function readBy(row: CommentRow, userId: string, on: string): CommentRow {
  return {
    ...row,
    mentions: row.mentions.map((each) => (each.userId === userId ? { ...each, readOn: on } : each)),
    unread: row.unread.filter((each) => each !== userId),
  };
}
