import { groupBy } from './group-by.js';
import { fenOf } from './money.js';
import { parseLines } from './parse.js';
import type { EventRow, TotalRow } from './rows.js';

const STATUS_AFTER: Readonly<Record<string, string>> = {
  ClaimSubmitted: 'submitted',
  ClaimResubmitted: 'submitted',
  ClaimAccepted: 'accepted',
  ClaimReturned: 'returned',
  ClaimFirstReviewed: 'accepted',
  ClaimReviewed: 'reviewed',
  ClaimRejected: 'rejected',
  ClaimWithdrawn: 'withdrawn',
  ClaimDetermined: 'determined',
  ClaimDeclined: 'declined',
  DeterminationPublicised: 'publicised',
  ObjectionRaised: 'objected',
  PaymentsInstructed: 'instructed',
  ClaimPaid: 'paid',
  ClaimSettlementProposed: 'settling',
  ClaimSettlementRefused: 'instructed',
  ClaimSettled: 'settled',
  ClaimReopened: 'instructed',
};

const UPHELD: Readonly<Record<string, string>> = {
  review: 'accepted',
  determination: 'reviewed',
  resubmission: 'returned',
  rejection: 'rejected',
};

interface Line {
  readonly amount: bigint;
  state: 'reserved' | 'paid' | 'released';
}

/** One claim as this fold sees it. */
export interface FoldedClaim {
  readonly tenant: string;
  readonly uscc: string;
  readonly measure: string;
  readonly year: number;
  status: string;
  requested: bigint;
  determined: bigint;
  lines: ReadonlyMap<string, Line>;
}

/** The claims of every city, from their events and those of their payments alone. */
export class Claims {
  private readonly claims = new Map<string, FoldedClaim>();

  apply({ tenant, stream, type, data }: EventRow): void {
    const [, kind, id = '', payer = ''] = /^(claim|payment)-(\d{6}-\d{4}-[0-9A-Z]{8})(?:-(\d{6}))?$/.exec(stream) ?? [];
    if (kind === 'payment') this.applyToPayment(this.at(id), payer, type);
    if (kind !== 'claim') return;
    if (type === 'ClaimSubmitted') this.claims.set(id, submitted(tenant, data));
    const claim = this.at(id);
    claim.status = STATUS_AFTER[type] ?? claim.status;
    if (type === 'ObjectionDismissed' && data.nextAnswerBy === null) claim.status = 'publicised';
    if (type === 'ObjectionUpheld') {
      claim.status = UPHELD[String(data.then)] ?? claim.status;
      claim.determined = 0n;
      claim.lines = new Map();
    }
    if (type === 'ClaimResubmitted') Object.assign(claim, submitted(tenant, { ...data, ...keyOf(claim) }));
    if (type === 'ClaimDetermined' || type === 'ClaimDeclined') {
      claim.determined = fenOf(data.amount);
      claim.lines = linesOf(data);
    }
    if (type === 'ClaimWithdrawn') for (const line of claim.lines.values()) line.state = 'released';
  }

  /** Fen that stand, reserved or paid. */
  standingOf(claim: FoldedClaim): bigint {
    return sumOf(claim, 'reserved') + sumOf(claim, 'paid');
  }

  all(): FoldedClaim[] {
    return [...this.claims.values()];
  }

  totals(): TotalRow[] {
    const groups = groupBy(this.all(), ({ tenant, status }) => `${tenant} ${status}`);
    return [...groups.values()].map((claims) => {
      const text = (amount: (claim: FoldedClaim) => bigint): string =>
        claims.reduce((sum, claim) => sum + amount(claim), 0n).toString();
      return {
        tenant: claims[0]?.tenant ?? '',
        status: claims[0]?.status ?? '',
        claims: String(claims.length),
        requested: text(({ requested }) => requested),
        determined: text(({ determined }) => determined),
        reserved: text((claim) => sumOf(claim, 'reserved')),
        paid: text((claim) => sumOf(claim, 'paid')),
      };
    });
  }

  private applyToPayment(claim: FoldedClaim, payer: string, type: string): void {
    const line = claim.lines.get(payer);
    if (line === undefined) throw new Error(`${payer} pays what was never determined.`);
    if (type === 'PaymentConfirmed') line.state = 'paid';
    if (type === 'PaymentReturned') line.state = 'released';
    if (type === 'PaymentReinstructed' || type === 'PaymentInstructed') line.state = 'reserved';
  }

  private at(id: string): FoldedClaim {
    const claim = this.claims.get(id);
    if (claim === undefined) throw new Error(`Something happens to ${id} before it is submitted.`);
    return claim;
  }
}

function submitted(tenant: string, data: EventRow['data']): FoldedClaim {
  return {
    tenant,
    uscc: String(data.uscc),
    measure: String(data.measure),
    year: Number(data.year),
    status: 'submitted',
    requested: fenOf(data.requestedAmount),
    determined: 0n,
    lines: new Map(),
  };
}

function keyOf({ uscc, measure, year }: FoldedClaim) {
  return { uscc, measure, year };
}

function linesOf(data: EventRow['data']): Map<string, Line> {
  return new Map(parseLines(data).map(({ payer, amount }) => [payer, { amount: fenOf(amount), state: 'reserved' }]));
}

function sumOf({ lines }: FoldedClaim, state: Line['state']): bigint {
  return [...lines.values()].reduce((sum, line) => (line.state === state ? sum + line.amount : sum), 0n);
}
