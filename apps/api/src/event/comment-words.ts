import type { CommentEvent } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import type { DomainEvent } from '@duixian/treasury';
import { say } from '../policy/describe/words.js';

/** What the field calls what happens to comments. */
export const COMMENT_NAMES: Readonly<Record<CommentEvent['type'], Bilingual>> = {
  CommentWritten: say('批注', 'Comment'),
  CommentWithdrawn: say('撤回批注', 'Comment taken back'),
  MentionRead: say('批注已阅', 'Comment read'),
};

/** Of which claim, and whom it mentions; what it says stands in its data, and on the claim's page while it stands. */
export function commentWords(event: CommentEvent): Bilingual {
  const { claim } = event.data;
  if (event.type !== 'CommentWritten' || event.data.mentions.length === 0) return say(claim, claim);
  const names = event.data.mentions.map(({ displayName }) => `@${displayName}`);
  return say(`${claim}，${names.join('、')}`, `${claim}, ${names.join(', ')}`);
}

export function isOfComments(event: DomainEvent): event is CommentEvent {
  return Object.hasOwn(COMMENT_NAMES, event.type);
}
