import { fen, formatYuan, sum } from '@duixian/money';
import type { Catalogue, ExplainedAnswer } from '@duixian/policy';
import { usedOf, type Guards } from '../common/decision.js';
import { poolAccount, quotaAccount } from '../entitlement/accounts.js';
import {
  grantOf,
  grantsOf,
  standingLines,
  withoutClaim,
  type Entitlement,
  type Grant,
} from '../entitlement/entitlement.js';
import type { Claim } from './claim.js';
import type { EarlierGrant, ProgrammeUse } from './determination.js';
import { PROPOSED_AMOUNT, type Facts } from './facts.js';

/** What a claim is assessed against, beside its facts. */
export interface Standings {
  readonly entitlement: Entitlement;
  /** The guards named by `programmeAccounts`. */
  readonly programme: Guards;
  readonly catalogue: Catalogue;
}

/** An assessment with all that went into it. */
export interface AssessedClaim {
  readonly answer: ExplainedAnswer;
  readonly facts: Facts;
  readonly history: EarlierGrant[];
  readonly programme: ProgrammeUse | null;
}

/**
 * Reckons what the claim is due now: the same reckoning as `assess`, on the record's facts and history. What the claim
 * itself was granted is left aside, so that a decision can be looked at again.
 */
export function assessClaim(claim: Claim, { entitlement, programme: guards, catalogue }: Standings): AssessedClaim {
  const { measure, year, occurredOn, division, subject } = claim;
  const facts = factsWithProposal(claim);
  const history = grantsOf(withoutClaim(entitlement, claim.id), catalogue.bearingOn(measure, year, subject), subject);
  const programme = programmeUse(claim, guards, grantOf(entitlement, claim.id), catalogue);
  const answer = catalogue.explain({
    id: claim.id,
    measure,
    year,
    occurredOn,
    enterprise: { division },
    facts,
    granted: history,
    ...(subject === null ? {} : { subject }),
    ...(programme === null ? {} : { programme }),
  });
  return { answer, facts, history, programme };
}

function factsWithProposal({ facts, agreedAmount }: Claim): Facts {
  return agreedAmount === null ? facts : { ...facts, [PROPOSED_AMOUNT]: formatYuan(agreedAmount) };
}

function programmeUse(
  { measure, year }: Claim,
  guards: Guards,
  own: Grant | undefined,
  catalogue: Catalogue,
): ProgrammeUse | null {
  const limits = catalogue.limitsFor(measure);
  if (limits?.pool == null && limits?.quota == null) return null;
  const pool = poolAccount(measure, year);
  const quota = quotaAccount(measure, year);
  const standing = own === undefined ? [] : standingLines(own);
  const ownPool = sum(standing.filter((line) => line.accounts.includes(pool)).map((line) => line.amount));
  const ownPlaces = own?.quota === quota && standing.length > 0 ? 1n : 0n;
  return {
    poolUsed: formatYuan(fen(usedOf(guards, pool) - ownPool)),
    quotaUsed: Number(usedOf(guards, quota) - ownPlaces),
  };
}
