import { CLAIM_STATUSES, PROGRESS, type ClaimStatus } from './claim-status.js';
import type { ClaimOffice, ClaimStep } from './claim-step.js';
import { FOLLOWING_STEPS } from './following/following-steps.js';
import { CLOCK_STEPS } from './deadline/clock-steps.js';
import { FORWARD_STEP } from './forwarded/forward-step.js';
import { ROUTE_STEPS } from './route-steps.js';
import { TAKE_BACK_STEP } from './taken-back/take-back-step.js';

/** The steps on a claim, in the order of the work. */
export const CLAIM_STEPS = {
  ACCEPT: {
    name: { zh: '受理', en: 'accept' },
    mutation: 'acceptClaim',
    permission: 'claim.accept',
    from: { submitted: 'clerk' },
    forwardFrom: 'submitted',
    input: 'nothing',
    refusals: ['InvalidInput'],
    schema: { mutation: '受理: a second clerk finds the papers complete.', input: 'Which claim is accepted (受理).' },
    dialog: {
      says: {
        zh: '材料齐全、属于本窗口受理范围，转牵头部门审核。',
        en: 'The papers are complete and this window is in charge: the claim goes to the lead department.',
      },
      done: { zh: '已受理', en: 'Accepted' },
    },
  },
  ...FOLLOWING_STEPS,
  RETURN: {
    name: { zh: '退回补正', en: 'return' },
    mutation: 'returnClaim',
    permission: 'claim.return',
    from: { submitted: 'clerk', accepted: 'reviewer' },
    input: 'own',
    refusals: ['InvalidInput'],
    schema: {
      mutation:
        '退回补正: the claim goes back to be stated anew, with all that is to be corrected told at once (一次性告知).',
      input: 'Which claim goes back, and what is to be corrected, field by field (退回补正).',
    },
    dialog: {
      says: {
        zh: '退给企业补正，需要补正的一次列全；凭证号随之释放，补正后可重新申报。',
        en: 'The enterprise corrects what is named, all of it told at once, and may resubmit; the evidence numbers are free meanwhile.',
      },
      done: { zh: '已退回补正', en: 'Returned' },
    },
  },
  RESUBMIT: {
    name: { zh: '重新申报', en: 'resubmit' },
    button: { zh: '补正后重新申报', en: 'Resubmit' },
    mutation: 'resubmitClaim',
    permission: 'claim.submit',
    from: { returned: 'clerk' },
    forwardFrom: 'returned',
    input: 'own',
    refusals: ['InvalidInput'],
    schema: {
      mutation:
        '重新申报: a returned claim is stated anew under the same number. Each field that the return named is changed, or answered.',
      input: 'What the returned claim states anew (重新申报), and what is said to what it was returned for.',
    },
    dialog: null,
  },
  ...ROUTE_STEPS,
  ...FORWARD_STEP,
  REVIEW: {
    name: { zh: '审核', en: 'review' },
    button: { zh: '审核通过', en: 'Agree' },
    mutation: 'reviewClaim',
    permission: 'claim.review',
    from: { accepted: 'reviewer' },
    forwardFrom: 'accepted',
    input: 'own',
    refusals: ['InvalidInput', 'EvidenceContested'],
    schema: {
      mutation: '审核: the lead department agrees.',
      input: 'What the lead department says of the claim (审核).',
    },
    dialog: {
      says: {
        zh: '牵头部门认定事实属实，转财政核定。',
        en: 'The lead department finds the facts to be true: the claim goes to finance.',
      },
      done: { zh: '已审核通过', en: 'Agreed' },
    },
  },
  ...TAKE_BACK_STEP,
  REJECT: {
    name: { zh: '不予通过', en: 'reject' },
    mutation: 'rejectClaim',
    permission: 'claim.reject',
    from: { submitted: 'clerk', accepted: 'reviewer', reviewed: 'finance' },
    input: 'reason',
    refusals: ['InvalidInput'],
    isGrave: true,
    schema: {
      mutation: '不予通过: the claim ends before it is determined.',
      input: 'Which claim is rejected, and why (不予通过).',
    },
    dialog: {
      says: {
        zh: '此件到此结束，企业须另行申报。请写明理由，企业会看到。',
        en: 'The claim ends here. Give the reason: the enterprise will read it.',
      },
      done: { zh: '已不予通过', en: 'Rejected' },
    },
  },
  WITHDRAW: {
    name: { zh: '撤回', en: 'withdraw' },
    mutation: 'withdrawClaim',
    permission: 'claim.withdraw',
    from: {
      submitted: 'clerk',
      accepted: 'clerk',
      returned: 'clerk',
      reviewed: 'clerk',
      determined: 'clerk',
      publicised: 'clerk',
      objected: 'clerk',
      // Only where nothing can be paid any more: see standing.ts.
      instructed: 'clerk',
    },
    input: 'reason',
    refusals: ['InvalidInput'],
    isGrave: true,
    schema: {
      mutation: '撤回: the enterprise gives the claim up; what it reserved is free again.',
      input: 'Which claim is given up, and why (撤回).',
    },
    dialog: {
      says: {
        zh: '企业撤回申报；已占用的额度随之释放。',
        en: 'The enterprise withdraws; what was reserved is released.',
      },
      done: { zh: '已撤回', en: 'Withdrawn' },
    },
  },
  DETERMINE: {
    name: { zh: '核定', en: 'determine' },
    mutation: 'determineClaim',
    permission: 'claim.determine',
    from: { reviewed: 'finance' },
    forwardFrom: 'reviewed',
    input: 'own',
    refusals: ['InvalidInput', 'EvidenceContested', 'CeilingReached'],
    schema: {
      mutation: '核定: finance reckons what is due under all caps, and reserves it.',
      input: 'Which claim is determined (核定).',
    },
    dialog: {
      says: {
        zh: '按政策核定金额，并占用企业上限、资金池和名额。',
        en: 'Fixes the amount under the policy and reserves it in cap, pool and quota.',
      },
      done: { zh: '已核定', en: 'Determined' },
    },
  },
  PUBLICISE: {
    name: { zh: '公示', en: 'publicise' },
    mutation: 'publiciseClaim',
    permission: 'claim.publicise',
    from: { determined: 'finance' },
    forwardFrom: 'determined',
    input: 'own',
    refusals: ['InvalidInput'],
    schema: {
      mutation: '公示: the determination is shown to the public.',
      input: 'Which claim is shown to the public, and how long (公示).',
    },
    dialog: {
      says: {
        zh: '从今天起公示，期满无异议后可下达拨付。',
        en: 'Publicised from today; payment can be instructed when the period is over.',
      },
      done: { zh: '已开始公示', en: 'Publicised' },
    },
  },
  RAISE_OBJECTION: {
    name: { zh: '登记异议', en: 'record an objection to' },
    button: { zh: '登记异议', en: 'Record an objection' },
    mutation: 'raiseObjection',
    permission: 'objection.raise',
    from: {
      publicised: 'clerk',
      objected: 'clerk',
      // From here on it is a hint and stops nothing: see decide/objection.ts.
      instructed: 'clerk',
      settling: 'clerk',
      paid: 'clerk',
      settled: 'clerk',
    },
    input: 'own',
    refusals: ['InvalidInput'],
    schema: {
      mutation:
        '登记异议: a clerk of the window records an objection that came in. One with a real name or a seal that came in time freezes the claim and only it; any other is a hint (线索) and stops nothing.',
      input: 'To which claim somebody objects, who, and why (登记异议).',
    },
    dialog: {
      says: {
        zh: '实名（或单位盖章）且在公示期内收到的异议，冻结此件，答复前不拨付；匿名、未盖章或逾期的，记为线索，不影响拨付。',
        en: 'An objection under a real name or a unit’s seal that came in during the publicity freezes this claim: nothing is paid until it is answered. An anonymous, unsealed or late one is recorded as a hint and stops nothing.',
      },
      done: { zh: '已登记异议', en: 'Objection recorded' },
    },
  },
  SETTLE_OBJECTION: {
    name: { zh: '答复异议', en: 'answer the objection to' },
    button: { zh: '答复异议', en: 'Answer the objection' },
    mutation: 'settleObjection',
    permission: 'objection.settle',
    from: { objected: 'reviewer' },
    forwardFrom: 'objected',
    input: 'own',
    refusals: ['InvalidInput'],
    schema: {
      mutation:
        '答复异议: the lead department upholds an objection or not, with its reason. Not upheld: the claim goes on. Upheld: what was determined is void and what it reserved is free again; the claim is looked at anew or ends.',
      input: 'Which objection is answered, and how (答复异议).',
    },
    dialog: {
      says: {
        zh: '不成立的，公示期满后可以拨付；成立的，原核定作废、占用的额度随之释放，须重新办理并重新公示，或不予通过。审核过此件的人不能答复。',
        en: 'Not upheld, it can be paid once the publicity is over. Upheld, the determination is void and what it reserved is released: it is done again and publicised anew, or rejected. Whoever agreed to the claim in its review does not answer.',
      },
      done: { zh: '已答复异议', en: 'Objection answered' },
    },
  },
  ...CLOCK_STEPS,
  INSTRUCT: {
    name: { zh: '下达拨付指令', en: 'instruct payment' },
    button: { zh: '下达拨付', en: 'Instruct payment' },
    mutation: 'instructPayments',
    permission: 'payment.instruct',
    from: { publicised: 'finance' },
    forwardFrom: 'publicised',
    input: 'nothing',
    refusals: ['EvidenceContested'],
    schema: {
      mutation: '拨付指令: once the publicity is over, every treasury is instructed to pay its line.',
      input: 'Of which claim the payments are instructed (拨付指令).',
    },
    dialog: {
      says: { zh: '按承担比例向各级国库下达拨付指令。', en: 'Instructs each treasury to pay its share.' },
      done: { zh: '已下达拨付', en: 'Instructed' },
    },
  },
  SETTLE: {
    name: { zh: '按已付结清', en: 'settle at what is paid' },
    mutation: 'proposeSettlement',
    permission: 'claim.settle',
    // Only once no payment is on its way: see standing.ts.
    from: { instructed: 'finance' },
    input: 'reason',
    refusals: ['InvalidInput'],
    schema: {
      mutation:
        '按已付结清: finance proposes that what the bank returned of a claim is not paid any more. Another official agrees.',
      input: 'Which claim is to stay at what is paid, and why (按已付结清).',
    },
    dialog: {
      says: {
        zh: '银行退回的款项不再拨付，此件按已付金额办结。须由另一名财政人员同意。',
        en: 'What the bank returned is not paid any more: the claim ends at what is paid. Another official of finance has to agree.',
      },
      done: { zh: '已提议结清', en: 'Settlement proposed' },
    },
  },
  AGREE_SETTLEMENT: {
    name: { zh: '同意结清', en: 'agree to the settlement of' },
    button: { zh: '同意结清', en: 'Agree to the settlement' },
    mutation: 'agreeSettlement',
    permission: 'claim.settle',
    from: { settling: 'finance' },
    forwardFrom: 'settling',
    input: 'nothing',
    refusals: [],
    schema: {
      mutation:
        '同意结清: another official of finance agrees that the claim stays at what is paid. Where nothing is, its papers are free.',
      input: 'Which claim stays at what is paid (同意结清).',
    },
    dialog: {
      says: {
        zh: '此件按已付金额办结，退票的部分不再拨付；分文未付的，凭证随之释放，可重新申报。',
        en: 'The claim ends at what is paid, and what was returned is not paid any more. Where nothing is paid, its evidence is free for a new claim.',
      },
      done: { zh: '已结清', en: 'Settled' },
    },
  },
  REFUSE_SETTLEMENT: {
    name: { zh: '否决结清', en: 'refuse the settlement of' },
    button: { zh: '否决结清', en: 'Refuse the settlement' },
    mutation: 'refuseSettlement',
    permission: 'claim.settle',
    from: { settling: 'finance' },
    input: 'reason',
    refusals: ['InvalidInput'],
    schema: {
      mutation:
        '否决结清: another official of finance refuses the settlement; what was returned can be instructed again.',
      input: 'Which claim does not stay at what is paid, and why (否决结清).',
    },
    dialog: {
      says: {
        zh: '不予结清，退票的款项可以重新拨付。',
        en: 'The claim is not settled: what was returned can be instructed again.',
      },
      done: { zh: '已否决结清', en: 'Settlement refused' },
    },
  },
} as const satisfies Readonly<Record<string, ClaimStep>>;

export type ClaimAction = keyof typeof CLAIM_STEPS;
export type StepPermission = (typeof CLAIM_STEPS)[ClaimAction]['permission'];
/** The steps that are told as much beside the claim's number. */
export type ActionTold<Input extends ClaimStep['input']> = {
  [Action in ClaimAction]: (typeof CLAIM_STEPS)[Action]['input'] extends Input ? Action : never;
}[ClaimAction];

/** One of {@link CLAIM_STEPS}, whichever it is. */
export interface KnownStep extends ClaimStep {
  readonly permission: StepPermission;
}

const STEPS: Readonly<Record<ClaimAction, KnownStep>> = CLAIM_STEPS;

/** Every action on a claim, in the order of the work. */
export const CLAIM_ACTIONS: readonly ClaimAction[] = Object.keys(CLAIM_STEPS).filter(isClaimAction);

function isClaimAction(text: string): text is ClaimAction {
  return Object.hasOwn(CLAIM_STEPS, text);
}

/** Whether a step is told as much beside the claim's number. */
export function isTold<Input extends ClaimStep['input']>(
  action: ClaimAction,
  input: Input,
): action is ActionTold<Input> {
  return STEPS[action].input === input;
}

export function stepOf(action: ClaimAction): KnownStep {
  return STEPS[action];
}

/** The office that takes the action now; null when the status does not allow it. */
export function officeFor(action: ClaimAction, status: ClaimStatus): ClaimOffice | null {
  return STEPS[action].from[status] ?? null;
}

/** Whether the claim has gone past every status from which the action is taken. */
export function isPast(action: ClaimAction, status: ClaimStatus): boolean {
  const froms = CLAIM_STATUSES.filter((from) => STEPS[action].from[from] !== undefined);
  return froms.every((from) => PROGRESS[from] < PROGRESS[status]);
}
