/** Officials of one city who do, step by step, whatever they are told, and the invariants that must survive it. */
import { expect } from '@jest/globals';
import {
  addDays,
  allowedActions,
  event,
  fenOf,
  lineAccount,
  measureOf,
  paymentId,
  type Actor,
  type Claim,
  type ClaimAction,
  type EvidenceKind,
  type Refusal,
  type StatedApplication,
  type StatedEvidence,
  UPHELD_STEPS,
  type Uscc,
} from '@duixian/casework';
import { fen, sum } from '@duixian/money';
import { isUnderway } from '../decide/settlement.js';
import { allowedPaymentActions } from '../payment-standing.js';
import type { PaymentAction } from '../payment-steps.js';
import { withPayments, type Payment } from '../payment.js';
import type { TreasuryDecision } from '../treasury-event.js';
import { Books } from './books.spec.js';
import { heldByEvents } from './fold.spec.js';
import { catalogue, command, officesOf, uscc } from './world.spec.js';
import type { World } from './worlds.spec.js';

/** What happens next: a new claim, a step towards payment, any allowed step (of a treasury's), or anybody's step at all. */
export interface Move {
  readonly kind: 'submit' | 'forward' | 'treasury' | 'any' | 'wild';
  readonly pick: number;
  readonly other: number;
  readonly thousands: number;
  readonly document: number;
}

interface Step {
  readonly on: 'claim' | 'payment';
  readonly action: ClaimAction | PaymentAction;
  readonly refusal: Refusal | null;
  readonly take: () => TreasuryDecision;
}

const FORWARD: ReadonlySet<string> = new Set([
  'ACCEPT',
  'RESUBMIT',
  'REVIEW',
  'DETERMINE',
  'PUBLICISE',
  'INSTRUCT',
  'CONFIRM',
  'REINSTRUCT',
]);
const CLAIMS_MAX = 9;
/** Events that are nobody's step forward or back. */
const BESIDE = [
  'ClaimPaid',
  'ClaimReopened',
  'ObjectionRaised',
  'ObjectionNoted',
  'ObjectionDismissed',
  'ClockSuspended',
  'ClockResumed',
  'RouteStepForwarded',
];

export class RandomLife {
  private readonly books: Books;
  private readonly officials: readonly Actor[];
  private readonly firms: readonly [Uscc, Uscc];
  private readonly claims: string[] = [];
  private day: string;
  private checked = 0;

  constructor(private readonly world: World) {
    const { tenant, counties, measures, others, days, movedOn } = world;
    this.books = new Books(catalogue, tenant);
    others.forEach((guard, account) => this.books.guards.set(account, guard));
    const leads = Object.keys(measures).map((id) => measureOf(catalogue, id).clause.departments.lead);
    this.officials = officesOf(tenant, counties, [...new Set(leads)]);
    this.day = addDays(days[1], 1);
    this.firms = [uscc(`91${counties[0]}MA2XXXXX0`), uscc(`91${counties[1]}MA2YYYYY0`)];
    this.firms.forEach((firm, index) => {
      this.register(firm, counties[index] ?? tenant);
    });
    const moved = { uscc: this.firms[1], from: counties[1], division: counties[0], on: movedOn };
    this.books.register(event(this.command(this.clerk(counties[0])), 'EnterpriseMoved', moved));
  }

  make(move: Move): void {
    this.day = addDays(this.day, 1);
    if (move.kind === 'submit') {
      if (this.claims.length < CLAIMS_MAX) this.submit(move);
      return;
    }
    const steps = this.steps(move).filter((step) => fits(move.kind, step));
    const step = steps[move.pick % Math.max(1, steps.length)];
    if (step === undefined) return;
    const decision = step.take();
    // A page that offers a button, and the decision behind it, must agree.
    if (step.refusal !== null) expect(decision).toEqual({ ok: false, refusal: step.refusal });
  }

  /** Looks at the books again if anything was recorded since the last look. */
  check(): void {
    if (this.books.log.length === this.checked) return;
    this.checked = this.books.log.length;
    this.checkGuards();
    for (const id of this.claims) {
      const claim = this.books.claim(id);
      if (claim === null) continue;
      this.checkLines(claim);
      this.checkPersons(claim);
      this.checkEvidence(claim);
    }
  }

  /** What has come about in this life. */
  outcomes(): string[] {
    const claims = this.claims.flatMap((id) => this.books.claim(id) ?? []);
    const isReturned = this.books.log.some(({ event: { type } }) => type === 'PaymentReturned');
    const isPaid = this.books.log.some(({ event: { type } }) => type === 'ClaimPaid');
    const isReopened = this.books.log.some(({ event: { type } }) => type === 'ClaimReopened');
    return [
      ...claims.map((claim) => claim.status),
      ...claims.flatMap((claim) => claim.determination?.reasons ?? []),
      ...(isReturned ? ['returned by the bank'] : []),
      ...(isReopened ? ['reopened'] : []),
      ...(isPaid ? ['paid'] : []),
    ];
  }

  private submit(move: Move): void {
    const measures = Object.keys(this.world.measures);
    const measure = measures[move.pick % measures.length] ?? '';
    const { policy } = measureOf(catalogue, measure);
    const claim = `${policy.division}-${this.world.year}-${String(this.claims.length).padStart(8, '0')}`;
    const decision = this.books.submit({
      ...this.command(this.clerk(this.world.tenant)),
      ...this.application(move, measure),
      claim,
      uscc: this.firms[move.other % 2 === 0 ? 0 : 1],
      measure,
      year: this.world.year,
    });
    if (decision.ok) this.claims.push(claim);
  }

  private application({ other, thousands, document }: Move, measure: string): StatedApplication {
    const { clause } = measureOf(catalogue, measure);
    const [kind] = clause.kind === 'grant' || clause.kind === 'loan-limit' ? (clause.evidence ?? []) : [];
    return {
      occurredOn: this.world.days[other % 3 === 0 ? 0 : 1],
      subject: `项目${document % 3}`,
      facts: this.world.measures[measure]?.(thousands) ?? {},
      requestedAmount: fen(BigInt(thousands) * 100_000n),
      evidence: kind === undefined ? [] : [documentOf(kind, document, this.world.year)],
    };
  }

  /** Every step that anybody could think of now, with the answer that a page would show. */
  private steps(move: Move): Step[] {
    return this.claims.flatMap((id) => {
      const claim = this.books.claim(id);
      if (claim === null) return [];
      const payments = claim.payments.flatMap((payment) => this.books.payment(payment) ?? []);
      return this.officials.flatMap((actor) => [
        ...this.claimSteps(claim, payments, actor, move),
        ...payments.flatMap((payment) => this.paymentSteps(claim, payments, payment, actor)),
      ]);
    });
  }

  private claimSteps(claim: Claim, payments: readonly Payment[], actor: Actor, move: Move): Step[] {
    const evidence = this.books.evidence(claim.evidence);
    const underway = isUnderway(payments);
    const input = {
      on: this.day,
      agreedAmount: fen(BigInt(move.thousands) * 100_000n),
      application: this.application(move, claim.measure),
      then: [null, null, ...UPHELD_STEPS][move.other % (UPHELD_STEPS.length + 2)] ?? null,
    };
    const statuses = this.books.statuses(evidence);
    const context = { on: this.day, catalogue, evidence, statuses, underway };
    return allowedActions(withPayments(claim, payments), actor, context).map(({ action, refusal }) => ({
      on: 'claim',
      action,
      refusal,
      take: () => this.books.take(action, claim.id, actor, input),
    }));
  }

  private paymentSteps(claim: Claim, payments: readonly Payment[], payment: Payment, actor: Actor): Step[] {
    const siblings = payments.filter(({ id }) => id !== payment.id);
    return allowedPaymentActions(payment, actor, { claim, siblings, catalogue }).map(({ action, refusal }) => ({
      on: 'payment',
      action,
      refusal,
      take: () => this.books.pay(action, payment.id, actor, this.day),
    }));
  }

  private checkGuards(): void {
    const expected = heldByEvents(this.books);
    for (const [account, { reserved, paid }] of this.world.others) {
      const own = expected.get(account) ?? { reserved: 0n, paid: 0n };
      expected.set(account, { reserved: own.reserved + reserved, paid: own.paid + paid });
    }
    const held = [...this.books.guards].filter(([, { reserved, paid }]) => reserved !== 0n || paid !== 0n);
    expect(new Map(held.map(([account, { reserved, paid }]) => [account, { reserved, paid }]))).toEqual(expected);
  }

  private checkLines({ id, status, determination }: Claim): void {
    if (determination?.kind !== 'grant') return;
    const { amount, lines } = determination;
    expect(sum(lines.map((line) => fenOf(line.amount)))).toBe(fenOf(amount));
    for (const line of lines) {
      const { reserved, paid } = this.books.guards.get(lineAccount(paymentId(id, line.payer))) ?? NOTHING;
      expect(reserved + paid).toBeLessThanOrEqual(fenOf(line.amount));
      if (['withdrawn', 'declined', 'rejected'].includes(status)) expect([reserved, paid]).toEqual([0n, 0n]);
      if (status === 'paid') expect([reserved, paid]).toEqual([0n, fenOf(line.amount)]);
      if (status === 'settled') expect(reserved).toBe(0n);
    }
  }

  /** Nobody takes two steps running on one claim, nor on one payment from its instruction on; what was taken back is none. */
  private checkPersons(claim: Claim): void {
    const chains = [`claim-${claim.id}`, ...claim.payments.map((payment) => `payment-${payment}`)];
    for (const chain of chains) {
      const events = this.books.streams.get(chain) ?? [];
      // A late return is the bank's doing: whoever confirmed the payment may enter it.
      const own = events.filter(
        ({ type }, index) =>
          !BESIDE.includes(type) && !(type === 'PaymentReturned' && events[index - 1]?.type === 'PaymentConfirmed'),
      );
      const steps = own.reduce<string[]>(
        (taken, { type, meta }) => (type === 'StepTakenBack' ? taken.slice(0, -1) : [...taken, meta.actor.userId]),
        [],
      );
      steps.forEach((actor, index) => {
        expect(actor).not.toBe(steps[index - 1]);
      });
    }
  }

  /** Of claims that were found in order, no two rest on one document, unless the later is paid less the earlier. */
  private checkEvidence(claim: Claim): void {
    if (!['determined', 'publicised', 'objected', 'instructed', 'settling', 'paid'].includes(claim.status)) return;
    for (const { holders } of this.books.evidence(claim.evidence)) {
      const others = holders.flatMap((holder) => this.books.claim(holder.claim) ?? []);
      const settled = others.filter(({ id, determination }) => id !== claim.id && determination !== null);
      expect(settled.filter((other) => !this.mayShare(claim, other))).toEqual([]);
    }
  }

  private mayShare(claim: Claim, other: Claim): boolean {
    const papers = ({ measure, year, subject, facts }: Claim) => {
      return { measure, year, subject, overlaps: catalogue.isInOverlap(measure, year, facts) };
    };
    return claim.uscc === other.uscc && catalogue.sharesEvidence(papers(claim), papers(other));
  }

  private register(firm: Uscc, division: string): void {
    const registered = { uscc: firm, name: `虚构企业${division}`, division };
    this.books.register(event(this.command(this.clerk(division)), 'EnterpriseRegistered', registered));
  }

  private clerk(division: string): Actor {
    const clerk = this.officials.find((actor) => actor.division === division && actor.roles.includes('clerk'));
    if (clerk === undefined) throw new Error(`${division} has no clerk.`);
    return clerk;
  }

  private command(actor: Actor) {
    return command(actor, this.day, this.world.tenant);
  }
}

function fits(kind: Move['kind'], { on, action, refusal }: Step): boolean {
  switch (kind) {
    case 'wild':
      return true;
    case 'forward':
      return refusal === null && FORWARD.has(action);
    case 'treasury':
      return refusal === null && on === 'payment';
    case 'any':
    case 'submit':
      return refusal === null;
  }
}

const NOTHING = { reserved: 0n, paid: 0n };

/** A recognition is shown by its certificate. */
function documentOf(listed: EvidenceKind, document: number, year: number): StatedEvidence {
  const kind = listed === 'recognition' ? 'certificate' : listed;
  if (kind !== 'invoice') return { kind, number: `N${document}`, invoice: null, party: null };
  const invoice = {
    seller: '福州云岭云计算有限公司',
    sellerUscc: '91350102MAX0090006',
    issuedOn: `${year}-01-02`,
    amount: fen(100_000_000_000n),
    tax: fen(0n),
    reverses: null,
  };
  return { kind, number: `${String(year).slice(2)}${String(document).padStart(18, '0')}`, invoice, party: null };
}
