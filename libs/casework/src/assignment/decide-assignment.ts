import type { CaseworkDecision } from '../casework-event.js';
import type { Actor, Command } from '../common/actor.js';
import { accepted, event, refused } from '../common/decision.js';
import { refusal, type Refusal } from '../common/refusal.js';
import { assignmentStream } from '../common/streams.js';
import type { Claim, ClaimState } from '../claim/claim.js';
import { onwardRefusals } from '../claim/lies-with.js';
import { claimNotFound, type StepContext } from '../claim/standing.js';
import { recusedFrom, type Recusal } from '../recusal/recusal.js';

/** Somebody of the office where a claim lies says who of it looks after the claim. */
export interface AssignClaim extends Command {
  /** The claim's number. */
  readonly claim: string;
  /** User id; null puts it back. */
  readonly to: string | null;
}

/**
 * 领取、分派、退回: an aid among colleagues and no lock. Anybody of the office assigns, to anybody of it who can take the next
 * step; whoever can take it may do so, assigned or not.
 *
 * @param to the official to whom it is given; null where nobody of that id has an account that is open.
 * @param recusals of the same (回避).
 */
export function decideAssignment(input: {
  readonly command: AssignClaim;
  readonly claim: ClaimState;
  readonly to: Actor | null;
  readonly recusals: readonly Recusal[];
  readonly context: StepContext;
}): CaseworkDecision {
  const { command, claim, to, recusals, context } = input;
  if (claim === null) return refused(claimNotFound());
  const wrong =
    assignerRefusal(claim, command.actor, context) ??
    assigneeRefusal(command, claim, to, context) ??
    recusalOf(to, claim, recusals);
  if (wrong !== null) return refused(wrong);
  const assignee = to && { userId: to.userId, username: to.username, displayName: to.displayName };
  const assigned = event(command, 'ClaimAssigned', { claim: claim.id, to: assignee });
  return accepted([{ stream: assignmentStream(claim.id), events: [assigned] }]);
}

/**
 * Why `actor` says of nobody that he looks after the claim now; null where he may. He is of the office; that he took the step
 * before, and so not the next one, does not keep him from giving it on.
 */
export function assignerRefusal(claim: Claim, actor: Actor, context: StepContext): Refusal | null {
  const found = onwardRefusals(claim, actor, context);
  if (found.length === 0) {
    return refusal('ALREADY_DECIDED', {
      zh: '此件已办结，没有下一步，无需分派。',
      en: 'The claim is closed: there is no next step for which anybody could be named.',
    });
  }
  return found.every((each) => each?.code === 'NOT_YOUR_OFFICE') ? (found[0] ?? null) : null;
}

function assigneeRefusal(command: AssignClaim, claim: Claim, to: Actor | null, context: StepContext): Refusal | null {
  if (command.to === null) return null;
  if (to === null) {
    return refusal(
      'NOT_FOUND',
      {
        zh: '没有这名经办人，或其账号已停用，请另选。',
        en: 'There is no such official, or the account is shut: choose another.',
      },
      'to',
    );
  }
  const found = onwardRefusals(claim, to, context);
  const [first] = found;
  if (first == null || found.includes(null)) return null;
  return refusal(
    first.code === 'NOT_YOUR_OFFICE' ? 'NOT_YOUR_OFFICE' : 'SAME_PERSON',
    {
      zh: `${to.displayName}不能办理此件的下一步（不在本岗位，或已办理上一步），请分派给其他人。`,
      en: `${to.displayName} cannot take the next step on this claim, being of another office or having taken the step before: choose a colleague.`,
    },
    'to',
  );
}

function recusalOf(to: Actor | null, claim: Claim, recusals: readonly Recusal[]): Refusal | null {
  const found = to === null ? undefined : recusedFrom(recusals, { claim: claim.id, uscc: claim.uscc });
  if (to === null || found === undefined) return null;
  return refusal(
    'RECUSED',
    {
      zh: `${to.displayName}自${found.since}起回避此件，请分派给其他人。`,
      en: `Since ${found.since} ${to.displayName} takes no part in this claim: choose a colleague.`,
    },
    'to',
  );
}
