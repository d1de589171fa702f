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
  'instructed',
  'settling',
  'paid',
  'settled',
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];
