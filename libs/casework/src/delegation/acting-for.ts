import type { Actor, OnBehalfOf } from '../common/actor.js';
import type { Accepted, Recordable } from '../common/decision.js';
import { refusal, type Refusal } from '../common/refusal.js';
import type { Claim } from '../claim/claim.js';
import { standingRefusal, type StepContext } from '../claim/standing.js';
import type { ClaimAction } from '../claim/steps.js';
import { isOfSameOffice } from './decide-delegation.js';
import { delegationTo, type Delegation } from './delegation.js';

/** For whom a step is taken: null where in one's own name; or why it is not. */
export type Acting =
  { readonly ok: true; readonly for: OnBehalfOf | null } | { readonly ok: false; readonly refusal: Refusal };

const IN_HIS_OWN_NAME: Acting = { ok: true, for: null };

/**
 * Whoever stands in for an official takes the steps on what that one looks after for him, and only those that he could take
 * himself: a step from which he is barred comes back by no second name. The other one's office, and that he acted, count for
 * nobody but himself.
 *
 * @param absent who looks after the claim; null where nobody does, or his account is shut.
 * @param given what he gave.
 */
export function actingFor(
  action: ClaimAction,
  input: {
    readonly claim: Claim;
    readonly actor: Actor;
    readonly absent: Actor | null;
    readonly given: readonly Delegation[];
    readonly context: StepContext;
  },
): Acting {
  const { claim, actor, absent, given, context } = input;
  // Nobody takes back but his own.
  if (action === 'TAKE_BACK' || absent === null || absent.userId === actor.userId || !isOfSameOffice(absent, actor))
    return IN_HIS_OWN_NAME;
  const delegation = delegationTo(given, actor.userId, claim.measure, context.on);
  if (delegation === undefined) return IN_HIS_OWN_NAME;
  const barred = standingRefusal(action, claim, absent, context);
  if (barred?.code === 'SAME_PERSON' || barred?.code === 'CAPACITY_MIXED') {
    return { ok: false, refusal: barredRefusal(barred.code, absent) };
  }
  const { userId, username, displayName } = absent;
  return { ok: true, for: { userId, username, displayName, delegation: delegation.id } };
}

/** What a decision records, with for whom it was taken. */
export function recordedFor<Event extends Recordable<string, unknown, number>>(
  decision: Accepted<Event>,
  onBehalfOf: OnBehalfOf | null,
): Accepted<Event> {
  if (onBehalfOf === null) return decision;
  const streams = decision.streams.map(({ stream, events }) => ({
    stream,
    events: events.map((event) => ({ ...event, meta: { ...event.meta, onBehalfOf } })),
  }));
  return { ...decision, streams };
}

function barredRefusal(code: 'SAME_PERSON' | 'CAPACITY_MIXED', { displayName }: Actor): Refusal {
  return refusal(code, {
    zh: `此件由${displayName}经办，您代其办理；但${displayName}本人不能办理这一步（已办理过此件的其他步骤），也就不能由您代办。请先“领取”此件，以本人名义办理。`,
    en: `${displayName}, for whom you stand in, looks after this claim and could not take this step himself, having taken part in it: nor can you for him. Take the claim over first, and act in your own name.`,
  });
}
