import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, event, refused } from '../../common/decision.js';
import { invalidInput, refusal, type Refusal } from '../../common/refusal.js';
import { claimStream } from '../../common/streams.js';
import type { Entitlement } from '../../entitlement/entitlement.js';
import { releaseGrant } from '../../entitlement/release-grant.js';
import { freeEvidence } from '../../evidence/evidence-events.js';
import type { SettleObjection } from '../claim-command.js';
import type { Claim, ClaimState } from '../claim.js';
import { nextAnswerBy, openObjections } from '../objection.js';
import type { UpheldStep } from '../objection-schema.js';
import { sentenceRefusal } from '../sentence.js';
import { standingOf } from '../standing.js';

/**
 * 答复异议: the lead department upholds an objection or not. Not upheld, the claim goes on once no other is open. Upheld,
 * what was determined is void and what it reserved is free again: the claim is reviewed, determined or stated anew, with a
 * publicity of its own, or ends.
 */
export function decideObjectionAnswer(input: {
  readonly command: SettleObjection;
  readonly claim: ClaimState;
  readonly entitlement: Entitlement;
  readonly catalogue: Catalogue;
}): CaseworkDecision {
  const { command, entitlement, catalogue } = input;
  const context = { on: command.on, catalogue, evidence: [] };
  const standing = standingOf('SETTLE_OBJECTION', input.claim, command.actor, context);
  if (!standing.ok) return standing;
  const { claim } = standing;
  const wrong = objectionRefusal(command, claim) ?? sentenceRefusal('reason', command.reason) ?? thenRefusal(command);
  if (wrong !== null) return refused(wrong);
  const { objection, then } = command;
  const answer = { objection, reason: command.reason.trim() };
  const stream = claimStream(claim.id);
  if (then === null) {
    const others = claim.objections.filter(({ id }) => id !== objection);
    const dismissed = event(command, 'ObjectionDismissed', { ...answer, nextAnswerBy: nextAnswerBy(others) });
    return accepted([{ stream, events: [dismissed] }]);
  }
  const upheld = event(command, 'ObjectionUpheld', { ...answer, then });
  const released = releaseGrant(command, claim, entitlement);
  const freed = restsOnNothing(then) ? freeEvidence(command, claim) : [];
  return accepted([{ stream, events: [upheld] }, ...released.streams, ...freed], released.moves);
}

/** Whether its papers are free from then on, as they are of one that is returned or rejected. */
function restsOnNothing(then: UpheldStep): boolean {
  return then === 'resubmission' || then === 'rejection';
}

function thenRefusal({ upheld, then }: SettleObjection): Refusal | null {
  if (upheld === (then !== null)) return null;
  const message = upheld
    ? {
        zh: '异议成立的，请选择后续办理：重新审核、重新核定、退回补正或不予通过。',
        en: 'Say what follows on an objection that is upheld: a review, a determination or a statement anew, or the end of the claim.',
      }
    : {
        zh: '异议不成立的，无后续办理，请留空。',
        en: 'Nothing follows on an objection that is not upheld: leave it out.',
      };
  return invalidInput([{ field: 'then', message }]);
}

function objectionRefusal({ objection }: SettleObjection, { objections }: Claim): Refusal | null {
  if (openObjections(objections).some(({ id }) => id === objection)) return null;
  return objections.some(({ id }) => id === objection)
    ? refusal(
        'ALREADY_DECIDED',
        {
          zh: '这项异议已答复，或是无须答复的线索。',
          en: 'This objection is answered already, or is a hint that needs no answer.',
        },
        'objection',
      )
    : refusal(
        'NOT_FOUND',
        { zh: '此件没有这项异议，请刷新后再看。', en: 'There is no such objection to the claim: look at it afresh.' },
        'objection',
      );
}
