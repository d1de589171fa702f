import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, eventAt, refused } from '../../common/decision.js';
import { yearOf, type PlainDate } from '../../common/plain-date.js';
import { invalidInput, type FieldProblem } from '../../common/refusal.js';
import { claimStream } from '../../common/streams.js';
import type { EnterpriseState } from '../../enterprise/enterprise.js';
import { enterpriseEnded } from '../../enterprise/closing.js';
import { claimEvidence } from '../../evidence/evidence-events.js';
import { applicationProblems } from '../check-application.js';
import { entryProblems, NO_ENTRIES, withEntries, type EntryGrounds } from '../check-entries.js';
import type { ResubmitClaim } from '../claim-command.js';
import type { ClaimState } from '../claim.js';
import { periodProblems } from '../../round/claim-round.js';
import type { Round } from '../../round/round-book.js';
import { measureOf } from '../measures.js';
import { openReturn } from '../returned/returns.js';
import { answerProblems, leftProblems } from '../returned/check-answers.js';
import { statedFields } from '../returned/stated-fields.js';
import { standingOf } from '../standing.js';
import { fixRoute } from '../fix-route.js';
import { applicationOf, onRoute, placeRefusal, unknownEnterprise } from './submission.js';

/** The year stays: a matter of another year is another claim, under that year's caps. */
function yearProblems(occurredOn: PlainDate, year: number): FieldProblem[] {
  if (yearOf(occurredOn) === year) return [];
  const message = {
    zh: `本申报件属于${year}年度，发生日期应在该年度内；其他年度的事项请另行申报。`,
    en: `This claim counts in ${year}, so that its matter occurred in that year: claim a matter of another year by itself.`,
  };
  return [{ field: 'occurredOn', message }];
}

/**
 * 重新申报: a returned claim is stated anew under the same number; its measure, enterprise and year stay. Each field that the
 * return named is changed, or it is said why it stays.
 */
export function decideResubmission(input: {
  readonly command: ResubmitClaim;
  readonly claim: ClaimState;
  readonly enterprise: EnterpriseState;
  readonly catalogue: Catalogue;
  /** Of the sellers whose codes do not check, those that are registered here. */
  readonly sellersOnRecord: ReadonlySet<string>;
  /** Of the entries of lists that it names; left out where it names none. */
  readonly entries?: EntryGrounds;
  /** In which it was submitted: it stays in it, also after its last day. Left out where it has none. */
  readonly round?: Round | null;
}): CaseworkDecision {
  const { enterprise, catalogue, sellersOnRecord, entries = NO_ENTRIES, round = null } = input;
  const { actor, on } = input.command;
  const standing = standingOf('RESUBMIT', input.claim, actor, { on, catalogue, evidence: [] });
  if (!standing.ok) return standing;
  const { claim } = standing;
  const measure = measureOf(catalogue, claim.measure);
  const command = withEntries(input.command, measure, entries);
  const open = openReturn(claim.returns);
  const problems = [
    ...yearProblems(command.occurredOn, claim.year),
    ...applicationProblems(command, catalogue, { measure, on, sellersOnRecord }),
    ...entryProblems(command, measure, entries),
    ...(round === null ? [] : periodProblems(round, command.occurredOn, null)),
    ...answerProblems(command.answers, open),
  ];
  if (problems.length > 0) return refused(invalidInput(problems));
  if (enterprise === null) return refused(unknownEnterprise());
  if (enterprise.closure !== null) return refused(enterpriseEnded(enterprise.closure));
  const application = applicationOf(command, enterprise, measure, catalogue);
  const reason = placeRefusal(application.division, measure, actor);
  if (reason !== null) return refused(reason);
  const fixed = fixRoute({ ...claim, ...application, round: claim.round + 1 }, { catalogue, on, actor });
  if (!fixed.ok) return fixed;
  const changed = statedFields({ ...application, requestedAmount: command.requestedAmount });
  const left = leftProblems(command.answers, open, changed);
  if (left.length > 0) return refused(invalidInput(left));
  const answers = command.answers.map(({ field, text }) => ({ field, text: text.trim() }));
  const stated = { ...application, ...onRoute(fixed.route), ...(answers.length === 0 ? {} : { answers }) };
  return accepted([
    { stream: claimStream(claim.id), events: [eventAt(2, command, 'ClaimResubmitted', stated)] },
    ...claimEvidence(command, { ...claim, ...application, claim: claim.id }, catalogue),
  ]);
}
