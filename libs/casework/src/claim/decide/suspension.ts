import { PAUSE_NAMES, STOP_DAYS, type Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, event, refused } from '../../common/decision.js';
import { invalidInput, type Refusal } from '../../common/refusal.js';
import { claimStream } from '../../common/streams.js';
import { dayWithin } from '../../common/working-days.js';
import type { ReasonedClaimCommand, SuspendClock } from '../claim-command.js';
import type { Claim, ClaimState } from '../claim.js';
import { SUSPENSION_GROUNDS } from '../deadline/deadline-schema.js';
import { sentenceRefusal } from '../sentence.js';
import { standingOf } from '../standing.js';

/**
 * 暂停计时: the office whose turn it is stops the clock, for what the rule of the claim's limits lets it, and for so many days
 * at the most. Whoever stops it again while the claim lies there stops it to the same last day.
 */
export function decideSuspension(input: {
  readonly command: SuspendClock;
  readonly claim: ClaimState;
  readonly catalogue: Catalogue;
}): CaseworkDecision {
  const { command, catalogue } = input;
  const standing = standingOf('SUSPEND', input.claim, command.actor, { on: command.on, catalogue, evidence: [] });
  if (!standing.ok) return standing;
  const { claim } = standing;
  const wrong =
    groundRefusal(command, claim) ??
    sentenceRefusal('basis', command.basis) ??
    sentenceRefusal('reason', command.reason);
  if (wrong !== null) return refused(wrong);
  const { ground, on } = command;
  const [basis, reason] = [command.basis.trim(), command.reason.trim()];
  const until = claim.clocks?.stop?.until ?? dayWithin(on, claim.clocks?.limits?.stop ?? STOP_DAYS).day;
  return accepted([
    { stream: claimStream(claim.id), events: [event(command, 'ClockSuspended', { ground, basis, reason, until })] },
  ]);
}

/** 恢复计时: it goes on from today. */
export function decideResumption(input: {
  readonly command: ReasonedClaimCommand;
  readonly claim: ClaimState;
  readonly catalogue: Catalogue;
}): CaseworkDecision {
  const { command, catalogue } = input;
  const standing = standingOf('RESUME', input.claim, command.actor, { on: command.on, catalogue, evidence: [] });
  if (!standing.ok) return standing;
  const wrong = sentenceRefusal('reason', command.reason);
  if (wrong !== null) return refused(wrong);
  const resumed = event(command, 'ClockResumed', { reason: command.reason.trim() });
  return accepted([{ stream: claimStream(standing.claim.id), events: [resumed] }]);
}

function groundRefusal({ ground }: SuspendClock, { clocks }: Claim): Refusal | null {
  const allowed = SUSPENSION_GROUNDS.filter((each) => clocks?.limits?.pauses.includes(each));
  if (allowed.includes(ground)) return null;
  const names = allowed.map((each) => PAUSE_NAMES[each]);
  return invalidInput([
    {
      field: 'ground',
      message: {
        zh: `此件的时限规则只允许因“${names.map(({ zh }) => zh).join('”“')}”暂停计时，请改选。`,
        en: `The rule of its time limits lets the clock stop for ${names.map(({ en }) => en).join(' or ')} alone: choose that.`,
      },
    },
  ]);
}
