import { payeeWords, type Payee } from '../payee.js';
import type { Bilingual } from '../schema/primitives.js';
import type { LimitCode, RefusalCode } from './reason-code.js';
import type { TraceStepKind } from './trace.js';

/** The limits that the trace shows one by one. */
export type LimitStep = Extract<
  TraceStepKind,
  'item-cap' | 'total-cap' | 'year-cap' | 'earlier-grants' | 'overlap' | 'pool' | 'quota' | 'joint-year-cap'
>;

interface LimitTexts {
  readonly code: LimitCode;
  /** Where the limit leaves the amount as it is. */
  readonly within: Bilingual;
  /** Where it lowers the amount. */
  readonly lowered: Bilingual;
  /** Where it leaves nothing. */
  readonly nothing: Bilingual;
}

export const LIMIT_TEXTS: Readonly<Record<LimitStep, LimitTexts>> = {
  'item-cap': {
    code: 'ITEM_CAP',
    within: { zh: '未超过单项最高限额。', en: 'The amount is within the limit on one claim.' },
    lowered: { zh: '超过单项最高限额，按限额计。', en: 'The limit on one claim is reached; it is what counts.' },
    nothing: { zh: '单项最高限额为零，不再补助。', en: 'The limit on one claim leaves nothing.' },
  },
  'total-cap': {
    code: 'ENTERPRISE_TOTAL_CAP',
    within: {
      zh: '连同以往核拨，未超过单个企业累计最高限额。',
      en: 'With what was granted before, the enterprise is within its limit over all years.',
    },
    lowered: {
      zh: '超过单个企业累计最高限额，只计剩余额度。',
      en: 'The limit of the enterprise over all years is reached; what is left of it counts.',
    },
    nothing: {
      zh: '单个企业累计最高限额已用完，不再补助。',
      en: 'The limit of the enterprise over all years is used up; nothing is due.',
    },
  },
  'year-cap': {
    code: 'ENTERPRISE_YEAR_CAP',
    within: { zh: '未超过单个企业年度最高限额。', en: 'The enterprise is within its limit for the year.' },
    lowered: {
      zh: '超过单个企业年度最高限额，按限额（剩余额度）计。',
      en: 'The limit of the enterprise for the year is reached; what is left of it counts.',
    },
    nothing: {
      zh: '单个企业年度最高限额已用完，不再补助。',
      en: 'The limit of the enterprise for the year is used up; nothing is due.',
    },
  },
  'earlier-grants': {
    code: 'ALREADY_GRANTED',
    within: { zh: '本条款下没有应扣除的以往核拨。', en: 'Nothing granted before under this clause comes off.' },
    lowered: {
      zh: '扣除本条款下已核拨的金额，只补差额。',
      en: 'What was granted before under this clause comes off; the difference is due.',
    },
    nothing: {
      zh: '本条款下应得金额已全部核拨，不再补助。',
      en: 'All that is due under this clause was granted before; nothing is left.',
    },
  },
  overlap: {
    code: 'OVERLAP',
    within: { zh: '同一事项未在其他政策中获得补助。', en: 'No other policy paid anything for the same matter.' },
    lowered: {
      zh: '同一事项就高不重复：扣除其他政策已核拨的金额。',
      en: 'The same matter is paid once, at the highest amount: what other policies granted comes off.',
    },
    nothing: {
      zh: '同一事项就高不重复：其他政策的核拨已达到应得金额。',
      en: 'The same matter is paid once: other policies granted as much already.',
    },
  },
  pool: {
    code: 'POOL_LIMIT',
    within: { zh: '年度资金总额尚有足够余额。', en: 'Enough is left in the pool of the year.' },
    lowered: { zh: '年度资金总额余额不足，按余额计。', en: 'What is left in the pool of the year counts.' },
    nothing: { zh: '年度资金总额已用完，不再补助。', en: 'The pool of the year is used up; nothing is due.' },
  },
  quota: {
    code: 'QUOTA_EXHAUSTED',
    within: { zh: '年度名额尚有剩余。', en: 'A place is left in the quota of the year.' },
    lowered: { zh: '年度名额不足。', en: 'The quota of the year is short.' },
    nothing: { zh: '年度名额已用完，不再补助。', en: 'The quota of the year is full; nothing is due.' },
  },
  'joint-year-cap': {
    code: 'ENTERPRISE_YEAR_CAP',
    within: {
      zh: '市、县两级合计未超过单个企业年度最高限额。',
      en: 'City and county together are within the limit of the enterprise for the year.',
    },
    lowered: {
      zh: '市、县两级合计超过单个企业年度最高限额，只计剩余额度。',
      en: 'City and county together reach the limit of the enterprise for the year; what is left of it counts.',
    },
    nothing: {
      zh: '市、县两级合计已达单个企业年度最高限额，不再补助。',
      en: 'City and county together used up the limit of the enterprise for the year; nothing is due.',
    },
  },
};

/** Texts of the other steps. */
export const STEP_TEXTS = {
  jurisdiction: {
    zh: '企业所在区划须属于本政策适用范围。',
    en: 'The division of the enterprise must belong to the policy.',
  },
  period: { zh: '事项须发生在政策有效期内。', en: 'The matter must have occurred within the dates of the policy.' },
  begun: {
    zh: '连续多年的补助，自首年起算；首年须在政策有效期内。',
    en: 'A promise of several years is kept to its end if it began within the dates of the policy.',
  },
  base: {
    zh: '按条款计算应补金额，四舍五入到分。',
    en: 'The amount that the clause promises, rounded half-up to the fen.',
  },
  subjectGranted: {
    zh: '该对象已在本条款下获得补助，不重复补助。',
    en: 'The same subject was granted under this clause before and is not paid twice.',
  },
  stepNotHigher: {
    zh: '达到的档次须高于以往已达到的档次。',
    en: 'The step reached must be higher than the one reached before.',
  },
  split: {
    zh: '市、县两级按比例分摊：县级份额舍去不足一分的部分，其余由市级承担；合计须减少的，先减县级。',
    en: 'City and county share it: the county its share rounded down to the fen, the city the rest; cuts hit the county first.',
  },
  outcome: { zh: '本次应补金额及支付财政。', en: 'What is due on this claim, and which treasury pays it.' },
  loanOutcome: { zh: '可申请的贷款额度，不产生财政支付。', en: 'The greatest loan; nothing is paid by a treasury.' },
} satisfies Record<string, Bilingual>;

/** The last step of a grant, which says whose gain it is where that is not the enterprise. */
export function outcomeText(payee: Payee): Bilingual {
  const { outcome } = STEP_TEXTS;
  if (payee.kind === 'enterprise') return outcome;
  const { zh, en } = payeeWords(payee);
  return {
    zh: `${outcome.zh}款项归${zh}，不是企业所得。`,
    en: `${outcome.en} It goes to ${en}, and is no gain of the enterprise.`,
  };
}

/** What a condition says where the policy does not say it itself. */
export const REFUSAL_TEXTS: Readonly<Record<RefusalCode, Bilingual>> = {
  OUTSIDE_POLICY_PERIOD: STEP_TEXTS.period,
  WRONG_JURISDICTION: STEP_TEXTS.jurisdiction,
  CONDITION_NOT_MET: { zh: '须符合条款规定的条件。', en: 'The condition of the clause must be met.' },
  HIGHER_LEVEL_POLICY: {
    zh: '达到上级政策标准的，适用上级政策。',
    en: 'Where the policy of a higher level applies, that one pays.',
  },
  SCHEDULE_EXHAUSTED: {
    zh: '须在条款规定的年限内。',
    en: 'The claim must fall within the years that the clause pays for.',
  },
};
