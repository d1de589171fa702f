import type { ClaimStep } from './claim-step.js';

/** The steps on a claim that its route asks for, before the review: see {@link CLAIM_STEPS}. */
export const ROUTE_STEPS = {
  TAKE_STEP: {
    name: { zh: '办理路线步骤', en: 'take a step of the route of' },
    button: { zh: '办理本部门步骤', en: 'Take your office’s step' },
    mutation: 'takeStep',
    permission: 'claim.take-step',
    // Which office's it is, the claim's route says: see route-standing.ts.
    from: { accepted: 'reviewer' },
    alsoBy: ['finance'],
    input: 'own',
    refusals: ['InvalidInput'],
    schema: {
      mutation:
        '办理路线步骤: an office says what it makes of the claim before the lead department reviews it, or the lead department settles a disagreement. The next stage opens with the last agreement of this one.',
      input: 'Which step of the claim’s route is taken, and what the office says (办理路线步骤).',
    },
    dialog: {
      says: {
        zh: '本环节各部门均同意后进入下一环节；有部门不同意的，由牵头部门说明理由决定，或提交集体研究。',
        en: 'The next stage opens when every office of this one has agreed. Where one disagrees, the lead department settles it with a reason or by the minutes of a meeting.',
      },
      done: { zh: '已办理', en: 'Step taken' },
    },
  },
  MOVE_ROUTE: {
    name: { zh: '改按现行路线办理', en: 'move to the present route' },
    button: { zh: '改按现行路线', en: 'Move to the present route' },
    mutation: 'moveClaimRoute',
    permission: 'claim.move-route',
    from: { submitted: 'finance', accepted: 'finance' },
    input: 'reason',
    refusals: ['InvalidInput'],
    schema: {
      mutation:
        '改按现行路线: a claim in flight goes on by the table of routes of today. What an office said stands where the later route asks the same of it.',
      input: 'Which claim goes on by the present route, and why (改按现行路线).',
    },
    dialog: {
      says: {
        zh: '此件改按现行的办理路线继续；同一部门已办结的同一步骤（包括不同意）仍然有效；两人审核中的第一人意见须重新出具。',
        en: 'The claim goes on by the route of today. Steps that the same office has taken already stand, its disagreement too; of two reviewers the first agrees anew.',
      },
      done: { zh: '已改按现行路线', en: 'Moved to the present route' },
    },
  },
} as const satisfies Readonly<Record<string, ClaimStep>>;
