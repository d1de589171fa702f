import type { Places } from '@duixian/policy';
import type { CaseworkDecision } from '../casework-event.js';
import { sentenceRefusal } from '../claim/sentence.js';
import { accepted, event, refused } from '../common/decision.js';
import { addDays, type PlainDate } from '../common/plain-date.js';
import { agreementRefusal, objectionRefusal, proposalStanding, withdrawalRefusal } from '../common/proposal.js';
import { invalidInput, refusal, type FieldProblem, type Refusal } from '../common/refusal.js';
import { normaliseProperName } from '../common/spelling.js';
import { enterpriseStream } from '../common/streams.js';
import { parseLicensedUscc, parseRecordedUscc } from '../common/uscc.js';
import { parsePaperNumber } from '../evidence/parse-paper-number.js';
import { parseDay } from '../values/parse-day.js';
import { clerkRefusal, divisionProblems, divisionRefusal } from './division-check.js';
import type { AnswerRegistration, ProposeRegistration } from './enterprise-command.js';
import type { EnterpriseState, RegistrationProposal } from './enterprise.js';
import { exists, stateProblems } from './registration.js';

/** Days within which a colleague agrees; then the proposal lapses of itself. */
const DAYS_OPEN = 30;

/** What a code's record holds: the enterprise, if it is registered, and what was proposed before. */
interface Recorded {
  readonly enterprise: EnterpriseState;
  readonly proposals: readonly RegistrationProposal[];
}

/**
 * A clerk proposes to register an enterprise whose code does not check, with its licence as evidence: real codes of before
 * 2016 are among those. A mistyped code looks the same, so that a colleague compares it with the licence.
 */
export function decideLicensedRegistration(
  input: Recorded & { readonly command: ProposeRegistration; readonly places: Places },
): CaseworkDecision {
  const { command, enterprise, proposals, places } = input;
  const { tenant, actor, division, commandId: proposal } = command;
  const code = enterprise === null ? parseLicensedUscc(command.uscc) : parseRecordedUscc(command.uscc);
  const number = parsePaperNumber(command.licence.number);
  const problems: FieldProblem[] = [
    ...(code.ok ? [] : [{ field: 'uscc', message: code.problem }]),
    ...stateProblems(command, places),
    ...(number.ok ? [] : [{ field: 'licenceNumber', message: number.problem }]),
    ...issueProblems(command.licence.issuedOn, command.on),
  ];
  if (problems.length > 0 || !code.ok || !number.ok) return refused(invalidInput(problems));
  if (enterprise !== null) return refused(exists(enterprise.name));
  const reason = divisionRefusal(division, tenant, actor) ?? openRefusal(proposals, command.on);
  if (reason !== null) return refused(reason);
  const { uscc } = code;
  const proposed = event(command, 'RegistrationProposed', {
    proposal,
    opensUntil: addDays(command.on, DAYS_OPEN),
    uscc,
    name: normaliseProperName(command.name),
    division,
    licence: { number: number.value, issuedOn: command.licence.issuedOn },
  });
  return accepted([{ stream: enterpriseStream(uscc), events: [proposed] }]);
}

/** Another clerk of the division, or of the city, agrees or refuses; or its proposer takes it back. */
export function decideRegistrationAnswer(
  input: Recorded & { readonly command: AnswerRegistration; readonly places: Places },
): CaseworkDecision {
  const { command, enterprise, proposals, places } = input;
  const code = parseRecordedUscc(command.uscc);
  const proposed = proposals.find(({ proposal }) => proposal.id === command.proposal);
  if (!code.ok || proposed === undefined) return refused(noProposal());
  const { answer, proposal, on, tenant } = command;
  const { name, division } = proposed;
  const problems = answer.kind === 'agree' ? divisionProblems({ division, tenant, on }, places) : [];
  if (problems.length > 0) return refused(invalidInput(problems));
  const reason = answerRefusal(command, proposed, enterprise);
  if (reason !== null) return refused(reason);
  const { uscc } = code;
  const stream = enterpriseStream(uscc);
  switch (answer.kind) {
    case 'refuse':
      return accepted([
        { stream, events: [event(command, 'RegistrationRefused', { proposal, reason: answer.reason.trim() })] },
      ]);
    case 'withdraw':
      return accepted([{ stream, events: [event(command, 'RegistrationWithdrawn', { proposal })] }]);
    case 'agree':
      return accepted([
        {
          stream,
          events: [
            event(command, 'RegistrationAgreed', { proposal, effectiveFrom: on }),
            event(command, 'EnterpriseRegistered', { uscc, name, division }),
          ],
        },
      ]);
  }
}

function answerRefusal(
  { answer, actor, on }: AnswerRegistration,
  { proposal, division }: RegistrationProposal,
  enterprise: EnterpriseState,
): Refusal | null {
  switch (answer.kind) {
    case 'agree':
      return (
        clerkRefusal(division, actor) ??
        agreementRefusal(proposal, actor, on) ??
        (enterprise === null ? null : exists(enterprise.name))
      );
    case 'refuse':
      return (
        clerkRefusal(division, actor) ??
        objectionRefusal(proposal, actor, on) ??
        sentenceRefusal('reason', answer.reason)
      );
    case 'withdraw':
      return withdrawalRefusal(proposal, actor, on);
  }
}

function issueProblems(issuedOn: string, on: PlainDate): FieldProblem[] {
  const day = parseDay(issuedOn);
  if (!day.ok) return [{ field: 'licenceIssuedOn', message: day.problem }];
  if (day.value <= on) return [];
  const message = {
    zh: `执照核发日期不能晚于今天（${on}）。`,
    en: `A licence cannot be of a day after today (${on}).`,
  };
  return [{ field: 'licenceIssuedOn', message }];
}

function openRefusal(proposals: readonly RegistrationProposal[], on: PlainDate): Refusal | null {
  if (!proposals.some(({ proposal }) => proposalStanding(proposal, on) === 'open')) return null;
  return refusal('PROPOSAL_OPEN', {
    zh: '该代码已有待同意的登记，请先同意、否决或撤回。',
    en: 'A registration of this code is still open: agree to it, refuse it or take it back first.',
  });
}

function noProposal(): Refusal {
  return refusal(
    'NOT_FOUND',
    { zh: '没有这项登记提议，请刷新后再看。', en: 'There is no such proposal: look at the page afresh.' },
    'proposal',
  );
}
