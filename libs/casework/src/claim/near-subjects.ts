import type { Bilingual, Catalogue } from '@duixian/policy';
import { invalidInput, type Refusal } from '../common/refusal.js';
import { subjectKeyOf } from '../common/subject-key.js';
import { subjectLookOf } from '../common/subject-look.js';
import type { Claim } from './claim.js';
import { COME_TO_NOTHING } from './claim-status.js';
import { sentenceRefusal } from './sentence.js';

/** What of a claim is compared. */
type Compared = Pick<Claim, 'id' | 'status' | 'measure' | 'year' | 'subject'>;

/** What the reviewer says of claims whose subjects, or whose contracts' parties, are named almost alike: that each is another matter, and why. */
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

/** What a review has to compare the claim with. */
export interface Near {
  /** Claims of almost the same subject. */
  readonly subjects: readonly Compared[];
  /** Claims that may rest on the same contract, each with the number of it. */
  readonly contracts: readonly { readonly id: string; readonly number: string }[];
  /** Claims that contradict this one in which of the promised years is which. */
  readonly years: readonly Pick<Claim, 'id' | 'year'>[];
}

/** The numbers of the claims, each once. */
export function nearOnes({ subjects, contracts, years }: Near): string[] {
  return [...new Set([...subjects, ...contracts, ...years].map(({ id }) => id))];
}

/** Why the reviewer's word is missing; null when he compared each of the claims. */
export function distinctionRefusal(stated: Distinction | null, near: Near): Refusal | null {
  const isMissing = ({ id }: { readonly id: string }) => !(stated?.claims ?? []).includes(id);
  const [subjects, contracts] = [near.subjects.filter(isMissing), near.contracts.filter(isMissing)];
  const years = near.years.filter(isMissing);
  const problems = [
    ...(subjects.length === 0 ? [] : [nearSubject(subjects)]),
    ...(contracts.length === 0 ? [] : [nearContract(contracts)]),
    ...(years.length === 0 ? [] : [contradictingYear(years)]),
  ];
  if (problems.length > 0) return invalidInput(problems.map((message) => ({ field: 'distinction', message })));
  return nearOnes(near).length === 0 ? null : sentenceRefusal('distinction.reason', stated?.reason ?? '');
}

function nearSubject(claims: readonly Compared[]): Bilingual {
  const named = claims.map(({ id, subject }) => `${id}“${subject ?? ''}”`).join('、');
  return {
    zh: `同一企业另有名称相近的申报件：${named}。请逐件比对，确非同一事项的，写明理由；是同一事项的，请退回或不予通过。`,
    en: `The enterprise has other claims of almost the same name: ${named}. Compare them: say why each is another matter; if it is the same, return or reject the claim.`,
  };
}

function nearContract(claims: Near['contracts']): Bilingual {
  const named = claims.map(({ id, number }) => `${id}“${number}”`).join('、');
  return {
    zh: `另有申报件以同一编号的合同为凭证，所填对方名称相近，或为同一企业所填：${named}。请逐件比对合同，确非同一合同的，写明理由；是同一合同的，请退回或不予通过。`,
    en: `Other claims rest on a contract of the same number whose other party is named almost alike, or which the same enterprise states: ${named}. Compare the contracts: say why each is another one; if it is the same, return or reject the claim.`,
  };
}

function contradictingYear(claims: Near['years']): Bilingual {
  const zh = claims.map(({ id, year }) => `${id}（${year}年度）`).join('、');
  const en = claims.map(({ id, year }) => `${id} (${year})`).join(', ');
  return {
    zh: `本件所填的第几年与本条款已核定的申报件不符：${zh}。请逐件比对，确属另一份租约或另一次承诺的，写明理由；填写有误的，请退回补正。`,
    en: `Which of the promised years this claim states does not fit what was granted under the clause: ${en}. Compare them: say why it is another lease or promise, or return the claim.`,
  };
}
