import {
  accepted,
  capacityRefusal,
  ceilingRefusal,
  claimStream,
  enterpriseEnded,
  event,
  eventAt,
  grantOf,
  inheritedSince,
  paymentId,
  paymentStream,
  refusal,
  refused,
  reserveMoves,
  standingLines,
  standingOf,
  type Claim,
  type ClaimState,
  type EnterpriseState,
  type ExclusionHit,
  type Entitlement,
  type Grant,
  type GrantLine,
  NO_LISTS,
  NO_PAPERS,
  type Papers,
  type RecognitionLists,
  type Refusal,
  type ClaimCommand,
} from '@duixian/casework';
import { formatYuan, ZERO } from '@duixian/money';
import type { Catalogue } from '@duixian/policy';
import { noAccount, type Payee } from '@duixian/registry';
import type { TreasuryDecision } from '../treasury-event.js';
import { dueByPayer, lineCeilings, payeeName } from './due.js';

interface Grounds {
  readonly entitlement: Entitlement;
  readonly catalogue: Catalogue;
}

/**
 * 拨付指令: once the publicity is over, finance instructs every treasury to pay its line, to the account in
 * force on that day. The amounts stay reserved.
 */
export function decideInstruction(
  input: Grounds & {
    readonly command: ClaimCommand;
    readonly claim: ClaimState;
    /** Whose claim it is: a payment goes by the name of its own day, which may be newer than the claim's. */
    readonly enterprise: EnterpriseState;
    readonly payee: Payee;
    /** Its documents; left out where it rests on none. */
    readonly papers?: Papers;
    /** Those on whose entries it rests; left out where it rests on none. */
    readonly lists?: RecognitionLists;
    /** Registers on which its enterprise stands; left out where there are none. */
    readonly exclusions?: readonly ExclusionHit[];
  },
): TreasuryDecision {
  const { command, entitlement, enterprise, payee, catalogue } = input;
  const { papers = NO_PAPERS, lists = NO_LISTS, exclusions = [] } = input;
  const context = { on: command.on, catalogue, ...papers, lists, exclusions };
  const standing = standingOf('INSTRUCT', input.claim, command.actor, context);
  if (!standing.ok) return standing;
  const { claim } = standing;
  if (entitlement.closure !== null) return refused(enterpriseEnded(entitlement.closure));
  const { account } = payee;
  if (account === null) return refused(noAccount());
  const mixed = capacityRefusal('finance', payee.participants, command.actor);
  if (mixed !== null) return refused(mixed);
  const name = payeeName(claim, enterprise, command.on);
  const grant = reservedGrant(claim, entitlement);
  if (!isStillDue(grant, claim, input)) return refused(overtaken());
  const lines = standingLines(grant);
  const payments = lines.map((line) => paymentId(claim.id, line.payer));
  return accepted([
    { stream: claimStream(claim.id), events: [event(command, 'PaymentsInstructed', { payments })] },
    ...lines.map((line) => ({
      stream: paymentStream(paymentId(claim.id, line.payer)),
      events: [
        eventAt(2, command, 'PaymentInstructed', { ...instruction(claim, line), payee: name, account, attempt: 1 }),
      ],
    })),
  ]);
}

function reservedGrant(claim: Claim, entitlement: Entitlement): Grant {
  const grant = grantOf(entitlement, claim.id);
  if (grant === undefined) throw new Error(`Claim ${claim.id} was determined and reserved nothing.`);
  return grant;
}

/** What was determined before the enterprise took another's place stands only as far as what it inherited leaves it. */
function isStillDue(grant: Grant, claim: Claim, { entitlement, catalogue }: Grounds): boolean {
  const counted = inheritedSince(grant, entitlement);
  if (counted === null) return true;
  const due = dueByPayer(claim, { entitlement: counted, programme: new Map(), catalogue });
  const lines = standingLines(grant);
  const ceilings = new Map(lines.flatMap((line) => [...lineCeilings(claim, line, catalogue)]));
  return (
    lines.every(({ payer, amount }) => (due.get(payer) ?? ZERO) >= amount) &&
    ceilingRefusal(reserveMoves(lines), ceilings, counted) === null
  );
}

function overtaken(): Refusal {
  return refusal('NOTHING_TO_PAY', {
    zh: '核定之后，企业承继了他企业的兑现记录，按承继后的限额已不足核定金额，不能拨付：请通知企业撤回，重新申报后按余额核定。',
    en: 'Since the determination the enterprise has taken another’s place, and what that one was granted leaves less than was determined: have the claim withdrawn and claimed anew for what is left.',
  });
}

function instruction({ id: claim, uscc }: Claim, { payer, amount, basis }: GrantLine) {
  return { payment: paymentId(claim, payer), claim, uscc, payer, amount: formatYuan(amount), basis };
}
