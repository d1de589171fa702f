import {
  accepted,
  capacityRefusal,
  ceilingRefusal,
  countedAgainst,
  enterpriseEnded,
  entitlementStream,
  eventAt,
  ownCeilings,
  paymentStream,
  refusal,
  refused,
  reserveMoves,
  type EnterpriseState,
  type ExclusionHit,
  type Grant,
  type GrantLine,
  type GrantReserved,
  type Guards,
  type Papers,
  type RecognitionLists,
  type Refusal,
} from '@duixian/casework';
import { formatYuan, ZERO } from '@duixian/money';
import type { Catalogue } from '@duixian/policy';
import { noAccount, type Payee } from '@duixian/registry';
import type { PaymentStepCommand } from '../payment-command.js';
import { grantedLine, quotaMoves, watchSiblings, type PaymentFile } from '../payment-file.js';
import { paymentStandingOf } from '../payment-standing.js';
import type { TreasuryDecision } from '../treasury-event.js';
import { dueByPayer, lineCeilings, payeeName } from './due.js';

type GrantData = GrantReserved['data'];

interface ReinstructionInput extends PaymentFile {
  readonly command: PaymentStepCommand<'REINSTRUCT'>;
  /** The guards named by `programmeAccounts`. */
  readonly programme: Guards;
  /** Whose claim it is; the payment goes by the name of this day. */
  readonly enterprise: EnterpriseState;
  /** The account in force now: the one that the bank refused, or a newer one. */
  readonly payee: Payee;
  /** The claim's documents; left out where it rests on none. */
  readonly papers?: Papers;
  /** Those on whose entries the claim rests; left out where it rests on none. */
  readonly lists?: RecognitionLists;
  /** Registers on which the enterprise stands; left out where there are none. */
  readonly exclusions?: readonly ExclusionHit[];
  readonly catalogue: Catalogue;
}

/**
 * 重新拨付: finance instructs a returned payment again, which reserves its amount again. Between the two, other claims may
 * have been granted what was free, so that the claim is reckoned anew and only what is still due is paid.
 */
export function decideReinstruction(input: ReinstructionInput): TreasuryDecision {
  const { command, siblings, claim, entitlement, enterprise, payee, catalogue } = input;
  const standing = paymentStandingOf('REINSTRUCT', input.payment, command.actor, input);
  if (!standing.ok) return standing;
  const { payment } = standing;
  if (entitlement.closure !== null) return refused(enterpriseEnded(entitlement.closure));
  const { account } = payee;
  if (account === null) return refused(noAccount());
  const mixed = capacityRefusal('finance', payee.participants, command.actor);
  if (mixed !== null) return refused(mixed);
  const name = payeeName(claim, enterprise, command.on);
  const { grant, line } = grantedLine(payment, entitlement);
  if (!isStillDue(line, input)) return refused(noLongerDue());
  const ceilings = lineCeilings(claim, line, catalogue);
  const moves = reserveMoves([line], ownCeilings(ceilings, entitlement));
  const reason = ceilingRefusal(moves, ceilings, entitlement);
  if (reason !== null) return refused(reason);
  const attempt = payment.attempt + 1;
  const aim = { payment: payment.id, claim: claim.id, payee: name, account, attempt };
  const reinstructed = eventAt(3, command, 'PaymentReinstructed', aim);
  return accepted(
    [
      { stream: paymentStream(payment.id), events: [reinstructed] },
      {
        stream: entitlementStream(claim.uscc),
        events: [eventAt(2, command, 'GrantReserved', reservation(grant, line))],
      },
    ],
    [...moves, ...quotaMoves(grant, payment, siblings, 'instructed'), ...watchSiblings(siblings)],
  );
}

/** What has been granted since the return leaves the whole of the line. */
function isStillDue(line: GrantLine, { claim, entitlement, programme, catalogue }: ReinstructionInput): boolean {
  const due = dueByPayer(claim, { entitlement: countedAgainst(line, entitlement), programme, catalogue });
  return (due.get(line.payer) ?? ZERO) >= line.amount;
}

function reservation(
  { claim, measure, year, subject, quota, policyVersion, payee }: Grant,
  line: GrantLine,
): GrantData {
  const amount = formatYuan(line.amount);
  const { payer, basis } = line;
  const lines = [{ payer, amount, basis, accounts: [...line.accounts] }];
  return { claim, measure, year, subject, kind: 'grant', amount, lines, quota, policyVersion, payee };
}

function noLongerDue(): Refusal {
  return refusal('NOTHING_TO_PAY', {
    zh: '退票后释放的额度或名额已被其他申报件占用，本笔不能再全额拨付；请核对该企业及该项目资金的兑现记录，并在申报件上“按已付结清”。',
    en: 'What the return set free has been granted on other claims since, so that it cannot be paid in full: compare what the enterprise and the programme were granted, and settle the claim at what is paid.',
  });
}
