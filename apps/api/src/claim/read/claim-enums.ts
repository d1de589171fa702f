import {
  CLAIM_ACTIONS,
  CLAIM_STATUSES,
  STATUS_NAMES,
  stepOf,
  type ClaimAction,
  type ClaimStatus,
} from '@duixian/casework';
import { registerEnumType } from '@nestjs/graphql';
import { enumOf, wordsOf } from '../../graphql/enum-of.js';

/** Statuses as GraphQL names them; the values are the ones inside. */
export const ClaimStatusEnum: Readonly<Record<string, ClaimStatus>> = enumOf(CLAIM_STATUSES);

registerEnumType(ClaimStatusEnum, {
  name: 'ClaimStatus',
  description: 'Where a claim stands (办理状态).',
  valuesMap: wordsOf(STATUS_NAMES),
});

export const ClaimActionName: Readonly<Record<string, ClaimAction>> = enumOf(CLAIM_ACTIONS);

registerEnumType(ClaimActionName, {
  name: 'ClaimActionName',
  description: 'A step on a claim (办理环节).',
  valuesMap: wordsOf(Object.fromEntries(CLAIM_ACTIONS.map((action) => [action, stepOf(action).name]))),
});
