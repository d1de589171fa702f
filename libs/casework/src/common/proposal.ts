import type { Bilingual } from '@duixian/policy';
import { z } from 'zod';
import type { Actor } from './actor.js';
import { plainDateSchema, type PlainDate } from './plain-date.js';
import { refusal, type Refusal } from './refusal.js';

/**
 * What one official proposes takes effect only when another agrees (双人办理), and not before its waiting time is over;
 * until then it can still be refused. Whoever records a proposal in events of his own keeps this state beside it: which
 * offices may propose and agree is his to say.
 */
export interface Proposal {
  /** The id of the command that proposed it. */
  readonly id: string;
  /** User id. */
  readonly proposedBy: string;
  readonly proposedOn: PlainDate;
  /** Last day on which it can be agreed to; then it lapses of itself. */
  readonly opensUntil: PlainDate;
  /** What was said of it, if anything. */
  readonly answer: ProposalAnswer | null;
}

export type ProposalAnswer =
  | { readonly kind: 'agreed'; readonly by: string; readonly on: PlainDate; readonly effectiveFrom: PlainDate }
  | { readonly kind: 'refused'; readonly by: string; readonly on: PlainDate; readonly reason: string }
  | { readonly kind: 'withdrawn'; readonly by: string; readonly on: PlainDate };

export const PROPOSAL_STANDINGS = ['open', 'lapsed', 'waiting', 'in-force', 'refused', 'withdrawn'] as const;
export type ProposalStanding = (typeof PROPOSAL_STANDINGS)[number];

/** Fields of the event that proposes; its own content stands beside them. */
export const proposedSchema = z.object({ proposal: z.string(), opensUntil: plainDateSchema });
/** Fields of the event by which a second person agrees. */
export const agreedSchema = z.object({ proposal: z.string(), effectiveFrom: plainDateSchema });
/** Fields of the event that refuses, also one agreed to whose waiting time is not over. */
export const refusedSchema = z.object({ proposal: z.string(), reason: z.string() });
/** Fields of the event by which the proposer takes it back. */
export const withdrawnSchema = z.object({ proposal: z.string() });

/** How the proposal stands on a day. */
export function proposalStanding(proposal: Proposal, on: PlainDate): ProposalStanding {
  const { answer, opensUntil } = proposal;
  if (answer === null) return on > opensUntil ? 'lapsed' : 'open';
  if (answer.kind !== 'agreed') return answer.kind;
  return on < answer.effectiveFrom ? 'waiting' : 'in-force';
}

/** Why `actor` may not agree today; null when he may. */
export function agreementRefusal(proposal: Proposal, actor: Actor, on: PlainDate): Refusal | null {
  if (proposalStanding(proposal, on) !== 'open') return notOpen(proposal, on);
  return proposal.proposedBy === actor.userId ? samePerson() : null;
}

/** Why it cannot be refused today: what has taken effect is changed by another proposal. */
export function objectionRefusal(proposal: Proposal, actor: Actor, on: PlainDate): Refusal | null {
  const standing = proposalStanding(proposal, on);
  if (standing !== 'open' && standing !== 'waiting') return notOpen(proposal, on);
  return proposal.proposedBy === actor.userId ? samePerson() : null;
}

/** Why `actor` may not take it back today: only its proposer does, until it takes effect. */
export function withdrawalRefusal(proposal: Proposal, actor: Actor, on: PlainDate): Refusal | null {
  const standing = proposalStanding(proposal, on);
  if (standing !== 'open' && standing !== 'waiting') return notOpen(proposal, on);
  if (proposal.proposedBy === actor.userId) return null;
  return refusal('NOT_YOUR_OFFICE', {
    zh: '只有提议人可以撤回该提议；如不同意，请予以否决。',
    en: 'Only its proposer takes a proposal back; refuse it if you do not agree.',
  });
}

const STANDING_WORDS: Readonly<Record<ProposalStanding, Bilingual>> = {
  open: { zh: '待同意', en: 'still open' },
  lapsed: { zh: '已逾期失效', en: 'has lapsed' },
  waiting: { zh: '已同意，等待期未满', en: 'was agreed to and waits to take effect' },
  'in-force': { zh: '已生效', en: 'has taken effect' },
  refused: { zh: '已否决', en: 'was refused' },
  withdrawn: { zh: '已撤回', en: 'was taken back' },
};

function notOpen(proposal: Proposal, on: PlainDate): Refusal {
  const { zh, en } = STANDING_WORDS[proposalStanding(proposal, on)];
  return refusal('ALREADY_DECIDED', {
    zh: `该提议${zh}，请刷新后再看；如仍需变更，请重新提议。`,
    en: `The proposal ${en}: look at it afresh, and propose anew if it is still needed.`,
  });
}

function samePerson(): Refusal {
  return refusal('SAME_PERSON', {
    zh: '该提议由您本人提出，须由另一位经办人同意或否决。',
    en: 'You proposed this yourself: a colleague has to agree to it or refuse it.',
  });
}
