import type { Bilingual } from '@duixian/policy';

export const CLAIM_STATUSES = [
  'submitted',
  'accepted',
  'returned',
  'reviewed',
  'rejected',
  'withdrawn',
  'determined',
  'declined',
  'publicised',
  'objected',
  'instructed',
  'settling',
  'paid',
  'settled',
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** The words of the field, as refusals and pages use them. */
export const STATUS_NAMES: Readonly<Record<ClaimStatus, Bilingual>> = {
  submitted: { zh: '已申报', en: 'submitted' },
  accepted: { zh: '已受理', en: 'accepted' },
  returned: { zh: '退回补正', en: 'returned' },
  reviewed: { zh: '已审核', en: 'reviewed' },
  rejected: { zh: '不予通过', en: 'rejected' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  determined: { zh: '已核定', en: 'determined' },
  declined: { zh: '不予兑现', en: 'declined' },
  publicised: { zh: '公示中', en: 'publicised' },
  objected: { zh: '异议处理中', en: 'objected to' },
  instructed: { zh: '拨付中', en: 'instructed' },
  settling: { zh: '结清待复核', en: 'settling' },
  paid: { zh: '已拨付', en: 'paid' },
  settled: { zh: '已结清', en: 'settled' },
};

/** How far a status is on the way; what has ended is past every step. */
export const PROGRESS: Readonly<Record<ClaimStatus, number>> = {
  submitted: 1,
  returned: 1,
  accepted: 2,
  reviewed: 3,
  determined: 4,
  publicised: 5,
  objected: 5,
  instructed: 6,
  settling: 7,
  paid: 8,
  settled: 8,
  rejected: 8,
  withdrawn: 8,
  declined: 8,
};

/** Whether its review is over, or none will come: only what is as far as that holds it up on its papers. */
export function isPastReview(status: ClaimStatus): boolean {
  return PROGRESS[status] >= PROGRESS.reviewed;
}

/** What comes to nothing: it is compared with nothing, and rests on no papers. */
export const COME_TO_NOTHING: ReadonlySet<ClaimStatus> = new Set(['rejected', 'withdrawn', 'declined']);
