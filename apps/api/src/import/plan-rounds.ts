import { roundId, type Actor } from '@duixian/casework';
import type { Catalogue } from '@duixian/policy';
import { commandIdOf } from '../command/command-id.js';
import { roundAnswers } from '../round/steps/answer-round.js';
import { OpenRoundCommand } from '../round/steps/open-round.js';
import type { ImportStep, Planned } from './import-step.js';
import { turnOf, type Offices } from './offices.js';
import type { RoundRow } from './read-rounds.js';
import type { RowPlace } from './row-problem.js';

interface Context {
  readonly catalogue: Catalogue;
  readonly offices: Offices;
}

/** Rounds, each proposed by a reviewer of the lead department and agreed to by a colleague. */
export function planRounds(rows: readonly RoundRow[], context: Context): Planned {
  const planned = rows.flatMap((row) => roundSteps(row, context));
  return {
    steps: planned.flatMap((each) => ('command' in each ? [each] : [])),
    unstaffed: planned.flatMap((each) => ('command' in each ? [] : [each])),
  };
}

function roundSteps(
  { stated, proposedOn, agreedOn, place }: RoundRow,
  { catalogue, offices }: Context,
): (ImportStep | RowPlace)[] {
  const { policy } = stated;
  const measure = catalogue.measure(`${policy}/${stated.clauses[0] ?? ''}`);
  const round = roundId(stated);
  const office =
    measure === undefined
      ? null
      : offices.forRound(measure.policy.division, measure.clause.departments.lead, turnOf(round));
  if (measure === undefined || office === null) return [place];
  const [first, second] = office;
  const { tenant } = measure.policy;
  const proposal = { ...origin('rounds', round, tenant, first), on: proposedOn, ...stated };
  const agreement = {
    ...{ ...origin('rounds agreed', round, tenant, second), on: agreedOn },
    policy,
    proposal: proposal.commandId,
    answer: { kind: 'agree' as const },
  };
  return [
    stepOf(round, policy, proposedOn, place, new OpenRoundCommand(proposal)),
    stepOf(round, policy, agreedOn, place, new roundAnswers.Command(agreement)),
  ];
}

function origin(kind: string, round: string, tenant: string, actor: Actor) {
  return { commandId: commandIdOf(kind, round), tenant, actor };
}

function stepOf(
  round: string,
  policy: string,
  on: string,
  place: RowPlace,
  command: ImportStep['command'],
): ImportStep {
  return { place, on, matter: round, keys: [`rounds ${policy}`], command, columnOf: () => null };
}
