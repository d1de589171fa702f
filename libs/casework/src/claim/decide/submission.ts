import { formatYuan } from '@duixian/money';
import { isPayable, type Bilingual, type Catalogue, type Measure } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import type { Actor } from '../../common/actor.js';
import { accepted, eventAt, refused } from '../../common/decision.js';
import { nameFor } from '../../common/division-name.js';
import { isPlainDate, yearOf } from '../../common/plain-date.js';
import { invalidInput, refusal, type FieldProblem, type Refusal } from '../../common/refusal.js';
import { claimStream } from '../../common/streams.js';
import { parseRecordedUscc, parseUscc } from '../../common/uscc.js';
import { divisionOn, type Enterprise, type EnterpriseState } from '../../enterprise/enterprise.js';
import { enterpriseEnded } from '../../enterprise/closing.js';
import { claimEvidence } from '../../evidence/evidence-events.js';
import { applicationProblems, subjectOf } from '../check-application.js';
import { entryProblems, NO_ENTRIES, withEntries, type EntryGrounds } from '../check-entries.js';
import { evidenceOf } from '../check-evidence.js';
import type { StatedApplication, SubmitClaim } from '../claim-command.js';
import type { Application } from '../claim-event.js';
import { parseClaimId } from '../claim-id.js';
import type { ClaimState } from '../claim.js';
import { roundFor } from '../../round/claim-round.js';
import { NO_ROUNDS, type RoundBook } from '../../round/round-book.js';
import { fixRoute } from '../fix-route.js';
import { officeRefusal } from '../office.js';
import type { FixedRoute } from '../route-schema.js';

const YEAR_MIN = 2000;
const YEAR_MAX = 2100;

/**
 * 申报: the window enters what an enterprise states. Facts that cannot be read are refused field by field; whether they
 * earn anything is for the determination to say, so that an answer is on record.
 */
export function decideSubmission(input: {
  readonly command: SubmitClaim;
  readonly claim: ClaimState;
  readonly enterprise: EnterpriseState;
  readonly catalogue: Catalogue;
  /** Policies whose folder is gone: what is on record goes on, and nothing new is claimed. */
  readonly closed: ReadonlySet<string>;
  /** Every clause of any version: one that the matter's day has not is refused by its name. */
  readonly known: Catalogue;
  /** Of the sellers whose codes do not check, those that are registered here. */
  readonly sellersOnRecord: ReadonlySet<string>;
  /** Of the entries of lists that it names; left out where it names none. */
  readonly entries?: EntryGrounds;
  /** Of the document; left out where it has none. */
  readonly rounds?: RoundBook;
}): CaseworkDecision {
  const { claim, enterprise, catalogue, known, sellersOnRecord, entries = NO_ENTRIES, rounds = NO_ROUNDS } = input;
  if (claim !== null) return refused(duplicate(input.command.claim));
  const measure = catalogue.measure(input.command.measure);
  const command = measure === undefined ? input.command : withEntries(input.command, measure, entries);
  if (measure !== undefined && input.closed.has(measure.policy.id)) return refused(closedToNew(measure));
  const inRound = measure === undefined ? { round: null, problems: [] } : roundFor(rounds, measure, command);
  const problems = [
    ...codeProblems(command.uscc, enterprise),
    ...keyProblems(command, measure, known),
    ...(measure === undefined || !isPayable(measure.clause)
      ? []
      : [
          ...applicationProblems(command, catalogue, { measure, on: command.on, sellersOnRecord }),
          ...entryProblems(command, measure, entries),
          ...inRound.problems,
        ]),
  ];
  if (problems.length > 0 || measure === undefined) return refused(invalidInput(problems));
  if (enterprise === null) return refused(unknownEnterprise());
  const application = applicationOf(command, enterprise, measure, catalogue);
  const reason =
    placeRefusal(application.division, measure, command.actor) ??
    officeRefusal('clerk', command.actor, { ...application, measure });
  if (reason !== null) return refused(reason);
  if (enterprise.closure !== null) return refused(enterpriseEnded(enterprise.closure));
  const { uscc, name } = enterprise;
  const { claim: id, year, on, actor } = command;
  const fixed = fixRoute({ measure: measure.id, round: 1, ...application }, { catalogue, on, actor });
  if (!fixed.ok) return fixed;
  const limits = catalogue.places.limits.of(measure, on);
  const { round } = inRound;
  const submitted = {
    ...{ claim: id, uscc, enterpriseName: name, measure: measure.id, year, ...application },
    ...onRoute(fixed.route),
    ...(limits === null ? {} : { limits }),
    ...(round === null ? {} : { applicationRound: { id: round.id, name: { ...round.name } } }),
  };
  return accepted([
    { stream: claimStream(id), events: [eventAt(2, command, 'ClaimSubmitted', submitted)] },
    ...claimEvidence(command, submitted, catalogue),
  ]);
}

/** What is recorded of a checked application. */
export function applicationOf(
  stated: StatedApplication,
  enterprise: Enterprise,
  measure: Measure,
  { places }: Catalogue,
): Application {
  return {
    // Under the code of the day: the enterprise did not move when its county was renamed or merged.
    division: places.asOf(divisionOn(enterprise, stated.occurredOn), stated.occurredOn),
    policyVersion: measure.policy.version,
    occurredOn: stated.occurredOn,
    subject: subjectOf(stated.subject, measure),
    facts: stated.facts,
    requestedAmount: formatYuan(stated.requestedAmount),
    evidence: evidenceOf(stated.evidence),
  };
}

/** What an application says of its route: nothing where there is none. */
export function onRoute(route: FixedRoute | null): Pick<Application, 'route'> {
  return route === null ? {} : { route };
}

/** Why the measure is not for an enterprise of the division; null when it is. */
export function placeRefusal(division: string, { policy }: Measure, actor: Actor): Refusal | null {
  if (division.startsWith(policy.jurisdiction)) return null;
  const [then, there] = [nameFor(actor, division), nameFor(actor, policy.division)];
  return refusal(
    'WRONG_JURISDICTION',
    {
      zh: `企业当时所在地（${then}）不属于该政策的实施范围（${there}），请向企业所在地申报。`,
      en:
        `The enterprise then belonged to ${then}, to which the policy of ${there} does not extend: ` +
        'claim where the enterprise belongs.',
    },
    'uscc',
  );
}

/** A code on record is one, whether or not it checks. */
function codeProblems(uscc: string, enterprise: EnterpriseState): FieldProblem[] {
  const recorded = parseRecordedUscc(uscc);
  const code = recorded.ok && recorded.uscc === enterprise?.uscc ? recorded : parseUscc(uscc);
  return code.ok ? [] : [{ field: 'uscc', message: code.problem }];
}

/** Problems of what else names the claim: its number, measure and year. */
function keyProblems(command: SubmitClaim, measure: Measure | undefined, known: Catalogue): FieldProblem[] {
  const { claim, year, occurredOn, tenant } = command;
  const problems: FieldProblem[] = [];
  if (measure?.policy.tenant !== tenant) {
    problems.push({ field: 'measure', message: noMeasure(command, known.measure(command.measure)) });
  } else if (!isPayable(measure.clause)) {
    problems.push({ field: 'measure', message: measure.clause.reason });
  }
  if (!Number.isInteger(year) || year < YEAR_MIN || year > YEAR_MAX) {
    problems.push({
      field: 'year',
      message: {
        zh: `年度应为${YEAR_MIN}至${YEAR_MAX}之间的年份。`,
        en: `State the programme year, ${YEAR_MIN} to ${YEAR_MAX}.`,
      },
    });
  } else if (isPlainDate(occurredOn) && yearOf(occurredOn) !== year) {
    problems.push({
      field: 'year',
      message: {
        zh: `年度应为事项发生的年份（${yearOf(occurredOn)}年）：同一事项只在其发生年度的限额内计算。`,
        en: `The year is the one in which the matter occurred (${yearOf(occurredOn)}): it counts under the caps of that year.`,
      },
    });
  } else if (!isNumbered(claim, year, measure)) {
    problems.push({
      field: 'claim',
      message: {
        zh: '申报编号应为“政策所属地区代码-年度-八位编号”。',
        en: "A claim's number is the policy's division, the programme year and a serial of eight characters.",
      },
    });
  }
  return problems;
}

/** @param elsewhere the clause as versions have it that decide matters of other days. */
function noMeasure({ tenant, occurredOn }: SubmitClaim, elsewhere: Measure | undefined): Bilingual {
  if (elsewhere?.policy.tenant !== tenant) {
    return { zh: '没有这一政策条款，请从目录中选择。', en: 'There is no such measure: choose one of the catalogue.' };
  }
  const { id, clause } = elsewhere;
  return {
    zh: `${occurredOn}的事项所适用的政策版本没有条款${id}（${clause.title.zh}）：请核对发生日期，或改选其他条款。`,
    en: `The version that decides matters of ${occurredOn} does not have the clause ${id} (${clause.title.en}): check the day of the matter, or choose another clause.`,
  };
}

function closedToNew({ id, clause, policy }: Measure): Refusal {
  const message = {
    zh: `条款${id}（${clause.title.zh}）不再受理新的申报：服务器上已没有政策${policy.id}的文件；已申报的照常办理。如系误删，请系统管理员恢复文件夹后重启。`,
    en: `The clause ${id} (${clause.title.en}) takes no new claims: the folder of ${policy.id} is gone from the server. Claims on record go on. If it was removed by mistake, have the folder put back and the server started again.`,
  };
  return invalidInput([{ field: 'measure', message }]);
}

function isNumbered(claim: string, year: number, measure: Measure | undefined): boolean {
  const id = parseClaimId(claim);
  return id?.year === year && (measure === undefined || id.division === measure.policy.division);
}

function duplicate(claim: string): Refusal {
  return refusal(
    'DUPLICATE_CLAIM',
    {
      zh: `申报编号${claim}已被使用，请换一个编号。`,
      en: `A claim with the number ${claim} exists: take another number.`,
    },
    'claim',
  );
}

export function unknownEnterprise(): Refusal {
  return refusal(
    'UNKNOWN_ENTERPRISE',
    {
      zh: '企业尚未登记，请先登记企业再申报。',
      en: 'The enterprise is not registered here: register it first, then claim.',
    },
    'uscc',
  );
}
