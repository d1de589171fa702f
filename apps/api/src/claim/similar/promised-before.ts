import { measureOf, placeFactOf, type Claim, type ClaimState } from '@duixian/casework';
import type { Catalogue } from '@duixian/policy';
import type { Records } from '../../command/records.js';

/**
 * What the enterprise, with all before it, was granted under the clause of a claim, where the clause promises several years
 * and claims state which one they are for; nothing is read elsewhere.
 */
export async function promisedBefore(records: Records, claim: ClaimState, catalogue: Catalogue): Promise<Claim[]> {
  if (claim === null || placeFactOf(measureOf(catalogue, claim.measure)) === null) return [];
  const { grants } = await records.entitlement(claim.uscc);
  const ids = [...grants.values()].filter(({ measure }) => measure === claim.measure).map((grant) => grant.claim);
  const others = await Promise.all(ids.map((id) => records.claim(id)));
  return others.flatMap((other) => other ?? []);
}
