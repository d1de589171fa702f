export { awaits, foldComments, type Comment } from './comment.js';
export { commenterRefusal } from './commenter.js';
export type { CommentEvent } from './comment-event.js';
export {
  decideComment,
  decideCommentWithdrawal,
  decideMentionRead,
  MENTIONS_MAX,
  type OnComment,
  type WriteComment,
} from './decide-comment.js';
