import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../casework-event.js';
import type { Actor, Command } from '../common/actor.js';
import { accepted, event, refused } from '../common/decision.js';
import { invalidInput, refusal, type FieldProblem, type Refusal } from '../common/refusal.js';
import { commentsStream } from '../common/streams.js';
import type { ClaimState } from '../claim/claim.js';
import { sentenceRefusal } from '../claim/sentence.js';
import { claimNotFound } from '../claim/standing.js';
import { awaits, type Comment } from './comment.js';
import { commenterRefusal } from './commenter.js';

/** Colleagues that one comment mentions at the most. */
export const MENTIONS_MAX = 20;

export interface WriteComment extends Command {
  /** The claim's number. */
  readonly claim: string;
  readonly text: string;
  /** User ids. */
  readonly mentions: readonly string[];
}

/** On one comment of a claim. */
export interface OnComment extends Command {
  readonly claim: string;
  readonly comment: string;
}

/**
 * 批注、@同事: beside the claim, and no step on it. Who writes has read what he is mentioned in, since he answers it.
 *
 * @param mentioned those of `mentions` whose accounts are open.
 */
export function decideComment(input: {
  readonly command: WriteComment;
  readonly claim: ClaimState;
  readonly comments: readonly Comment[];
  readonly mentioned: readonly Actor[];
  readonly catalogue: Catalogue;
}): CaseworkDecision {
  const { command, claim, comments, mentioned, catalogue } = input;
  if (claim === null) return refused(claimNotFound());
  const { commandId: comment, actor } = command;
  const wrong = commenterRefusal(claim, comments, actor, catalogue);
  if (wrong !== null) return refused(wrong);
  const problems = [...textProblems(command), ...mentionProblems(command, mentioned)];
  if (problems.length > 0) return refused(invalidInput(problems));
  const mentions = mentioned.map(({ userId, username, displayName }) => ({ userId, username, displayName }));
  const written = event(command, 'CommentWritten', { claim: claim.id, comment, text: command.text.trim(), mentions });
  const answered = comments.filter((each) => awaits(each, actor.userId)).map(({ id }) => id);
  const read = answered.length === 0 ? [] : [event(command, 'MentionRead', { claim: claim.id, comments: answered })];
  return accepted([{ stream: commentsStream(claim.id), events: [written, ...read] }]);
}

/** Its author takes it back; colleagues are shown that he did, and not what it said. */
export function decideCommentWithdrawal(input: {
  readonly command: OnComment;
  readonly comments: readonly Comment[];
}): CaseworkDecision {
  const { command, comments } = input;
  const found = comments.find(({ id }) => id === command.comment);
  if (found === undefined) return refused(commentNotFound());
  const wrong = withdrawerRefusal(found, command.actor) ?? withdrawnRefusal(found);
  if (wrong !== null) return refused(wrong);
  const data = { claim: command.claim, comment: found.id };
  return accepted([{ stream: commentsStream(command.claim), events: [event(command, 'CommentWithdrawn', data)] }]);
}

/** 已阅: who is mentioned says that he has read it. */
export function decideMentionRead(input: {
  readonly command: OnComment;
  readonly comments: readonly Comment[];
}): CaseworkDecision {
  const { command, comments } = input;
  const { userId } = command.actor;
  const found = comments.find(({ id }) => id === command.comment);
  if (found === undefined) return refused(commentNotFound());
  const wrong = mentionedRefusal(found, userId) ?? withdrawnRefusal(found) ?? readRefusal(found, userId);
  if (wrong !== null) return refused(wrong);
  const data = { claim: command.claim, comments: [found.id] };
  return accepted([{ stream: commentsStream(command.claim), events: [event(command, 'MentionRead', data)] }]);
}

function textProblems({ text }: WriteComment): readonly FieldProblem[] {
  return sentenceRefusal('text', text)?.problems ?? [];
}

function mentionProblems({ mentions, actor }: WriteComment, mentioned: readonly Actor[]): FieldProblem[] {
  if (mentions.length > MENTIONS_MAX) {
    return [
      problem(
        `一条批注最多@${MENTIONS_MAX}名同事，请减少。`,
        `A comment mentions at most ${MENTIONS_MAX} colleagues: leave some out.`,
      ),
    ];
  }
  if (mentions.includes(actor.userId)) return [problem('不必@您本人，请去掉。', 'Leave yourself out.')];
  const known = new Set(mentioned.map(({ userId }) => userId));
  const unknown = mentions.filter((id) => !known.has(id)).length;
  if (unknown === 0) return [];
  return [
    problem(
      `@到的同事中有${unknown}名没有账号或账号已停用，请去掉后重试。`,
      `${unknown} of those mentioned have no account that is open: leave them out.`,
    ),
  ];
}

function problem(zh: string, en: string): FieldProblem {
  return { field: 'mentions', message: { zh, en } };
}

/** Why `actor` does not take it back; null when he may, as far as it stands. */
function withdrawerRefusal({ author }: Comment, actor: Actor): Refusal | null {
  if (author === actor.userId) return null;
  return refusal('NOT_YOUR_OFFICE', {
    zh: '批注只由填写人本人撤回，请转告填写人。',
    en: 'Whoever wrote a comment takes it back: tell him.',
  });
}

function withdrawnRefusal({ withdrawn }: Comment): Refusal | null {
  if (!withdrawn) return null;
  return refusal('ALREADY_DECIDED', {
    zh: '此条批注已撤回，无需再办理。',
    en: 'The comment was taken back already: nothing is left to do.',
  });
}

function mentionedRefusal({ mentioned }: Comment, userId: string): Refusal | null {
  if (mentioned.includes(userId)) return null;
  return refusal('NOT_YOUR_OFFICE', {
    zh: '此条批注没有@您，无需标为已阅。',
    en: 'The comment does not mention you: there is nothing for you to mark as read.',
  });
}

function readRefusal({ readBy }: Comment, userId: string): Refusal | null {
  if (!readBy.includes(userId)) return null;
  return refusal('ALREADY_DECIDED', {
    zh: '您已将此条标为已阅，无需再办理。',
    en: 'You have marked it as read already: nothing is left to do.',
  });
}

function commentNotFound(): Refusal {
  return refusal(
    'NOT_FOUND',
    { zh: '没有这条批注，请刷新页面。', en: 'There is no such comment: look at the page afresh.' },
    'comment',
  );
}
