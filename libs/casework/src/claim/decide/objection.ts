import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, event, refused } from '../../common/decision.js';
import type { PlainDate } from '../../common/plain-date.js';
import { invalidInput, refusal, type Refusal } from '../../common/refusal.js';
import { claimStream } from '../../common/streams.js';
import { dayWithin } from '../../common/working-days.js';
import type { RaiseObjection } from '../claim-command.js';
import type { Claim, ClaimState } from '../claim.js';
import type { HintReason } from '../objection-schema.js';
import { sentenceRefusal } from '../sentence.js';
import { standingOf } from '../standing.js';

/** How many there can be on one claim, hints among them, which nobody has to sign and so take half of the places at most. */
const OBJECTIONS_MAX = 20;
const HINTS_MAX = OBJECTIONS_MAX / 2;

/**
 * 登记异议: somebody objects to what is shown to the public. Under a real name, or a unit's seal, and received during the
 * publicity, it freezes the claim and only it, until the lead department has answered; any other is a hint (线索) that is
 * on record and stops nothing.
 */
export function decideRaisedObjection(input: {
  readonly command: RaiseObjection;
  readonly claim: ClaimState;
  readonly catalogue: Catalogue;
}): CaseworkDecision {
  const { command, catalogue } = input;
  const context = { on: command.on, catalogue, evidence: [] };
  const standing = standingOf('RAISE_OBJECTION', input.claim, command.actor, context);
  if (!standing.ok) return standing;
  const { claim } = standing;
  const why = hintReason(command, claim);
  const wrong = tooManyRefusal(claim, why !== null) ?? wordsRefusal(command) ?? receivedRefusal(command, claim);
  if (wrong !== null) return refused(wrong);
  const stated = {
    objection: command.commandId,
    receivedOn: command.receivedOn,
    what: command.what.trim(),
    evidence: command.evidence?.trim() ?? null,
  };
  const { by } = command;
  const objection =
    why === null && by !== null
      ? event(command, 'ObjectionRaised', { ...stated, by, ...deadline(command.on, catalogue, claim) })
      : event(command, 'ObjectionNoted', { ...stated, by, why: why ?? 'anonymous' });
  return accepted([{ stream: claimStream(claim.id), events: [objection] }]);
}

/** Why it stops nothing; null where it does. */
function hintReason({ by, sealed, receivedOn }: RaiseObjection, { publicity, status }: Claim): HintReason | null {
  if (by === null) return 'anonymous';
  if (by.kind === 'unit' && !sealed) return 'unsealed';
  if (publicity === null || receivedOn > publicity.until) return 'late';
  return status === 'publicised' || status === 'objected' ? null : 'instructed';
}

/** Counted from the day after it is recorded. A window takes one in all the same where a year's schedule is not published. */
function deadline(on: PlainDate, catalogue: Catalogue, { measure }: Claim) {
  const workingDays = catalogue.objectionDaysOf(measure);
  const { day: answerBy, counted } = dayWithin(on, workingDays);
  return { workingDays, answerBy, counted };
}

function tooManyRefusal({ objections }: Claim, isHint: boolean): Refusal | null {
  if (isHint && objections.filter(({ standing }) => standing === 'hint').length >= HINTS_MAX) {
    return refusal('ALREADY_DECIDED', {
      zh: `此件已登记${HINTS_MAX}条线索，不再逐条登记；实名或加盖公章、在公示期内收到的异议仍可登记。`,
      en: `${HINTS_MAX} hints to this claim are on record, and no more are taken; objections under a real name or a seal, received in time, still are.`,
    });
  }
  if (objections.length < OBJECTIONS_MAX) return null;
  return refusal('ALREADY_DECIDED', {
    zh: `此件已登记${OBJECTIONS_MAX}项异议和线索，不再逐项登记；请将其余的并入答复说明。`,
    en: `${OBJECTIONS_MAX} objections and hints to this claim are on record, and no more are taken: speak of the others in the answer.`,
  });
}

function wordsRefusal({ what, evidence }: RaiseObjection): Refusal | null {
  return sentenceRefusal('what', what) ?? (evidence === null ? null : sentenceRefusal('evidence', evidence));
}

function receivedRefusal({ receivedOn, on }: RaiseObjection, { publicity }: Claim): Refusal | null {
  const from = publicity?.from ?? on;
  if (receivedOn >= from && receivedOn <= on) return null;
  return invalidInput([
    {
      field: 'receivedOn',
      message: {
        zh: `收到日期应在公示首日（${from}）至今天（${on}）之间。`,
        en: `State a day of receipt between the first day of the publicity, ${from}, and today, ${on}.`,
      },
    },
  ]);
}
