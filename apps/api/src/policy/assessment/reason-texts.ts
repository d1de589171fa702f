import type { Bilingual, ReasonCode } from '@duixian/policy';

/** Each reason as a sentence for a list or a letter; the trace says it with the numbers of the case. */
export const REASON_TEXTS: Readonly<Record<ReasonCode, Bilingual>> = {
  OUTSIDE_POLICY_PERIOD: {
    zh: '事项发生日期不在政策有效期内。',
    en: 'The matter did not occur while the policy was in force.',
  },
  WRONG_JURISDICTION: {
    zh: '企业不属于本政策的适用地区。',
    en: 'The enterprise does not belong to the area of this policy.',
  },
  CONDITION_NOT_MET: { zh: '不符合条款规定的条件。', en: 'A condition of the clause is not met.' },
  HIGHER_LEVEL_POLICY: { zh: '应按上级政策申报。', en: 'The case belongs under a policy of a higher level.' },
  SCHEDULE_EXHAUSTED: { zh: '补助年限已满。', en: 'The years for which the clause supports are over.' },
  ITEM_CAP: { zh: '超过单项最高限额，按限额计。', en: 'The limit on one claim is reached.' },
  ENTERPRISE_TOTAL_CAP: {
    zh: '超过单个企业累计最高限额，按剩余额度计。',
    en: 'The limit of the enterprise over all years is reached.',
  },
  ENTERPRISE_YEAR_CAP: {
    zh: '超过单个企业年度最高限额，按剩余额度计。',
    en: 'The limit of the enterprise for the year is reached.',
  },
  ALREADY_GRANTED: { zh: '已扣除本条款下此前核拨的金额。', en: 'What was granted before under this clause came off.' },
  OVERLAP: {
    zh: '同一事项就高不重复，已扣除其他政策核拨的金额。',
    en: 'The same matter is paid once, at the highest amount: other grants came off.',
  },
  POOL_LIMIT: { zh: '本年度资金总额不足，按剩余额度计。', en: 'The pool of the year had too little left.' },
  QUOTA_EXHAUSTED: { zh: '本年度名额已满。', en: 'The quota of the year is used up.' },
};
