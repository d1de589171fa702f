import { fenOf, parseClaimEvent, type ClaimEvent, type ClaimStatus } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { formatYuan, sum } from '@duixian/money';
import { payeeOf, type Catalogue } from '@duixian/policy';
import { parsePaymentEvent, type PaymentEvent } from '@duixian/treasury';

/** A claim as the log tells it, with what each treasury was bound to pay on it. */
export interface ReplayedClaim {
  readonly id: string;
  readonly uscc: string;
  readonly measure: string;
  readonly year: number;
  readonly isLoanLimit: boolean;
  /** Whether it is passed on to natural persons. */
  readonly isForPersons: boolean;
  readonly submittedOn: string;
  determinedOn: string;
  division: string;
  status: ClaimStatus;
  /** Fen. */
  requested: bigint;
  determined: bigint;
  lines: ReplayedLine[];
}

export interface ReplayedLine {
  readonly payer: string;
  readonly basis: string;
  readonly amount: bigint;
  state: 'reserved' | 'paid' | 'returned' | 'withdrawn';
  paidOn: string;
}

/** Every claim of a log, from its own events and those of its payments alone: none of the product's ledgers is asked. */
export function replayedClaims(log: readonly RecordedEvent[], catalogue: Catalogue): ReplayedClaim[] {
  const claims = new Map<string, ReplayedClaim>();
  const claimNamed = (id: string): ReplayedClaim => {
    const claim = claims.get(id);
    if (claim === undefined) throw new Error(`The log goes on with ${id} before it was submitted.`);
    return claim;
  };
  for (const recorded of log) {
    if (recorded.stream.startsWith('claim-')) {
      const id = recorded.stream.slice('claim-'.length);
      const event = parseClaimEvent(recorded);
      if (event.type !== 'ClaimSubmitted') step(claimNamed(id), event);
      else {
        const { uscc, measure, year, division, requestedAmount } = event.data;
        const isLoanLimit = catalogue.measure(measure)?.clause.kind === 'loan-limit';
        const clause = catalogue.measure(measure)?.clause;
        const isForPersons = clause !== undefined && payeeOf(clause).kind === 'naturalPerson';
        const matter = { id, uscc, measure, year, isLoanLimit, isForPersons, division };
        const requested = fenOf(requestedAmount);
        const days = { submittedOn: event.occurredOn, determinedOn: '' };
        claims.set(id, { ...matter, ...days, requested, status: 'submitted', determined: 0n, lines: [] });
      }
    }
    if (recorded.stream.startsWith('payment-')) pay(claimNamed, recorded.stream, parsePaymentEvent(recorded));
  }
  return [...claims.values()];
}

/** Null where the event says where it leads. */
const STATUS_AFTER: Readonly<Record<ClaimEvent['type'], ClaimStatus | null>> = {
  ClaimSubmitted: 'submitted',
  ClaimResubmitted: 'submitted',
  ClaimAccepted: 'accepted',
  PaperHandedIn: null,
  ClaimReturned: 'returned',
  RouteStepTaken: null,
  RouteStepForwarded: null,
  StepTakenBack: null,
  ClaimRouteMoved: null,
  ClaimSampled: null,
  ClaimBatched: null,
  ClaimSplitOut: null,
  ClaimMinuted: null,
  ClaimFirstReviewed: 'accepted',
  ClaimReviewed: 'reviewed',
  ClaimRejected: 'rejected',
  ClaimWithdrawn: 'withdrawn',
  ClaimDetermined: 'determined',
  ClaimDeclined: 'declined',
  DeterminationPublicised: 'publicised',
  ObjectionRaised: 'objected',
  ObjectionNoted: null,
  ObjectionDismissed: null,
  ObjectionUpheld: null,
  ObjectorErased: null,
  ClockSuspended: null,
  ClockResumed: null,
  DeadlineEscalated: null,
  PaymentsInstructed: 'instructed',
  ClaimPaid: 'paid',
  ClaimSettlementProposed: 'settling',
  ClaimSettlementRefused: 'instructed',
  ClaimSettled: 'settled',
  ClaimReopened: 'instructed',
};

function step(claim: ReplayedClaim, event: ClaimEvent): void {
  claim.status = STATUS_AFTER[event.type] ?? claim.status;
  if (event.type === 'ObjectionDismissed' && event.data.nextAnswerBy === null) claim.status = 'publicised';
  if (event.type === 'StepTakenBack') claim.status = event.data.leadsTo;
  if (event.type === 'ObjectionUpheld') {
    const { then } = event.data;
    const next = {
      review: 'accepted',
      determination: 'reviewed',
      resubmission: 'returned',
      rejection: 'rejected',
    } as const;
    claim.status = next[then];
    claim.determined = 0n;
    claim.lines = [];
  }
  if (event.type === 'ClaimResubmitted') {
    claim.division = event.data.division;
    claim.requested = fenOf(event.data.requestedAmount);
  }
  if (event.type === 'ClaimWithdrawn') for (const line of claim.lines) line.state = 'withdrawn';
  if (event.type === 'ClaimSettled') become(claim, 'returned', 'withdrawn');
  if (event.type === 'ClaimReopened') become(claim, 'withdrawn', 'returned');
  if (event.type === 'ClaimDetermined') {
    claim.determined = fenOf(event.data.amount);
    claim.determinedOn = event.occurredOn;
    claim.lines = event.data.lines.map(({ payer, basis, amount }) => ({
      ...{ payer, basis, amount: fenOf(amount) },
      ...{ state: 'reserved', paidOn: '' },
    }));
  }
}

function become({ lines }: ReplayedClaim, from: ReplayedLine['state'], to: ReplayedLine['state']): void {
  for (const line of lines) if (line.state === from) line.state = to;
}

const PAYER_DIGITS = 6;

function pay(claimNamed: (id: string) => ReplayedClaim, stream: string, { type, data }: PaymentEvent): void {
  const payment = stream.slice('payment-'.length);
  const { lines } = claimNamed(payment.slice(0, -PAYER_DIGITS - 1));
  const line = lines.find(({ payer }) => payment.endsWith(payer));
  if (line === undefined) throw new Error(`${payment} was never determined.`);
  if (type === 'PaymentConfirmed') Object.assign(line, { state: 'paid', paidOn: data.paidOn });
  if (type === 'PaymentReturned') line.state = 'returned';
  if (type === 'PaymentReinstructed') line.state = 'reserved';
}

const IN_FORCE: readonly ClaimStatus[] = ['determined', 'publicised', 'objected', 'instructed', 'settling', 'paid'];

/** The figures of claims by the words of docs/figures.md. */
export function figuresByReplay(claims: readonly ReplayedClaim[]) {
  const grants = claims.filter(({ isLoanLimit }) => !isLoanLimit);
  const loanLimits = claims.filter(({ isLoanLimit }) => isLoanLimit);
  const isInForce = ({ status }: ReplayedClaim): boolean => IN_FORCE.includes(status);
  return {
    claims: claims.length,
    requested: yuan(grants.map(({ requested }) => requested)),
    determined: yuan([
      ...grants.filter(isInForce).map(({ determined }) => determined),
      ...settledLines(grants, 'paid'),
    ]),
    ...linesByReplay(grants.flatMap(({ lines }) => lines)),
    withdrawn: yuan([
      ...grants.filter(({ status }) => status === 'withdrawn').map(({ determined }) => determined),
      ...settledLines(grants, 'withdrawn'),
    ]),
    loanLimitsRequested: yuan(loanLimits.map(({ requested }) => requested)),
    loanLimits: yuan(loanLimits.filter(isInForce).map(({ determined }) => determined)),
  };
}

/** Lines of settled claims. */
function settledLines(claims: readonly ReplayedClaim[], state: ReplayedLine['state']): bigint[] {
  const settled = claims.filter(({ status }) => status === 'settled').flatMap(({ lines }) => lines);
  return settled.filter((line) => line.state === state).map(({ amount }) => amount);
}

/** What is reserved, paid and returned of lines. */
export function linesByReplay(lines: readonly ReplayedLine[]) {
  const of = (state: ReplayedLine['state']): string =>
    yuan(lines.filter((line) => line.state === state).map(({ amount }) => amount));
  return { reserved: of('reserved'), paid: of('paid'), returned: of('returned') };
}

export function yuan(amounts: readonly bigint[]): string {
  return formatYuan(sum(amounts as Parameters<typeof sum>[0]));
}

export interface MonthFigures {
  readonly month: string;
  readonly claims: number;
  readonly requested: string;
  readonly determined: string;
  readonly paid: string;
  readonly loanLimits: string;
}

/** The figures of each of the months, by the words of docs/figures.md. */
export function monthsByReplay(
  claims: readonly ReplayedClaim[],
  months: readonly { readonly month: string }[],
): MonthFigures[] {
  return months.map(({ month }) => {
    const isIn = (day: string): boolean => day.startsWith(month);
    const submitted = claims.filter(({ submittedOn }) => isIn(submittedOn));
    const determined = claims.filter(({ determinedOn }) => isIn(determinedOn));
    const lines = claims
      .flatMap((claim) => claim.lines)
      .filter(({ state, paidOn }) => state === 'paid' && isIn(paidOn));
    const { requested } = figuresByReplay(submitted);
    return {
      month,
      claims: submitted.length,
      requested,
      determined: yuan(determined.flatMap((claim) => claim.lines.filter(isInForce)).map(({ amount }) => amount)),
      paid: yuan(lines.map(({ amount }) => amount)),
      loanLimits: figuresByReplay(determined).loanLimits,
    };
  });
}

function isInForce({ state }: ReplayedLine): boolean {
  return state !== 'withdrawn';
}
