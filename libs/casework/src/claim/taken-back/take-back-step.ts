import type { ClaimStep } from '../claim-step.js';

/** Taking a step back: an entry of `CLAIM_STEPS`. */
export const TAKE_BACK_STEP = {
  TAKE_BACK: {
    name: { zh: '收回', en: 'take back a step on' },
    button: { zh: '收回本人办理的步骤', en: 'Take back your step' },
    mutation: 'takeBackStep',
    permission: 'claim.take-back',
    // Whose it is, the step says that was taken last: see take-back-refusals.ts.
    from: { accepted: 'reviewer', reviewed: 'reviewer' },
    alsoBy: ['clerk', 'finance'],
    input: 'reason',
    refusals: ['InvalidInput'],
    schema: {
      mutation:
        '收回: whoever accepted or reviewed the claim, or took a step of its route, takes that back, within so many hours and while nobody has acted after it. The claim is as it was before; who took the step has taken part all the same, and may take it again.',
      input: 'On which claim your last step counts no more, and why (收回).',
    },
    dialog: {
      says: {
        zh: '您办理的这一步视同未办理，申报件回到办理前，时限连续计算；两条记录都保留。规定时间内、他人尚未办理时方可收回；之后您可以重新办理。',
        en: 'Your step counts no more: the claim is as it was before, its time limits run on, and both stay on record. Only within the time set for it and while nobody has acted after you; you may then take the step again.',
      },
      done: { zh: '已收回', en: 'Taken back' },
    },
  },
} as const satisfies Readonly<Record<string, ClaimStep>>;
