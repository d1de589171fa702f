import {
  assessClaim,
  ceilingsOf,
  fenOf,
  nameOn,
  type Ceilings,
  type Claim,
  type EnterpriseState,
  type Entitlement,
  type GrantLine,
  type Guards,
  type PlainDate,
} from '@duixian/casework';
import { formatYuan, type Fen } from '@duixian/money';
import { isFailure, type Catalogue } from '@duixian/policy';

/** What each payer would owe on a claim now, were it determined beside these grants; none where it cannot be assessed. */
export function dueByPayer(
  claim: Claim,
  counted: { readonly entitlement: Entitlement; readonly programme: Guards; readonly catalogue: Catalogue },
): ReadonlyMap<string, Fen> {
  const { answer } = assessClaim(claim, counted);
  return new Map(isFailure(answer) ? [] : answer.lines.map(({ payer, amount }) => [payer, fenOf(amount)]));
}

/** The ceilings of the accounts on which a line of the claim stands. */
export function lineCeilings(
  { id: claim, uscc, measure, year }: Claim,
  line: GrantLine,
  catalogue: Catalogue,
): Ceilings {
  return ceilingsOf({ claim, uscc, measure, year }, { ...line, amount: formatYuan(line.amount) }, catalogue);
}

/** The name under which a claim is paid on a day. @throws Error when nobody is registered whose claim it is. */
export function payeeName(claim: Claim, enterprise: EnterpriseState, on: PlainDate): string {
  if (enterprise === null) throw new Error(`Claim ${claim.id} is of nobody who is registered.`);
  return nameOn(enterprise, on);
}
