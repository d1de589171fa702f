import type { ClaimStep } from '../claim-step.js';

/** The two moves around papers that follow an acceptance (容缺受理、补交): entries of `CLAIM_STEPS`. */
export const FOLLOWING_STEPS = {
  ACCEPT_LACKING: {
    name: { zh: '容缺受理', en: 'accept, with papers to follow,' },
    button: { zh: '容缺受理', en: 'Accept with papers to follow' },
    mutation: 'acceptWithPapersToFollow',
    permission: 'claim.accept',
    from: { submitted: 'clerk' },
    input: 'own',
    refusals: ['InvalidInput'],
    schema: {
      mutation:
        '容缺受理: a second clerk accepts a claim of which papers are missing that the city lets follow within some working days. It goes on, and is not determined before they are handed in.',
      input: 'Which claim is accepted, and which papers are to follow (容缺受理).',
    },
    dialog: {
      says: {
        zh: '主要材料齐全，缺少的次要材料可以后补：先予受理并继续办理，补齐前不核定。受理通知书写明所缺材料和补交期限。',
        en: 'What is missing may follow: the claim is accepted and goes on, and is not determined before it is handed in. The notice of acceptance names what is missing, and by when.',
      },
      done: { zh: '已容缺受理', en: 'Accepted with papers to follow' },
    },
  },
  HAND_IN: {
    name: { zh: '补交材料', en: 'hand in a paper of' },
    button: { zh: '登记补交材料', en: 'Record a paper handed in' },
    mutation: 'handInPaper',
    permission: 'claim.accept',
    from: { accepted: 'clerk', reviewed: 'clerk' },
    input: 'own',
    refusals: ['InvalidInput'],
    schema: {
      mutation: '补交: the window records a paper that was to follow the acceptance, with its number.',
      input: 'Of which claim a paper is handed in, and which (补交).',
    },
    dialog: {
      says: {
        zh: '登记企业补交的容缺材料及其号码；全部补齐后方可核定。',
        en: 'Records a paper that was to follow, with its number. Once all are there, the claim can be determined.',
      },
      done: { zh: '已登记补交', en: 'Recorded as handed in' },
    },
  },
} as const satisfies Readonly<Record<string, ClaimStep>>;
