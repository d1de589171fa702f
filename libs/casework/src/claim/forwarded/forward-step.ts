import type { ClaimStep } from '../claim-step.js';

/** Forwarding a step of the route: an entry of `CLAIM_STEPS`. */
export const FORWARD_STEP = {
  FORWARD_STEP: {
    name: { zh: '转办', en: 'forward a step of' },
    button: { zh: '转办其他部门', en: 'Forward to another department' },
    mutation: 'forwardStep',
    permission: 'claim.forward-step',
    // Which office's it is, the claim's route says: see forward-refusals.ts.
    from: { accepted: 'reviewer' },
    alsoBy: ['finance'],
    input: 'own',
    refusals: ['InvalidInput'],
    schema: {
      mutation:
        '转办: the office at which a step of the route lies finds that it is another department’s of the same division, and forwards it there. The limit runs on. After three times the lead department decides whose it is.',
      input: 'Which step of the claim’s route is forwarded, to which department, and why (转办).',
    },
    dialog: {
      says: {
        zh: '此步骤属于本级其他部门职责的，转由其办理；时限连续计算，不重新起算。对方可以转回；转办满三次的，只能交牵头部门决定由谁办理。',
        en: 'Where the step is another department’s matter, that one takes it. Its limit runs on and does not begin anew. It may be forwarded back; after three times only the lead department decides whose it is.',
      },
      done: { zh: '已转办', en: 'Forwarded' },
    },
  },
} as const satisfies Readonly<Record<string, ClaimStep>>;
