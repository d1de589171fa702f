import type { ReasonCode } from '@duixian/policy';
import { registerEnumType } from '@nestjs/graphql';
import { wordsOf } from '../../graphql/enum-of.js';
import { REASON_TEXTS } from './reason-texts.js';

/** Every reason, under its own name. */
export const ReasonCodeEnum = {
  OUTSIDE_POLICY_PERIOD: 'OUTSIDE_POLICY_PERIOD',
  WRONG_JURISDICTION: 'WRONG_JURISDICTION',
  CONDITION_NOT_MET: 'CONDITION_NOT_MET',
  HIGHER_LEVEL_POLICY: 'HIGHER_LEVEL_POLICY',
  SCHEDULE_EXHAUSTED: 'SCHEDULE_EXHAUSTED',
  ITEM_CAP: 'ITEM_CAP',
  ENTERPRISE_TOTAL_CAP: 'ENTERPRISE_TOTAL_CAP',
  ENTERPRISE_YEAR_CAP: 'ENTERPRISE_YEAR_CAP',
  ALREADY_GRANTED: 'ALREADY_GRANTED',
  OVERLAP: 'OVERLAP',
  POOL_LIMIT: 'POOL_LIMIT',
  QUOTA_EXHAUSTED: 'QUOTA_EXHAUSTED',
} as const satisfies { readonly [Code in ReasonCode]: Code };

registerEnumType(ReasonCodeEnum, {
  name: 'ReasonCode',
  description: 'Why a claim gets less than its clause promises, or nothing (原因代码).',
  valuesMap: wordsOf(REASON_TEXTS),
});
