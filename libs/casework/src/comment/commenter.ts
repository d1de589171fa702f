import type { Catalogue } from '@duixian/policy';
import type { Actor } from '../common/actor.js';
import { isOfOffice } from '../common/reach.js';
import { refusal, type Refusal } from '../common/refusal.js';
import type { Claim } from '../claim/claim.js';
import { measureOf } from '../claim/measures.js';
import { officeRefusal } from '../claim/office.js';
import { isTheirs } from '../claim/route-standing.js';
import type { Comment } from './comment.js';

/** Offices of the claim itself; those of its route and the treasuries that pay of it are beside them. */
const OFFICES = ['clerk', 'reviewer', 'finance'] as const;

/**
 * Why `actor` writes no comment on a claim; null when he may: his office works on it, at whatever step the claim is, or he is
 * asked by somebody whose office does.
 */
export function commenterRefusal(
  claim: Claim,
  comments: readonly Comment[],
  actor: Actor,
  catalogue: Catalogue,
): Refusal | null {
  const isAsked = comments.some(({ mentioned, withdrawn }) => !withdrawn && mentioned.includes(actor.userId));
  if (isAsked || worksOn(claim, actor, catalogue)) return null;
  return refusal('NOT_YOUR_OFFICE', {
    zh: '批注由办理此件的部门填写，或由被@到的同事答复；请联系办理此件的同事@您。',
    en: 'The offices that work on the claim comment on it, and colleagues whom they mention: ask one of them to mention you.',
  });
}

function worksOn(claim: Claim, actor: Actor, catalogue: Catalogue): boolean {
  const place = { division: claim.division, measure: measureOf(catalogue, claim.measure) };
  const onRoute = (claim.route?.stages ?? []).flatMap(({ steps }) => steps.map(({ office }) => office));
  const payers = (claim.determination?.lines ?? []).map(({ payer }) => payer);
  return (
    OFFICES.some((role) => officeRefusal(role, actor, place) === null) ||
    onRoute.some((office) => isTheirs(office, actor)) ||
    (actor.roles.includes('treasury') && payers.some((payer) => isOfOffice(actor, payer)))
  );
}
