/** The books of a city in memory: what handlers and the log do with a decision, without a database. */
import {
  claimStream,
  decideAcceptance,
  decideDetermination,
  decideHandingIn,
  decideLackingAcceptance,
  decideObjectionAnswer,
  decidePublicity,
  decideRaisedObjection,
  decideRejection,
  decideResubmission,
  decideReturn,
  decideResumption,
  decideReview,
  decideRouteMove,
  decideTakeBack,
  decideForward,
  decideRouteStep,
  decideSubmission,
  decideSuspension,
  decideWithdrawal,
  enterpriseStream,
  entitlementStream,
  evidenceStream,
  evolveEvidence,
  foldClaim,
  foldEnterprise,
  foldEntitlement,
  formerOf,
  initialEvidence,
  needsProposedAmount,
  openObjections,
  openSteps,
  parseClaimEvent,
  parseEnterpriseEvent,
  parseEntitlementEvent,
  parseEvidenceEvent,
  paymentStream,
  withInherited,
  type Actor,
  type Claim,
  type ClaimAction,
  type ClaimCommand,
  type ClaimState,
  type ClaimStatus,
  type EnterpriseEvent,
  type Entitlement,
  type EntitlementEvent,
  type EvidenceHistory,
  type EvidenceRef,
  type GuardBalance,
  type GuardMove,
  type StatedApplication,
  type SubmitClaim,
  type UpheldStep,
} from '@duixian/casework';
import type { Fen } from '@duixian/money';
import type { Catalogue } from '@duixian/policy';
import { payeeOn, type AccountChange, type AccountRef, type Accounts } from '@duixian/registry';
import { decideBankReturn } from '../decide/bank-return.js';
import { decideConfirmation } from '../decide/confirmation.js';
import { decideInstruction } from '../decide/instruction.js';
import { decideReinstruction } from '../decide/reinstruction.js';
import { decideSettlement, decideSettlementProposal, decideSettlementRefusal } from '../decide/settlement.js';
import { parseEvent, parsePaymentEvent } from '../parse-event.js';
import type { PaymentAction } from '../payment-steps.js';
import { foldPayment, withPayments, type Payment } from '../payment.js';
import type { DomainEvent, TreasuryDecision } from '../treasury-event.js';
import { command } from './world.spec.js';

/** What a step may need beside claim and actor. */
export interface StepInput {
  readonly on: string;
  readonly agreedAmount?: Fen;
  /** What follows on an objection; left out, it is not upheld. */
  readonly then?: UpheldStep | null;
  readonly application?: StatedApplication;
}

/** Where every enterprise of these books is paid, until a spec says otherwise. */
export const ACCOUNT: AccountRef = {
  proposal: 'account-1',
  bank: '虚构银行晋江支行',
  cnaps: '000000000001',
  mask: '9900 **** **** 0001',
  hash: 'a1',
};

/** An account that two clerks agreed to, in force from a day. */
export function agreedAccount(
  account: AccountRef,
  on: string,
  [proposedBy, by] = ['window-1', 'window-2'],
): AccountChange {
  const answer = { kind: 'agreed', by, on, effectiveFrom: on } as const;
  const proposal = { id: account.proposal, proposedBy, proposedOn: on, opensUntil: on, answer };
  return { account, proposal, notice: null };
}

export class Books {
  /** Of every enterprise. */
  accounts: Accounts = [agreedAccount(ACCOUNT, '2020-01-02')];
  readonly streams = new Map<string, DomainEvent[]>();
  readonly guards = new Map<string, GuardBalance>();
  /** Events in the order of their recording. */
  readonly log: { readonly stream: string; readonly event: DomainEvent }[] = [];

  /** Claims as last folded, by stream: specs ask for them again and again. */
  private readonly claims = new Map<string, ClaimState>();

  constructor(
    private readonly catalogue: Catalogue,
    readonly tenant: string,
  ) {}

  register(
    event: Extract<EnterpriseEvent, { type: 'EnterpriseRegistered' | 'EnterpriseMoved' | 'EnterpriseRenamed' }>,
  ): void {
    this.apply({ ok: true, streams: [{ stream: enterpriseStream(event.data.uscc), events: [event] }], guards: [] });
  }

  /** Puts on record of an enterprise's grants what no decision on its own claims does. */
  entitle(uscc: string, event: EntitlementEvent): void {
    this.apply({ ok: true, streams: [{ stream: entitlementStream(uscc), events: [event] }], guards: [] });
  }

  submit(submission: SubmitClaim): TreasuryDecision {
    const { catalogue } = this;
    const claim = this.claim(submission.claim);
    return this.apply(
      decideSubmission({
        command: submission,
        claim,
        enterprise: this.enterprise(submission.uscc),
        catalogue,
        closed: new Set(),
        known: catalogue,
        sellersOnRecord: new Set(),
      }),
    );
  }

  take(action: ClaimAction, id: string, actor: Actor, input: StepInput): TreasuryDecision {
    return this.apply(this.decide(action, id, actor, input));
  }

  /** @param stated what is entered of the payment, where it is not about its last instruction or not the usual reference. */
  pay(
    action: PaymentAction,
    id: string,
    actor: Actor,
    on: string,
    stated: { readonly bankReference?: string; readonly attempt?: number } = {},
  ): TreasuryDecision {
    const { bankReference = `回单-${id}` } = stated;
    const payment = this.payment(id);
    const claim = payment === null ? null : this.claim(payment.claim);
    if (payment === null || claim === null) throw new Error(`No payment ${id}.`);
    const siblings = claim.payments.filter((other) => other !== id).flatMap((other) => this.payment(other) ?? []);
    const file = { payment, siblings, claim, entitlement: this.entitlement(claim.uscc), catalogue: this.catalogue };
    const sent = { ...command(actor, on, this.tenant), payment: id };
    const { attempt = payment.attempt } = stated;
    switch (action) {
      case 'CONFIRM':
        return this.apply(
          decideConfirmation({
            ...file,
            guards: this.guards,
            earlierSettlements: [],
            accounts: this.accounts,
            command: { ...sent, attempt, bankReference, paidOn: on },
          }),
        );
      case 'RETURN':
        return this.apply(
          decideBankReturn({ ...file, command: { ...sent, attempt, reason: '账号有误', returnedOn: on } }),
        );
      case 'REINSTRUCT':
        return this.apply(
          decideReinstruction({
            ...file,
            programme: this.guards,
            enterprise: this.enterprise(claim.uscc),
            payee: payeeOn(this.accounts, on),
            command: sent,
          }),
        );
    }
  }

  claim(id: string): ClaimState {
    const stream = claimStream(id);
    const known = this.claims.get(stream);
    if (known !== undefined) return known;
    const claim = foldClaim(this.read(stream).map(parseClaimEvent));
    this.claims.set(stream, claim);
    return claim;
  }

  payment(id: string): Payment | null {
    return foldPayment(this.read(paymentStream(id)).map(parsePaymentEvent));
  }

  evidence(references: readonly EvidenceRef[]): EvidenceHistory[] {
    return references.map((reference) =>
      this.read(evidenceStream(reference)).map(parseEvidenceEvent).reduce(evolveEvidence, initialEvidence(reference)),
    );
  }

  entitlement(uscc: string): Entitlement {
    const own = foldEntitlement(this.read(entitlementStream(uscc)).map(parseEntitlementEvent));
    const ancestors = own.predecessors.map((each) => ({ uscc: each, entitlement: this.entitlement(each) }));
    return withInherited(own, uscc, ancestors);
  }

  /** How far the claims are that rest on one of the documents. */
  statuses(evidence: readonly EvidenceHistory[]): ReadonlyMap<string, ClaimStatus> {
    const holders = evidence.flatMap((document) => document.holders);
    return new Map(holders.map((holder) => [holder.claim, this.claim(holder.claim)?.status ?? 'submitted']));
  }

  private formerClaims(id: string, evidence: readonly EvidenceHistory[]): ReadonlyMap<string, Claim> {
    const former = evidence.flatMap((document) => formerOf(document, id));
    const claims = former.flatMap(({ claim }) => this.claim(claim) ?? []);
    return new Map(claims.map((claim) => [claim.id, claim]));
  }

  private enterprise(uscc: string) {
    return foldEnterprise(this.read(enterpriseStream(uscc)).map(parseEnterpriseEvent));
  }

  private read(stream: string): readonly DomainEvent[] {
    return this.streams.get(stream) ?? [];
  }

  private decide(action: ClaimAction, id: string, actor: Actor, input: StepInput): TreasuryDecision {
    const { catalogue, tenant } = this;
    const claim = this.claim(id);
    const sent = { ...command(actor, input.on, tenant), claim: id };
    const evidence = this.evidence(claim?.evidence ?? []);
    const statuses = this.statuses(evidence);
    const entitlement = this.entitlement(claim?.uscc ?? '');
    switch (action) {
      case 'ACCEPT':
        return decideAcceptance({
          command: sent,
          claim,
          evidence,
          statuses,
          former: this.formerClaims(id, evidence),
          catalogue,
        });
      case 'ACCEPT_LACKING': {
        const former = this.formerClaims(id, evidence);
        return decideLackingAcceptance({
          ...{ command: { ...sent, kinds: ['certificate'] }, claim, evidence, statuses, former, catalogue },
        });
      }
      case 'HAND_IN':
        return this.handIn(sent, claim, input);
      case 'RETURN':
        return decideReturn({
          command: { ...sent, reason: '请补正', items: [], lateReason: claim?.returns.length ? '上次未发现' : null },
          claim,
          catalogue,
        });
      case 'RESUBMIT':
        return this.resubmit(sent, claim, input);
      case 'REVIEW': {
        const agreedAmount = asksForAmount(claim, catalogue) ? (input.agreedAmount ?? null) : null;
        const review = { ...sent, opinion: '同意', agreedAmount, distinction: null };
        return decideReview({ command: review, claim, evidence, statuses, others: [], catalogue });
      }
      case 'TAKE_STEP': {
        const [step] = claim?.route == null ? [] : openSteps(claim.route);
        const said = { outcome: 'agree', opinion: '同意', conditions: null, paper: null, scores: [] } as const;
        return decideRouteStep({ command: { ...sent, step: step?.key ?? 'none', ...said }, claim, catalogue });
      }
      case 'MOVE_ROUTE':
        return decideRouteMove({ command: { ...sent, reason: '路线已改' }, claim, catalogue });
      case 'FORWARD_STEP': {
        const [step] = claim?.route == null ? [] : openSteps(claim.route);
        const to = { step: step?.key ?? 'none', department: '市商务局', reason: '属其职责' };
        return decideForward({ command: { ...sent, ...to }, claim, catalogue, receivers: [{ recused: false }] });
      }
      case 'TAKE_BACK':
        return decideTakeBack({
          command: { ...sent, reason: '误点' },
          claim,
          catalogue,
          moments: { actedAt: input.on, now: input.on },
        });
      case 'REJECT':
        return decideRejection({ command: { ...sent, reason: '不符合条件' }, claim, catalogue });
      case 'WITHDRAW':
        return decideWithdrawal({
          command: { ...sent, reason: '企业放弃' },
          claim: this.paid(claim),
          entitlement,
          catalogue,
        });
      case 'DETERMINE':
        return decideDetermination({ command: sent, claim, entitlement, programme: this.guards, catalogue });
      case 'PUBLICISE':
        return decidePublicity({ command: { ...sent, days: 7 }, claim, entitlement, catalogue });
      case 'RAISE_OBJECTION':
        return decideRaisedObjection({
          command: {
            ...{ ...sent, commandId: `${sent.commandId}-${this.log.length}`, receivedOn: input.on, sealed: false },
            by: { kind: 'person', name: '林**', phone: '*******0000', hash: 'h' },
            ...{ what: '不符合条件', evidence: null },
          },
          claim: this.paid(claim),
          catalogue,
        });
      case 'SETTLE_OBJECTION': {
        const [objection] = openObjections(claim?.objections ?? []);
        const then = input.then ?? null;
        const answer = { objection: objection?.id ?? '', upheld: then !== null, then, reason: '经核实' };
        return decideObjectionAnswer({ command: { ...sent, ...answer }, claim, entitlement, catalogue });
      }
      case 'SUSPEND':
        return decideSuspension({
          command: { ...sent, ground: 'inspection', basis: '办法第十二条', reason: '现场核查' },
          ...{ claim, catalogue },
        });
      case 'RESUME':
        return decideResumption({ command: { ...sent, reason: '核查完毕' }, claim, catalogue });
      case 'INSTRUCT':
        return decideInstruction({
          command: sent,
          claim,
          entitlement,
          enterprise: this.enterprise(claim?.uscc ?? ''),
          payee: payeeOn(this.accounts, input.on),
          catalogue,
        });
      case 'SETTLE':
        return decideSettlementProposal({ command: { ...sent, reason: '账户已销户' }, ...this.settlementFile(claim) });
      case 'AGREE_SETTLEMENT':
        return decideSettlement({ command: sent, ...this.settlementFile(claim) });
      case 'REFUSE_SETTLEMENT':
        return decideSettlementRefusal({ command: { ...sent, reason: '尚可拨付' }, ...this.settlementFile(claim) });
    }
  }

  private settlementFile(claim: ClaimState) {
    return { claim, payments: this.payments(claim), catalogue: this.catalogue };
  }

  private paid(claim: ClaimState): ClaimState {
    return withPayments(claim, this.payments(claim));
  }

  private payments(claim: ClaimState): Payment[] {
    return (claim?.payments ?? []).flatMap((payment) => this.payment(payment) ?? []);
  }

  private handIn(sent: ClaimCommand, claim: ClaimState, { application }: StepInput): TreasuryDecision {
    const paper = { kind: 'certificate', number: application?.evidence[0]?.number ?? 'N0' } as const;
    const documents = this.evidence([paper]);
    const former = this.formerClaims(claim?.id ?? '', documents);
    const handIn = { ...sent, evidence: { ...paper, invoice: null, party: null } };
    return decideHandingIn({ command: handIn, claim, catalogue: this.catalogue, evidence: documents, former });
  }

  private resubmit(sent: ClaimCommand, claim: ClaimState, { application }: StepInput): TreasuryDecision {
    if (application === undefined || claim === null) throw new Error('Resubmitting needs a claim and an application.');
    const enterprise = this.enterprise(claim.uscc);
    const file = { claim, enterprise, catalogue: this.catalogue, sellersOnRecord: new Set<string>() };
    return decideResubmission({ command: { ...sent, ...application, answers: [] }, ...file });
  }

  /** Records what was decided, whole, through JSON as the log does. @throws Error when a guard's ceiling is passed. */
  private apply(decision: TreasuryDecision): TreasuryDecision {
    if (!decision.ok) return decision;
    const accounts = decision.guards.map((move) => move.account);
    if (new Set(accounts).size < accounts.length) throw new Error(`An account is moved twice: ${accounts.join(', ')}.`);
    decision.guards.forEach((move) => this.move(move));
    for (const { stream, events } of decision.streams) {
      for (const event of events) this.record(stream, parseEvent(JSON.parse(JSON.stringify(event)) as DomainEvent));
    }
    return decision;
  }

  private record(stream: string, event: DomainEvent): void {
    this.streams.set(stream, [...this.read(stream), event]);
    this.claims.delete(stream);
    this.log.push({ stream, event });
  }

  private move({ account, ceiling, reserve = 0n, paid = 0n }: GuardMove): void {
    const before = this.guards.get(account) ?? { ceiling: null, reserved: 0n, paid: 0n };
    const after = {
      ceiling: ceiling === undefined ? before.ceiling : ceiling,
      reserved: before.reserved + reserve,
      paid: before.paid + paid,
    };
    const isPassed = after.ceiling !== null && after.reserved + after.paid > after.ceiling;
    if (after.reserved < 0n || after.paid < 0n || isPassed) {
      throw new Error(`${account} would hold ${after.reserved} + ${after.paid} of ${after.ceiling ?? 'no ceiling'}.`);
    }
    this.guards.set(account, after);
  }
}

function asksForAmount(claim: ClaimState, catalogue: Catalogue): boolean {
  const measure = claim === null ? undefined : catalogue.measure(claim.measure);
  return measure !== undefined && needsProposedAmount(measure);
}
