import type { CaseworkDecision } from '../casework-event.js';
import { accepted, event, refused } from '../common/decision.js';
import { invalidInput, refusal, type FieldProblem } from '../common/refusal.js';
import { enterpriseStream } from '../common/streams.js';
import { parseDay } from '../values/parse-day.js';
import { divisionProblems, divisionRefusal } from './division-check.js';
import type { MoveEnterprise } from './enterprise-command.js';
import { lastDivision, type Enterprise, type EnterpriseState } from './enterprise.js';

/** A clerk of the new division enters that an enterprise moved there. Claims keep the division of their own day. */
export function decideMove(input: {
  readonly command: MoveEnterprise;
  readonly enterprise: EnterpriseState;
}): CaseworkDecision {
  const { command, enterprise } = input;
  if (enterprise === null) return refused(notFound());
  const { tenant, actor, division, movedOn: on } = command;
  const problems = [...divisionProblems(division), ...moveProblems(command, enterprise)];
  if (problems.length > 0) return refused(invalidInput(problems));
  const reason = divisionRefusal(division, tenant, actor);
  if (reason !== null) return refused(reason);
  const { uscc } = enterprise;
  const moved = event(command, 'EnterpriseMoved', { uscc, from: lastDivision(enterprise), division, on });
  return accepted([{ stream: enterpriseStream(uscc), events: [moved] }]);
}

function moveProblems({ division, movedOn }: MoveEnterprise, enterprise: Enterprise): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (division === lastDivision(enterprise)) {
    const message = {
      zh: '企业已在该行政区划，请填写迁入的区划代码。',
      en: 'The enterprise belongs there already: state the division it moves to.',
    };
    problems.push({ field: 'division', message });
  }
  const earlier = enterprise.moves.at(-1);
  if (!parseDay(movedOn).ok || (earlier !== undefined && movedOn <= earlier.on)) {
    const message = {
      zh: '迁移日期应为真实日期，并晚于上一次迁移。',
      en: 'State the day of the move as YYYY-MM-DD, later than the move before.',
    };
    problems.push({ field: 'on', message });
  }
  return problems;
}

function notFound() {
  return refusal(
    'NOT_FOUND',
    { zh: '没有登记这家企业，请先登记。', en: 'No such enterprise is registered: register it first.' },
    'uscc',
  );
}
