import type { Catalogue } from '@duixian/policy';
import { invalidInput, type Refusal } from '../common/refusal.js';
import { subjectKeyOf } from '../common/subject-key.js';
import { subjectLookOf } from '../common/subject-look.js';
import type { Claim } from './claim.js';
import { COME_TO_NOTHING } from './claim-status.js';
import { sentenceRefusal } from './sentence.js';

/** What of a claim is compared. */
type Compared = Pick<Claim, 'id' | 'status' | 'measure' | 'year' | 'subject'>;

/** What the reviewer says of claims whose subjects are named almost alike: that each is another matter, and why. */
export interface Distinction {
  /** Numbers of the claims that were compared. */
  readonly claims: readonly string[];
  readonly reason: string;
}

/**
 * The claims of the same enterprise whose subjects have almost the name of this one's (升级版, 二期, V2 …), under clauses
 * that would pay a matter but once. The same name is none of them: that is one matter, and the reckoning says so.
 *
 * @param others claims of the enterprise and of those in whose place it goes on.
 */
export function nearClaims<Other extends Compared>(
  claim: Compared,
  others: readonly Other[],
  catalogue: Catalogue,
): Other[] {
  const { subject } = claim;
  if (subject === null) return [];
  const [key, look] = [subjectKeyOf(subject), subjectLookOf(subject)];
  const bears = catalogue.bearingOn(claim.measure, claim.year, subject);
  return others.filter((other) => {
    if (other.id === claim.id || other.subject === null || COME_TO_NOTHING.has(other.status)) return false;
    if (subjectKeyOf(other.subject) === key || look === null || subjectLookOf(other.subject) !== look) return false;
    return bears({ measure: other.measure, year: other.year, subject });
  });
}

/** Why the reviewer's word is missing; null when he compared each of the claims. */
export function distinctionRefusal(stated: Distinction | null, near: readonly Compared[]): Refusal | null {
  const missing = near.filter(({ id }) => !(stated?.claims ?? []).includes(id));
  if (near.length === 0) return null;
  if (missing.length === 0) return sentenceRefusal('distinction.reason', stated?.reason ?? '');
  const named = missing.map(({ id, subject }) => `${id}“${subject ?? ''}”`).join('、');
  const message = {
    zh: `同一企业另有名称相近的申报件：${named}。请逐件比对，确非同一事项的，写明理由；是同一事项的，请退回或不予通过。`,
    en: `The enterprise has other claims of almost the same name: ${named}. Compare them: say why each is another matter; if it is the same, return or reject the claim.`,
  };
  return invalidInput([{ field: 'distinction', message }]);
}
