import { ACTION_NAMES, CLAIM_ACTIONS, STATUS_NAMES, type ClaimAction, type ClaimStatus } from '@duixian/casework';
import { registerEnumType } from '@nestjs/graphql';
import { wordsOf } from '../../graphql/enum-of.js';

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
  SETTLING: 'settling',
  PAID: 'paid',
  SETTLED: 'settled',
} as const satisfies Record<Uppercase<ClaimStatus>, ClaimStatus>;

registerEnumType(ClaimStatusEnum, {
  name: 'ClaimStatus',
  description: 'Where a claim stands (办理状态).',
  valuesMap: wordsOf(STATUS_NAMES),
});

export const ClaimActionName: Readonly<Record<string, ClaimAction>> = Object.fromEntries(
  CLAIM_ACTIONS.map((action) => [action, action]),
);

registerEnumType(ClaimActionName, {
  name: 'ClaimActionName',
  description: 'A step on a claim (办理环节).',
  valuesMap: wordsOf(ACTION_NAMES),
});
