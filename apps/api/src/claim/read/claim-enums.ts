import { CLAIM_ACTIONS, type ClaimAction, type ClaimStatus } from '@duixian/casework';
import { registerEnumType } from '@nestjs/graphql';

/** Statuses as GraphQL names them; the values are the ones inside. */
export const ClaimStatusEnum = {
  SUBMITTED: 'submitted',
  ACCEPTED: 'accepted',
  RETURNED: 'returned',
  REVIEWED: 'reviewed',
  REJECTED: 'rejected',
  WITHDRAWN: 'withdrawn',
  DETERMINED: 'determined',
  DECLINED: 'declined',
  PUBLICISED: 'publicised',
  INSTRUCTED: 'instructed',
  PAID: 'paid',
} as const satisfies Record<Uppercase<ClaimStatus>, ClaimStatus>;

registerEnumType(ClaimStatusEnum, {
  name: 'ClaimStatus',
  description: '已申报、已受理、退回补正、已审核、不予通过、已撤回、已核定、不予兑现、公示中、拨付中、已拨付.',
});

export const ClaimActionName: Readonly<Record<string, ClaimAction>> = Object.fromEntries(
  CLAIM_ACTIONS.map((action) => [action, action]),
);

registerEnumType(ClaimActionName, { name: 'ClaimActionName' });
