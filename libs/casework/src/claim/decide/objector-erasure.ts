import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, event, refused } from '../../common/decision.js';
import { refusal, type Refusal } from '../../common/refusal.js';
import { claimStream } from '../../common/streams.js';
import type { EraseObjector } from '../claim-command.js';
import type { Claim, ClaimState } from '../claim.js';
import { sentenceRefusal } from '../sentence.js';
import { claimNotFound } from '../standing.js';

/**
 * 删除异议人信息: name and telephone of whoever objected are erased, on his request; that they were stays on record. Not
 * while the objection is open: he has to hear the answer.
 */
export function decideObjectorErasure(input: {
  readonly command: EraseObjector;
  readonly claim: ClaimState;
}): CaseworkDecision {
  const { command, claim } = input;
  if (claim === null) return refused(claimNotFound());
  const wrong = objectorRefusal(command.objection, claim) ?? sentenceRefusal('reason', command.reason);
  if (wrong !== null) return refused(wrong);
  const erased = event(command, 'ObjectorErased', { objection: command.objection, reason: command.reason.trim() });
  return accepted([{ stream: claimStream(claim.id), events: [erased] }]);
}

function objectorRefusal(id: string, { objections }: Claim): Refusal | null {
  const objection = objections.find((each) => each.id === id);
  if (objection === undefined || objection.by === null) {
    return refusal(
      'NOT_FOUND',
      {
        zh: '此件没有这项异议，或它是匿名的，没有可删除的信息。',
        en: 'There is no such objection to the claim, or it is anonymous, and nothing of it can be erased.',
      },
      'objection',
    );
  }
  if (objection.erasedOn !== null) {
    return refusal('ALREADY_DECIDED', {
      zh: `异议人信息已于${objection.erasedOn}删除。`,
      en: `Who objected was erased on ${objection.erasedOn}.`,
    });
  }
  if (objection.standing !== 'open') return null;
  return refusal('OBJECTION_OPEN', {
    zh: '这项异议尚未答复，还须联系异议人；请待答复后再删除。',
    en: 'The objection is not answered yet, and whoever raised it has to hear of it: erase it once it is answered.',
  });
}
