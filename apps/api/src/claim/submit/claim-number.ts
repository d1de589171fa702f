import { createHash } from 'node:crypto';
import { claimId, type Command } from '@duixian/casework';
import type { Measure } from '@duixian/policy';

/**
 * A new claim's number. Its serial follows from the command's id, so that a submission sent again names the same claim;
 * under a measure that does not exist it is the city's own, and the decision refuses the measure.
 */
export function newClaimNumber(command: Command, measure: Measure | undefined, year: number): string {
  const digest = createHash('sha256').update(`${command.tenant}/${command.commandId}`).digest();
  return claimId(measure?.policy.division ?? command.tenant, year, digest);
}
