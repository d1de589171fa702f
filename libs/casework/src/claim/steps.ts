import type { Role } from '../common/actor.js';
import { CLAIM_STATUSES, type ClaimStatus } from './claim-status.js';

export const CLAIM_ACTIONS = [
  'ACCEPT',
  'RETURN',
  'RESUBMIT',
  'REVIEW',
  'REJECT',
  'WITHDRAW',
  'DETERMINE',
  'PUBLICISE',
  'INSTRUCT',
  'SETTLE',
  'AGREE_SETTLEMENT',
  'REFUSE_SETTLEMENT',
] as const;
export type ClaimAction = (typeof CLAIM_ACTIONS)[number];

/** The offices that take steps on a claim; the treasury takes them on its payments. */
export type ClaimOffice = Extract<Role, 'clerk' | 'reviewer' | 'finance'>;

/** From which status an action is taken, and by which office then. */
export const STEPS: Readonly<Record<ClaimAction, Readonly<Partial<Record<ClaimStatus, ClaimOffice>>>>> = {
  ACCEPT: { submitted: 'clerk' },
  RETURN: { submitted: 'clerk', accepted: 'reviewer' },
  RESUBMIT: { returned: 'clerk' },
  REVIEW: { accepted: 'reviewer' },
  REJECT: { submitted: 'clerk', accepted: 'reviewer', reviewed: 'finance' },
  WITHDRAW: {
    submitted: 'clerk',
    accepted: 'clerk',
    returned: 'clerk',
    reviewed: 'clerk',
    determined: 'clerk',
    publicised: 'clerk',
    // Only where nothing can be paid any more: see standing.ts.
    instructed: 'clerk',
  },
  DETERMINE: { reviewed: 'finance' },
  PUBLICISE: { determined: 'finance' },
  INSTRUCT: { publicised: 'finance' },
  // Only once no payment is on its way: see standing.ts.
  SETTLE: { instructed: 'finance' },
  AGREE_SETTLEMENT: { settling: 'finance' },
  REFUSE_SETTLEMENT: { settling: 'finance' },
};

/** How far a status is on the way; what has ended is past every step. */
const PROGRESS: Readonly<Record<ClaimStatus, number>> = {
  submitted: 1,
  returned: 1,
  accepted: 2,
  reviewed: 3,
  determined: 4,
  publicised: 5,
  instructed: 6,
  settling: 7,
  paid: 8,
  settled: 8,
  rejected: 8,
  withdrawn: 8,
  declined: 8,
};

/** The office that takes the action now; null when the status does not allow it. */
export function officeFor(action: ClaimAction, status: ClaimStatus): ClaimOffice | null {
  return STEPS[action][status] ?? null;
}

/** Whether the claim has gone past every status from which the action is taken. */
export function isPast(action: ClaimAction, status: ClaimStatus): boolean {
  const froms = CLAIM_STATUSES.filter((from) => STEPS[action][from] !== undefined);
  return froms.every((from) => PROGRESS[from] < PROGRESS[status]);
}
