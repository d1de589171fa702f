import type { ClaimStatus } from '@duixian/casework';
import { leftOf, sum, ZERO, type Fen } from '@duixian/money';
import type { ClaimFigures } from './claim-figures.type.js';

/** Sums over the claims of one status and measure. */
export interface TallySums {
  readonly status: ClaimStatus;
  readonly measure: string;
  /** Whether the measure lets a bank lend, instead of a treasury pay. */
  readonly isLoanLimit: boolean;
  readonly claims: number;
  readonly requested: Fen;
  /** As finance determined, also of claims that were withdrawn or settled since. */
  readonly determined: Fen;
  readonly reserved: Fen;
  readonly paid: Fen;
  /** What the bank sent back and nobody instructed again. */
  readonly returned: Fen;
}

/** The statuses in which a determination holds whole: neither withdrawn nor come to nothing. */
const IN_FORCE: ReadonlySet<ClaimStatus> = new Set<ClaimStatus>([
  ...(['determined', 'publicised', 'objected', 'instructed', 'settling', 'paid'] as const),
]);

/** The figures of the claims that the sums are of, as docs/figures.md defines them. */
export function figuresOf(tally: readonly TallySums[]): Pick<ClaimFigures, keyof ClaimFigures> {
  const grants = tally.filter(({ isLoanLimit }) => !isLoanLimit);
  const loanLimits = tally.filter(({ isLoanLimit }) => isLoanLimit);
  return {
    claims: tally.reduce((count, { claims }) => count + claims, 0),
    requested: sum(grants.map(({ requested }) => requested)),
    determined: inForce(grants),
    reserved: sum(grants.map(({ reserved }) => reserved)),
    paid: sum(grants.map(({ paid }) => paid)),
    returned: sum(grants.map(({ returned }) => returned)),
    withdrawn: sum(grants.map(givenUp)),
    loanLimitsRequested: sum(loanLimits.map(({ requested }) => requested)),
    loanLimits: inForce(loanLimits),
  };
}

/** Of what is settled, the determination holds as far as it is paid. */
function inForce(tally: readonly TallySums[]): Fen {
  const settled = tally.filter(({ status }) => status === 'settled').map(({ paid }) => paid);
  return sum([...tally.filter(({ status }) => IN_FORCE.has(status)).map(({ determined }) => determined), ...settled]);
}

function givenUp({ status, determined, paid }: TallySums): Fen {
  if (status === 'settled') return leftOf(determined, paid);
  return status === 'withdrawn' ? determined : ZERO;
}
