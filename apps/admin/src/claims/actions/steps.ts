import { type CommandDocument, command } from '../../api/command.js';
import type { Bilingual } from '../../api/fragments.js';
import type { Outcome } from '../../api/refusals.js';
import type { ClaimActionName, ClaimStatus } from '../../api/schema/enums.generated.js';
import type { Commands } from '../../api/use-command.js';
import { type ChangedClaim, changedClaim } from '../documents.js';
import type { Claim } from '../fragments.js';

/** What the dialog was filled in with, as text. */
export interface ActionEntries {
  reason: string;
  opinion: string;
  agreedAmount: string;
  days: string;
  /** Why claims of almost the same subject are other matters. */
  distinction: string;
}

export type ActionField = keyof ActionEntries;

/** What a step is about: the claim, and whether its clause leaves the amount to the lead department. */
export interface StepMatter {
  readonly claim: Pick<Claim, 'id' | 'nearSubjects'>;
  readonly needsProposedAmount: boolean;
}

/** What a step says of itself, and what its dialog asks for and sends. */
export interface ClaimStep {
  readonly name: Bilingual;
  /** The status from which it leads forward; the other steps lead back or to an end. */
  readonly forwardFrom?: ClaimStatus;
  /** Whether it ends what cannot be begun again. */
  readonly isGrave?: boolean;
  /** Null where it has a page of its own. */
  readonly dialog: StepDialog | null;
}

export interface StepDialog {
  /** What it brings about. */
  readonly says: Bilingual;
  /** Said when it is done. */
  readonly done: Bilingual;
  readonly fields: (matter: StepMatter) => readonly ActionField[];
  readonly perform: (
    send: Commands['send'],
    matter: StepMatter,
    entries: ActionEntries,
  ) => Promise<Outcome<ChangedClaim> | null>;
}

/** Which entries a step takes, and what is sent for them. */
interface Asked<Input> {
  readonly fields: StepDialog['fields'];
  readonly input: (matter: StepMatter, entries: ActionEntries) => Input;
}

const nothing: Asked<{ claim: string }> = { fields: () => [], input: ({ claim }) => ({ claim: claim.id }) };
const aReason: Asked<{ claim: string; reason: string }> = {
  fields: () => ['reason'],
  input: ({ claim }, { reason }) => ({ claim: claim.id, reason }),
};

function dialog<Input>(
  words: Pick<StepDialog, 'says' | 'done'>,
  sent: CommandDocument<Input, ChangedClaim>,
  { fields, input }: Asked<NoInfer<Input>>,
): StepDialog {
  return { ...words, fields, perform: (send, matter, entries) => send(sent, input(matter, entries)) };
}

export const acceptClaim = command('acceptClaim', changedClaim);
export const returnClaim = command('returnClaim', changedClaim);
export const reviewClaim = command('reviewClaim', changedClaim);
export const rejectClaim = command('rejectClaim', changedClaim);
export const withdrawClaim = command('withdrawClaim', changedClaim);
export const determineClaim = command('determineClaim', changedClaim);
export const publiciseClaim = command('publiciseClaim', changedClaim);
export const instructPayments = command('instructPayments', changedClaim);
export const proposeSettlement = command('proposeSettlement', changedClaim);
export const agreeSettlement = command('agreeSettlement', changedClaim);
export const refuseSettlement = command('refuseSettlement', changedClaim);

/** The steps on a claim, in the order of the work. Who may take one now is the API's to say. */
export const claimSteps: Readonly<Record<ClaimActionName, ClaimStep>> = {
  ACCEPT: {
    name: { zh: '受理', en: 'Accept' },
    forwardFrom: 'SUBMITTED',
    dialog: dialog(
      {
        says: {
          zh: '材料齐全、属于本窗口受理范围，转牵头部门审核。',
          en: 'The papers are complete and this window is in charge: the claim goes to the lead department.',
        },
        done: { zh: '已受理', en: 'Accepted' },
      },
      acceptClaim,
      nothing,
    ),
  },
  RETURN: {
    name: { zh: '退回补正', en: 'Return' },
    dialog: dialog(
      {
        says: {
          zh: '退给企业补正，凭证号随之释放；补正后可重新申报。',
          en: 'The enterprise corrects and may resubmit; the evidence numbers are free meanwhile.',
        },
        done: { zh: '已退回补正', en: 'Returned' },
      },
      returnClaim,
      aReason,
    ),
  },
  RESUBMIT: {
    name: { zh: '补正后重新申报', en: 'Resubmit' },
    forwardFrom: 'RETURNED',
    dialog: null,
  },
  REVIEW: {
    name: { zh: '审核通过', en: 'Agree' },
    forwardFrom: 'ACCEPTED',
    dialog: dialog(
      {
        says: {
          zh: '牵头部门认定事实属实，转财政核定。',
          en: 'The lead department finds the facts to be true: the claim goes to finance.',
        },
        done: { zh: '已审核通过', en: 'Agreed' },
      },
      reviewClaim,
      {
        fields: ({ needsProposedAmount, claim }) => [
          ...(needsProposedAmount ? (['agreedAmount'] as const) : []),
          'opinion',
          ...(claim.nearSubjects.length > 0 ? (['distinction'] as const) : []),
        ],
        input: ({ needsProposedAmount, claim }, { opinion, agreedAmount, distinction }) => ({
          claim: claim.id,
          opinion,
          agreedAmount: needsProposedAmount ? agreedAmount : null,
          distinction:
            claim.nearSubjects.length > 0
              ? { claims: claim.nearSubjects.map(({ id }) => id), reason: distinction }
              : null,
        }),
      },
    ),
  },
  REJECT: {
    name: { zh: '不予通过', en: 'Reject' },
    isGrave: true,
    dialog: dialog(
      {
        says: {
          zh: '此件到此结束，企业须另行申报。请写明理由，企业会看到。',
          en: 'The claim ends here. Give the reason: the enterprise will read it.',
        },
        done: { zh: '已不予通过', en: 'Rejected' },
      },
      rejectClaim,
      aReason,
    ),
  },
  WITHDRAW: {
    name: { zh: '撤回', en: 'Withdraw' },
    isGrave: true,
    dialog: dialog(
      {
        says: {
          zh: '企业撤回申报；已占用的额度随之释放。',
          en: 'The enterprise withdraws; what was reserved is released.',
        },
        done: { zh: '已撤回', en: 'Withdrawn' },
      },
      withdrawClaim,
      aReason,
    ),
  },
  DETERMINE: {
    name: { zh: '核定', en: 'Determine' },
    forwardFrom: 'REVIEWED',
    dialog: dialog(
      {
        says: {
          zh: '按政策核定金额，并占用企业上限、资金池和名额。',
          en: 'Fixes the amount under the policy and reserves it in cap, pool and quota.',
        },
        done: { zh: '已核定', en: 'Determined' },
      },
      determineClaim,
      nothing,
    ),
  },
  PUBLICISE: {
    name: { zh: '公示', en: 'Publicise' },
    forwardFrom: 'DETERMINED',
    dialog: dialog(
      {
        says: {
          zh: '从今天起公示，期满无异议后可下达拨付。',
          en: 'Publicised from today; payment can be instructed when the period is over.',
        },
        done: { zh: '已开始公示', en: 'Publicised' },
      },
      publiciseClaim,
      { fields: () => ['days'], input: ({ claim }, { days }) => ({ claim: claim.id, days: Number(days) }) },
    ),
  },
  INSTRUCT: {
    name: { zh: '下达拨付', en: 'Instruct payment' },
    forwardFrom: 'PUBLICISED',
    dialog: dialog(
      {
        says: { zh: '按承担比例向各级国库下达拨付指令。', en: 'Instructs each treasury to pay its share.' },
        done: { zh: '已下达拨付', en: 'Instructed' },
      },
      instructPayments,
      nothing,
    ),
  },
  SETTLE: {
    name: { zh: '按已付结清', en: 'Settle at what is paid' },
    dialog: dialog(
      {
        says: {
          zh: '银行退回的款项不再拨付，此件按已付金额办结。须由另一名财政人员同意。',
          en: 'What the bank returned is not paid any more: the claim ends at what is paid. Another official of finance has to agree.',
        },
        done: { zh: '已提议结清', en: 'Settlement proposed' },
      },
      proposeSettlement,
      aReason,
    ),
  },
  AGREE_SETTLEMENT: {
    name: { zh: '同意结清', en: 'Agree to the settlement' },
    forwardFrom: 'SETTLING',
    dialog: dialog(
      {
        says: {
          zh: '此件按已付金额办结，退票的部分不再拨付；分文未付的，凭证随之释放，可重新申报。',
          en: 'The claim ends at what is paid, and what was returned is not paid any more. Where nothing is paid, its evidence is free for a new claim.',
        },
        done: { zh: '已结清', en: 'Settled' },
      },
      agreeSettlement,
      nothing,
    ),
  },
  REFUSE_SETTLEMENT: {
    name: { zh: '否决结清', en: 'Refuse the settlement' },
    dialog: dialog(
      {
        says: {
          zh: '不予结清，退票的款项可以重新拨付。',
          en: 'The claim is not settled: what was returned can be instructed again.',
        },
        done: { zh: '已否决结清', en: 'Settlement refused' },
      },
      refuseSettlement,
      aReason,
    ),
  },
};
