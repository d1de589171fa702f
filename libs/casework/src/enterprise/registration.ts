import type { Places } from '@duixian/policy';
import type { CaseworkDecision } from '../casework-event.js';
import { accepted, event, refused } from '../common/decision.js';
import { invalidInput, refusal, type FieldProblem, type Refusal } from '../common/refusal.js';
import { enterpriseStream } from '../common/streams.js';
import { normaliseProperName } from '../common/spelling.js';
import { parseNewUscc, parseRecordedUscc } from '../common/uscc.js';
import { NAME_LENGTH_MAX, parseName } from '../values/parse-text.js';
import { divisionProblems, divisionRefusal } from './division-check.js';
import type { RegisterEnterprise } from './enterprise-command.js';
import type { EnterpriseState } from './enterprise.js';

/** A clerk enters an enterprise under its unified social credit code. */
export function decideRegistration(input: {
  readonly command: RegisterEnterprise;
  readonly enterprise: EnterpriseState;
  readonly places: Places;
}): CaseworkDecision {
  const { command, enterprise } = input;
  const { tenant, actor, division } = command;
  const code = enterprise === null ? parseNewUscc(command.uscc) : parseRecordedUscc(command.uscc);
  const problems = stateProblems(command, input.places);
  if (!code.ok) return refused(invalidInput([{ field: 'uscc', message: code.problem }, ...problems]));
  if (problems.length > 0) return refused(invalidInput(problems));
  if (enterprise !== null) return refused(exists(enterprise.name));
  const reason = divisionRefusal(division, tenant, actor);
  if (reason !== null) return refused(reason);
  const { uscc } = code;
  const registered = event(command, 'EnterpriseRegistered', {
    uscc,
    name: normaliseProperName(command.name),
    division,
  });
  return accepted([{ stream: enterpriseStream(uscc), events: [registered] }]);
}

/** Problems of what is stated beside the code. */
export function stateProblems(command: RegisterEnterprise, places: Places): FieldProblem[] {
  return [...nameProblems(command.name), ...divisionProblems(command, places)];
}

function nameProblems(text: string): FieldProblem[] {
  const name = parseName(text, NAME_LENGTH_MAX);
  if (!name.ok) return [{ field: 'name', message: name.problem }];
  if (name.value !== '') return [];
  const message = {
    zh: `请填写企业名称，不超过${NAME_LENGTH_MAX}字。`,
    en: `State the enterprise's name in at most ${NAME_LENGTH_MAX} characters.`,
  };
  return [{ field: 'name', message }];
}

export function exists(name: string): Refusal {
  return refusal(
    'ENTERPRISE_EXISTS',
    {
      zh: `该统一社会信用代码已登记为“${name}”，无需重复登记。`,
      en: `The code is registered as “${name}” already: use that entry.`,
    },
    'uscc',
  );
}
