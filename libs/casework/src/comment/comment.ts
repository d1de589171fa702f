import type { CommentEvent } from './comment-event.js';

/** 批注: what an official says to colleagues of a claim. */
export interface Comment {
  /** The id of the command that wrote it. */
  readonly id: string;
  /** User id. */
  readonly author: string;
  /** User ids of those who are mentioned, and of those of them who have read it. */
  readonly mentioned: readonly string[];
  readonly readBy: readonly string[];
  readonly withdrawn: boolean;
}

/** Those on one claim, in the order of their recording. */
export function foldComments(events: readonly CommentEvent[]): readonly Comment[] {
  return events.reduce<readonly Comment[]>((comments, event) => {
    const { userId } = event.meta.actor;
    switch (event.type) {
      case 'CommentWritten': {
        const { comment: id, mentions } = event.data;
        const mentioned = mentions.map((each) => each.userId);
        return [...comments, { id, author: userId, mentioned, readBy: [], withdrawn: false }];
      }
      case 'CommentWithdrawn':
        return comments.map((each) => (each.id === event.data.comment ? { ...each, withdrawn: true } : each));
      case 'MentionRead':
        return comments.map((each) =>
          event.data.comments.includes(each.id) ? { ...each, readBy: [...each.readBy, userId] } : each,
        );
    }
  }, []);
}

/** Whether somebody is mentioned in a comment that stands, and has not read it. */
export function awaits({ mentioned, readBy, withdrawn }: Comment, userId: string): boolean {
  return !withdrawn && mentioned.includes(userId) && !readBy.includes(userId);
}
