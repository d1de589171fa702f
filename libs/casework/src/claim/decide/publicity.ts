import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, event, refused } from '../../common/decision.js';
import { addDays } from '../../common/plain-date.js';
import { invalidInput } from '../../common/refusal.js';
import { claimStream } from '../../common/streams.js';
import { enterpriseEnded } from '../../enterprise/closing.js';
import type { Entitlement } from '../../entitlement/entitlement.js';
import type { PubliciseClaim } from '../claim-command.js';
import type { ClaimState } from '../claim.js';
import { standingOf } from '../standing.js';

const DAYS_MIN = 1;
const DAYS_MAX = 60;

/**
 * 公示: the determination is shown to the public from today until `days` later; payment is instructed after that day. Of
 * an enterprise that has ended nothing is shown, since nothing will be paid.
 */
export function decidePublicity(input: {
  readonly command: PubliciseClaim;
  readonly claim: ClaimState;
  readonly entitlement: Entitlement;
  readonly catalogue: Catalogue;
}): CaseworkDecision {
  const { command, entitlement, catalogue } = input;
  const standing = standingOf('PUBLICISE', input.claim, command.actor, { on: command.on, catalogue, evidence: [] });
  if (!standing.ok) return standing;
  if (entitlement.closure !== null) return refused(enterpriseEnded(entitlement.closure));
  const { days, on: from } = command;
  if (!Number.isInteger(days) || days < DAYS_MIN || days > DAYS_MAX) {
    return refused(
      invalidInput([
        {
          field: 'days',
          message: {
            zh: `公示天数应为${DAYS_MIN}至${DAYS_MAX}的整数。`,
            en: `State the length of the publicity in whole days, ${DAYS_MIN} to ${DAYS_MAX}.`,
          },
        },
      ]),
    );
  }
  const publicised = event(command, 'DeterminationPublicised', { from, until: addDays(from, days) });
  return accepted([{ stream: claimStream(standing.claim.id), events: [publicised] }]);
}
