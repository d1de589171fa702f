import type { ClaimStep } from '../claim-step.js';

/** The two moves on the clock of a claim's time limits: entries of `CLAIM_STEPS`. */
export const CLOCK_STEPS = {
  SUSPEND: {
    name: { zh: '暂停计时', en: 'stop the clock of' },
    button: { zh: '暂停计时', en: 'Stop the clock' },
    mutation: 'suspendClock',
    permission: 'claim.suspend',
    from: { submitted: 'clerk', accepted: 'reviewer', reviewed: 'finance', determined: 'finance' },
    input: 'own',
    refusals: ['InvalidInput'],
    schema: {
      mutation:
        '暂停计时: the office whose turn it is stops the clock of the time limits for an inspection on site or a review by experts, as far as the rule lets it. Its next step, resumeClock, or the last day that the rule lets it stand lets it go on.',
      input: 'Whose clock stops, for what, and by which rule (暂停计时).',
    },
    dialog: {
      says: {
        zh: '仅限时限规则允许的情形（如现场核查、专家评审）。暂停当日起不计入时限；恢复计时、办理下一步或暂停期满后继续计算，剩余工作日不变。已超期的仍为超期。',
        en: 'Only for what the time limits allow, such as an inspection on site or a review by experts. From today on no day counts, until the clock is let go on, the next step is taken or the last day of the stop is over; the working days that are left stay as they are. What is overdue stays so.',
      },
      done: { zh: '已暂停计时', en: 'The clock stands' },
    },
  },
  RESUME: {
    name: { zh: '恢复计时', en: 'let the clock go on of' },
    button: { zh: '恢复计时', en: 'Let the clock go on' },
    mutation: 'resumeClock',
    permission: 'claim.suspend',
    from: { submitted: 'clerk', accepted: 'reviewer', reviewed: 'finance', determined: 'finance' },
    input: 'reason',
    refusals: ['InvalidInput'],
    schema: {
      mutation: '恢复计时: the office that stopped the clock lets it go on from today.',
      input: 'Whose clock goes on, and why (恢复计时).',
    },
    dialog: {
      says: {
        zh: '自今天起继续计入时限；请写明核查或评审的结果。',
        en: 'From today on the days count again. Say what the inspection or the review found.',
      },
      done: { zh: '已恢复计时', en: 'The clock goes on' },
    },
  },
} as const satisfies Readonly<Record<string, ClaimStep>>;
