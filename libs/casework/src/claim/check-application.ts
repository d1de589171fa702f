import { formatYuan } from '@duixian/money';
import type { Bilingual, Catalogue, Measure } from '@duixian/policy';
import { isPlainDate, type PlainDate } from '../common/plain-date.js';
import type { FieldProblem } from '../common/refusal.js';
import { normaliseName } from '../common/spelling.js';
import { parseDay } from '../values/parse-day.js';
import { isClaimAmount } from './claim-amount.js';
import { evidenceProblems } from './check-evidence.js';
import type { EvidenceContext } from './check-invoices.js';
import type { StatedApplication } from './claim-command.js';
import { PROPOSED_AMOUNT, type Facts } from './facts.js';
import { factsOf, needsProposedAmount, needsSubject } from './measures.js';

const SUBJECT_LENGTH_MAX = 200;

/** The subject in its one way of writing, since it is paid once; null where the measure does not ask for one. */
export function subjectOf(stated: string | null, measure: Measure): string | null {
  return needsSubject(measure) && stated !== null ? normaliseName(stated) : null;
}

/** Every problem of an application at once, by field. A matter outside the policy's dates is no problem: it is decided. */
export function applicationProblems(
  application: StatedApplication,
  catalogue: Catalogue,
  context: EvidenceContext,
): FieldProblem[] {
  const { measure, on } = context;
  return [
    ...dateProblems(application.occurredOn, on),
    ...subjectProblems(application.subject, measure),
    ...factProblems(application, measure, catalogue),
    ...futureFactProblems(application.facts, measure, on),
    ...amountProblems(application.requestedAmount),
    ...evidenceProblems(application, context, catalogue.places.windows.mayFollow(measure, on)?.kinds ?? []),
  ];
}

function dateProblems(occurredOn: string, on: PlainDate): FieldProblem[] {
  const day = parseDay(occurredOn);
  if (!day.ok) return [{ field: 'occurredOn', message: day.problem }];
  if (day.value <= on) return [];
  return [
    problem(
      'occurredOn',
      `事项尚未发生：发生日期不能晚于今天（${on}），请待其发生后再申报。`,
      `The matter has not happened yet: its day cannot be after today (${on}). Claim once it has happened.`,
    ),
  ];
}

function subjectProblems(subject: string | null, measure: Measure): FieldProblem[] {
  if (!needsSubject(measure)) return [];
  const { length } = subjectOf(subject, measure) ?? '';
  if (length > 0 && length <= SUBJECT_LENGTH_MAX) return [];
  return [
    problem(
      'subject',
      `请填写项目（产品、场景等）名称，不超过${SUBJECT_LENGTH_MAX}字。`,
      `Name the project, product or scenario that is claimed for, in at most ${SUBJECT_LENGTH_MAX} characters.`,
    ),
  ];
}

function factProblems(application: StatedApplication, measure: Measure, catalogue: Catalogue): FieldProblem[] {
  const proposed: FieldProblem[] =
    PROPOSED_AMOUNT in application.facts && needsProposedAmount(measure)
      ? [
          problem(
            `facts.${PROPOSED_AMOUNT}`,
            '建议金额由牵头部门审核时填写，申报时请勿填写。',
            'The proposed amount is stated by the lead department with its review: leave it out.',
          ),
        ]
      : [];
  const facts = withStandIn(application, measure);
  const english = catalogue.validateFacts(measure.id, facts, 'en');
  const problems = catalogue
    .validateFacts(measure.id, facts, 'zh')
    .map(({ fact, message }, index) => problem(`facts.${fact}`, message, english[index]?.message ?? message));
  return [...proposed, ...problems];
}

/** What a clause asks the day of (an inclusion, a lease, a loan) has happened; a day yet to come earns nothing. */
function futureFactProblems(facts: Facts, measure: Measure, on: PlainDate): FieldProblem[] {
  return factsOf(measure).flatMap(({ name, type, label }) => {
    const day = facts[name];
    if (type !== 'date' || typeof day !== 'string' || !isPlainDate(day) || day <= on) return [];
    return [
      problem(
        `facts.${name}`,
        `“${label.zh}”不能晚于今天（${on}），请待其发生后再申报。`,
        `“${label.en}” cannot be after today (${on}): claim once it has happened.`,
      ),
    ];
  });
}

/** The engine asks for every fact; the department's is not known yet, so that what is asked for stands in for it. */
function withStandIn({ facts, requestedAmount }: StatedApplication, measure: Measure): Facts {
  return needsProposedAmount(measure) ? { ...facts, [PROPOSED_AMOUNT]: formatYuan(requestedAmount) } : facts;
}

function amountProblems(requestedAmount: bigint): FieldProblem[] {
  if (isClaimAmount(requestedAmount)) return [];
  return [
    problem(
      'requestedAmount',
      '申请金额应大于0，不超过100亿元。',
      'Ask for an amount above 0, of at most 10,000,000,000 yuan.',
    ),
  ];
}

function problem(field: string, zh: string, en: string): FieldProblem {
  const message: Bilingual = { zh, en };
  return { field, message };
}
