import {
  accepted,
  assessClaim,
  ceilingRefusal,
  ceilingsOf,
  entitlementStream,
  event,
  fenOf,
  paymentStream,
  refusal,
  refused,
  reserveMoves,
  type Grant,
  type GrantLine,
  type GrantReserved,
  type Guards,
  type Refusal,
} from '@duixian/casework';
import { formatYuan, ZERO, type Fen } from '@duixian/money';
import { isFailure, type Catalogue } from '@duixian/policy';
import type { ReinstructPayment } from '../payment-command.js';
import { grantedLine, quotaMoves, watchSiblings, type PaymentFile } from '../payment-file.js';
import { paymentStandingOf } from '../payment-standing.js';
import type { Payment } from '../payment.js';
import type { TreasuryDecision } from '../treasury-event.js';

type GrantData = GrantReserved['data'];

interface ReinstructionInput extends PaymentFile {
  readonly command: ReinstructPayment;
  /** The guards named by `programmeAccounts`. */
  readonly programme: Guards;
  readonly catalogue: Catalogue;
}

/**
 * 重新拨付: finance instructs a returned payment again, which reserves its amount again. Between the two, other claims may
 * have been granted what was free, so that the claim is reckoned anew and only what is still due is paid.
 */
export function decideReinstruction(input: ReinstructionInput): TreasuryDecision {
  const { command, siblings, claim, entitlement, catalogue } = input;
  const standing = paymentStandingOf('REINSTRUCT', input.payment, command.actor, input);
  if (!standing.ok) return standing;
  const { payment } = standing;
  const { grant, line } = grantedLine(payment, entitlement);
  if (stillDue(payment, input) < payment.amount) return refused(noLongerDue());
  const key = { claim: claim.id, uscc: claim.uscc, measure: claim.measure, year: claim.year };
  const ceilings = ceilingsOf(key, { ...line, amount: formatYuan(line.amount) }, catalogue);
  const moves = reserveMoves([line], ceilings);
  const reason = ceilingRefusal(moves, ceilings, entitlement);
  if (reason !== null) return refused(reason);
  const reinstructed = event(command, 'PaymentReinstructed', { payment: payment.id, claim: claim.id });
  return accepted(
    [
      { stream: paymentStream(payment.id), events: [reinstructed] },
      { stream: entitlementStream(claim.uscc), events: [event(command, 'GrantReserved', reservation(grant, line))] },
    ],
    [...moves, ...quotaMoves(grant, payment, siblings, 'instructed'), ...watchSiblings(siblings)],
  );
}

/** What the payer would owe on the claim if it were determined now. */
function stillDue({ payer }: Payment, input: ReinstructionInput): Fen {
  const { answer } = assessClaim(input.claim, input);
  if (isFailure(answer)) return ZERO;
  const line = answer.lines.find((each) => each.payer === payer);
  return line === undefined ? ZERO : fenOf(line.amount);
}

function reservation({ claim, measure, year, subject, quota, policyVersion }: Grant, line: GrantLine): GrantData {
  const amount = formatYuan(line.amount);
  const { payer, basis } = line;
  const lines = [{ payer, amount, basis, accounts: [...line.accounts] }];
  return { claim, measure, year, subject, kind: 'grant', amount, lines, quota, policyVersion };
}

function noLongerDue(): Refusal {
  return refusal('NOTHING_TO_PAY', {
    zh: '退票后释放的额度已由企业的其他申报件兑现，本笔不再应付；请核对该企业的兑现记录。',
    en: "What the return set free has been granted on other claims since: compare the enterprise's grants.",
  });
}
