import { describe, expect, it } from '@jest/globals';
import type { CaseworkDecision } from '../casework-event.js';
import type { Actor } from '../common/actor.js';
import {
  accepted,
  catalogue,
  CITY,
  CLAIM,
  claimAfter,
  clerk,
  command,
  COUNTY,
  determined,
  finance,
  official,
  recordedBy,
  refusalBy,
  reviewed,
  reviewer,
  submitted,
} from '../spec/fixtures.spec.js';
import { science, Walk } from '../spec/routes.spec.js';
import { foldComments, type Comment } from './comment.js';
import type { CommentEvent } from './comment-event.js';
import { decideComment, decideCommentWithdrawal, decideMentionRead, type WriteComment } from './decide-comment.js';

const auditor = official('auditor', 'auditor');
const stranger = official('stranger', 'reviewer', CITY, '市科技局');
const claim = claimAfter(submitted(), accepted, reviewed, determined);

const decide = (
  actor: Actor,
  change: Partial<WriteComment> = {},
  rest: Partial<Parameters<typeof decideComment>[0]> = {},
): CaseworkDecision =>
  decideComment({
    command: { ...command(actor), claim: CLAIM, text: '发票与合同金额不一致', mentions: [], ...change },
    claim,
    comments: [],
    mentioned: [],
    catalogue,
    ...rest,
  });

/** The comments after what was decided, one after the other. */
function after(...decisions: CaseworkDecision[]): readonly Comment[] {
  const events = decisions.flatMap((decision) =>
    decision.ok ? decision.streams.flatMap((stream) => stream.events) : [],
  );
  return foldComments(events as CommentEvent[]);
}

const mentioning = decide(clerk, { mentions: [stranger.userId] }, { mentioned: [stranger] });
const on = (actor: Actor, by = clerk) => ({ ...command(actor), claim: CLAIM, comment: command(by).commandId });

describe('a comment', () => {
  it('is recorded beside the claim, with whom it mentions', () => {
    const { userId, username, displayName } = stranger;
    expect(recordedBy(mentioning)).toEqual({
      [`comments-${CLAIM}`]: [
        {
          type: 'CommentWritten',
          data: {
            claim: CLAIM,
            comment: 'by-clerk',
            text: '发票与合同金额不一致',
            mentions: [{ userId, username, displayName }],
          },
        },
      ],
    });
  });

  it.each([
    ['the window', clerk],
    ['the lead department', reviewer],
    ['finance', finance],
    ['a treasury that pays of it', official('treasury', 'treasury', COUNTY)],
  ])('is for %s', (_, actor) => {
    expect(refusalBy(decide(actor))).toBeNull();
  });

  it('is for a department on the route of the claim', () => {
    expect(refusalBy(decide(science, {}, { claim: new Walk().claim }))).toBeNull();
  });

  it.each([
    ['a department that the claim does not go by', stranger],
    ['the window of another county', official('x', 'clerk', '350583')],
    ['a treasury that pays nothing of it', official('x', 'treasury', '350583')],
    ['an auditor', auditor],
  ])('is not for %s', (_, actor) => {
    expect(refusalBy(decide(actor))).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
  });

  it('is for whoever is mentioned in one that stands', () => {
    expect(refusalBy(decide(stranger, {}, { comments: after(mentioning) }))).toBeNull();
    const withdrawn = after(mentioning, decideCommentWithdrawal({ command: on(clerk), comments: after(mentioning) }));
    expect(refusalBy(decide(stranger, {}, { comments: withdrawn }))).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
  });

  it('by which somebody answers marks what he is mentioned in as read', () => {
    const answer = decide(stranger, {}, { comments: after(mentioning) });
    expect(recordedBy(answer)[`comments-${CLAIM}`]?.[1]).toEqual({
      type: 'MentionRead',
      data: { claim: CLAIM, comments: ['by-clerk'] },
    });
    const later = decide(stranger, {}, { comments: after(mentioning, answer) });
    expect(recordedBy(later)[`comments-${CLAIM}`]).toHaveLength(1);
  });

  it.each([
    ['text', { text: ' ' }, []],
    ['text', { text: '字'.repeat(2001) }, []],
    ['mentions', { mentions: ['nobody'] }, []],
    ['mentions', { mentions: [clerk.userId] }, [clerk]],
    ['mentions', { mentions: Array.from({ length: 21 }, (_, index) => String(index)) }, []],
  ])('is refused for its %s: %o', (field, change, mentioned) => {
    expect(refusalBy(decide(clerk, change, { mentioned }))).toEqual({ code: 'INVALID_INPUT', field });
  });

  it('is on a claim', () => {
    expect(refusalBy(decide(clerk, {}, { claim: null }))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('its withdrawal', () => {
  const withdraw = (actor: Actor, comments = after(mentioning)) =>
    decideCommentWithdrawal({ command: on(actor), comments });

  it('is for its author alone, and once', () => {
    expect(recordedBy(withdraw(clerk))).toEqual({
      [`comments-${CLAIM}`]: [{ type: 'CommentWithdrawn', data: { claim: CLAIM, comment: 'by-clerk' } }],
    });
    expect(refusalBy(withdraw(finance))).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    const withdrawn = after(mentioning, withdraw(clerk));
    expect(refusalBy(withdraw(clerk, withdrawn))).toMatchObject({ code: 'ALREADY_DECIDED' });
    expect(refusalBy(withdraw(clerk, []))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a mention', () => {
  const read = (actor: Actor, comments = after(mentioning)) => decideMentionRead({ command: on(actor), comments });

  it('is marked as read by whoever is mentioned, once', () => {
    expect(recordedBy(read(stranger))).toEqual({
      [`comments-${CLAIM}`]: [{ type: 'MentionRead', data: { claim: CLAIM, comments: ['by-clerk'] } }],
    });
    const marked = after(mentioning, read(stranger));
    expect(refusalBy(read(stranger, marked))).toMatchObject({ code: 'ALREADY_DECIDED' });
    expect(refusalBy(read(finance))).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    expect(refusalBy(read(stranger, []))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is none any more once its comment is taken back', () => {
    const withdrawn = after(mentioning, decideCommentWithdrawal({ command: on(clerk), comments: after(mentioning) }));
    expect(refusalBy(read(stranger, withdrawn))).toMatchObject({ code: 'ALREADY_DECIDED' });
  });
});
