/** Why a claim is not eligible. */
export type RefusalCode =
  'OUTSIDE_POLICY_PERIOD' | 'WRONG_JURISDICTION' | 'CONDITION_NOT_MET' | 'HIGHER_LEVEL_POLICY' | 'SCHEDULE_EXHAUSTED';

/** Why an eligible claim gets less than the clause promises, perhaps nothing. */
export type LimitCode =
  | 'ITEM_CAP'
  | 'ENTERPRISE_TOTAL_CAP'
  | 'ENTERPRISE_YEAR_CAP'
  | 'ALREADY_GRANTED'
  | 'OVERLAP'
  | 'POOL_LIMIT'
  | 'QUOTA_EXHAUSTED';

export type ReasonCode = RefusalCode | LimitCode;
