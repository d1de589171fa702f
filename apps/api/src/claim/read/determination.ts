import { fenOf } from '@duixian/casework';
import type { Divisions } from '../../division/divisions.js';
import { toAssessment } from '../../policy/assessment/to-assessment.js';
import type { ClaimFile } from './claim-files.js';
import { Determination } from './claim.type.js';

/** What finance determined on a claim, as the log holds it; null before it did, and again after a new submission. */
export function determinationOf({ claim, claimEvents }: ClaimFile, divisions: Divisions): Determination | null {
  if (claim.determination === null) return null;
  const event = claimEvents.findLast(({ type }) => type === 'ClaimDetermined' || type === 'ClaimDeclined');
  if (event === undefined) return null;
  const { username, displayName, division, department } = event.meta.actor;
  const earlierGrants = claim.determination.history.map((grant) => ({
    ...grant,
    payer: divisions.get(grant.payer),
    amount: fenOf(grant.amount),
  }));
  return Object.assign(new Determination(), toAssessment(claim.determination, divisions), {
    earlierGrants,
    policyVersion: claim.determination.policyVersion,
    on: event.occurredOn,
    by: { username, displayName, division, department },
  });
}
