import {
  capacityRefusal,
  contestedRefusal,
  divisionName,
  endedEntry,
  excludedRefusal,
  isOfOffice,
  measureOf,
  NO_LISTS,
  NO_PAPERS,
  officeRefusal,
  personRefusal,
  recusedRefusal,
  refusal,
  STATUS_NAMES,
  type Actor,
  type Claim,
  type ExclusionHit,
  type Papers,
  type Recusal,
  type RecognitionLists,
  type Refusal,
} from '@duixian/casework';
import type { Catalogue } from '@duixian/policy';
import type { AttemptCommand } from './payment-command.js';
import { PAYMENT_STATUS_NAMES } from './payment-status.js';
import { PAYMENT_ACTIONS, paymentStepOf, type PaymentAction } from './payment-steps.js';
import type { Payment, PaymentState } from './payment.js';

/** What "may this be done now?" rests on, beside the payment and the actor. */
export interface PaymentContext {
  /** The claim that is paid. */
  readonly claim: Claim;
  /** The other payments of the claim. */
  readonly siblings: readonly Payment[];
  /** The claim's documents; left out where nothing is instructed again, which alone looks at them. */
  readonly papers?: Papers;
  /** The lists of recognitions on whose entries the claim rests; left out where it rests on none. */
  readonly lists?: RecognitionLists;
  /** Registers on which its enterprise stands; left out where there are none. */
  readonly exclusions?: readonly ExclusionHit[];
  /** What keeps the actor from the claim (回避); left out where nothing does. */
  readonly recusal?: Recusal | undefined;
  readonly catalogue: Catalogue;
}

/** Whether an action may be taken now, or why not. */
export type PaymentActionAnswer =
  | { readonly action: PaymentAction; readonly allowed: true; readonly refusal: null }
  | { readonly action: PaymentAction; readonly allowed: false; readonly refusal: Refusal };

/** Every action on a payment as it stands for this actor. */
export function allowedPaymentActions(
  payment: Payment,
  actor: Actor,
  context: PaymentContext,
): readonly PaymentActionAnswer[] {
  return PAYMENT_ACTIONS.map((action) => {
    const reason = paymentRefusal(action, payment, actor, context);
    return reason === null ? { action, allowed: true, refusal: null } : { action, allowed: false, refusal: reason };
  });
}

/** Why `actor` may not take the action now; null when he may. The deciders ask it, and so does a page. */
export function paymentRefusal(
  action: PaymentAction,
  payment: Payment,
  actor: Actor,
  { claim, siblings, papers = NO_PAPERS, lists = NO_LISTS, exclusions = [], recusal, catalogue }: PaymentContext,
): Refusal | null {
  const step = paymentStepOf(action);
  if (!step.from.includes(payment.status)) return turnRefusal(action, payment);
  if (action === 'REINSTRUCT' && claim.status !== 'instructed') return closedRefusal(claim);
  const nameOf = (code: string) => divisionName(catalogue.places, code, claim.occurredOn);
  const office =
    step.office === 'finance'
      ? officeRefusal('finance', actor, {
          division: claim.division,
          measure: measureOf(catalogue, claim.measure),
          nameOf,
        })
      : treasuryRefusal(payment, actor, nameOf);
  if (office !== null) return office;
  const participants = [claim, payment, ...siblings].flatMap((each) => each.participants);
  const person = isBanksDoing(action, payment) ? null : personRefusal(payment.lastActor, actor);
  const barred = person ?? capacityRefusal(step.office, participants, actor);
  const standing = barred ?? (recusal === undefined ? null : recusedRefusal(recusal));
  if (standing !== null || action !== 'REINSTRUCT') return standing;
  return (
    excludedRefusal(claim, exclusions, 'instruction') ??
    recognitionRefusal(claim, lists) ??
    contestedRefusal(claim, { catalogue, ...papers })
  );
}

/** Money is not sent again for what was revoked; what was sent before stays with the treasury and the bank. */
function recognitionRefusal(claim: Claim, lists: RecognitionLists): Refusal | null {
  const ended = endedEntry(claim, lists);
  if (ended === null) return null;
  return refusal('RECOGNITION_ENDED', {
    zh: `${ended.zh}本笔款项不再重新拨付；请在申报件上“按已付结清”。`,
    en: `${ended.en} The payment is not instructed again: settle the claim at what is paid.`,
  });
}

/** Nothing is instructed again on a claim that is to stay, or stays, at what is paid, or was withdrawn. */
function closedRefusal({ status }: Claim): Refusal {
  if (status === 'settling') {
    return refusal('NOT_YOUR_TURN', {
      zh: '已有人提议按已付结清，不能重新拨付；如需重新拨付，请先由另一名财政人员否决结清。',
      en: 'It is proposed to settle the claim at what is paid: have another official of finance refuse that before the payment is instructed again.',
    });
  }
  const { zh, en } = STATUS_NAMES[status];
  return refusal('ALREADY_DECIDED', {
    zh: `申报件的状态为“${zh}”，未付的部分不再拨付。`,
    en: `The claim is ${en}: what is not paid of it is not paid any more.`,
  });
}

/** A late return is the bank's doing and sends no money anywhere: whoever confirmed the payment may enter it. */
function isBanksDoing(action: PaymentAction, { status }: Payment): boolean {
  return action === 'RETURN' && status === 'paid';
}

function turnRefusal(action: PaymentAction, payment: Payment): Refusal {
  const status = PAYMENT_STATUS_NAMES[payment.status];
  const step = paymentStepOf(action).name;
  const code = payment.status === 'paid' ? 'ALREADY_DECIDED' : 'NOT_YOUR_TURN';
  return refusal(code, {
    zh: `该笔拨付的状态为“${status.zh}”，不能“${step.zh}”；请刷新页面查看最新进展。`,
    en: `The payment is ${status.en}: you cannot ${step.en} it now. Look at it afresh to see where it stands.`,
  });
}

function treasuryRefusal({ payer }: Payment, actor: Actor, nameOf: (division: string) => string): Refusal | null {
  if (actor.roles.includes('treasury') && isOfOffice(actor, payer)) return null;
  const name = nameOf(payer);
  return refusal('NOT_YOUR_OFFICE', {
    zh: `该笔款项由${name}国库支付，请转交该地“支付”岗位办理。`,
    en: `This payment belongs to the treasury of ${name}: pass it on to that office.`,
  });
}

/** The payment, when `actor` may take the action on it now. */
export type PaymentStanding =
  { readonly ok: true; readonly payment: Payment } | { readonly ok: false; readonly refusal: Refusal };

/** What every decision on a payment asks first: that it exists, and {@link paymentRefusal}. */
export function paymentStandingOf(
  action: PaymentAction,
  payment: PaymentState,
  actor: Actor,
  context: PaymentContext,
): PaymentStanding {
  if (payment === null) return { ok: false, refusal: paymentNotFound() };
  const reason = paymentRefusal(action, payment, actor, context);
  return reason === null ? { ok: true, payment } : { ok: false, refusal: reason };
}

/** Why what was entered of one attempt is not recorded of the payment; null when it is about the last instruction. */
export function attemptRefusal({ attempt }: AttemptCommand, payment: Payment): Refusal | null {
  if (attempt === payment.attempt) return null;
  return refusal(
    'NOT_YOUR_TURN',
    {
      zh: `该笔拨付现为第${payment.attempt}次，您填写的是第${attempt}次：请刷新页面，核对是哪一次拨付的银行回单后再办理。`,
      en: `This payment is now at attempt ${payment.attempt}, and you stated attempt ${attempt}: look at it afresh, and compare which of them the bank's slip is about.`,
    },
    'attempt',
  );
}

export function paymentNotFound(): Refusal {
  const message = { zh: '没有这笔拨付，请核对后再试。', en: 'There is no such payment: check it and try again.' };
  return refusal('NOT_FOUND', message, 'payment');
}
