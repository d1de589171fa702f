import type { Catalogue } from '@duixian/policy';
import type { ImportStep } from './import-step.js';
import type { Offices } from './offices.js';
import { planAbsences } from './plan-absences.js';
import { planBeside } from './plan-beside.js';
import { planClaims } from './plan-claims.js';
import { planEnterprises } from './plan-enterprises.js';
import { planRecognitions } from './plan-recognitions.js';
import { planRounds } from './plan-rounds.js';
import { readAssignments, readDelegations } from './read-absences.js';
import { readComments, readDraws, readRecusals } from './read-beside.js';
import { readClaims } from './read-claims.js';
import { readEnterprises } from './read-enterprises.js';
import { readRecognitions } from './read-recognitions.js';
import { readRounds } from './read-rounds.js';
import type { ImportFolder } from './read-rows.js';
import type { RowPlace, RowProblem } from './row-problem.js';

/** All that a folder asks for. */
export interface ImportPlan {
  /** In the order in which they were done. */
  readonly steps: readonly ImportStep[];
  readonly problems: readonly RowProblem[];
}

/**
 * Reads a folder of `enterprises.csv`, `moves.csv`, `recognitions.csv` with its files, `rounds.csv`, `assignments.csv`,
 * `delegations.csv`, `comments.csv`, `recusals.csv`, `draws.csv`, and `claims/<policy>/<clause>.csv` into commands.
 */
export function planImport(folder: ImportFolder, catalogue: Catalogue, offices: Offices): ImportPlan {
  const enterprises = readEnterprises(folder);
  const claims = readClaims(folder, catalogue);
  const lists = readRecognitions(folder);
  const rounds = readRounds(folder);
  const [assignments, delegations] = [readAssignments(folder), readDelegations(folder)];
  const [comments, recusals, draws] = [readComments(folder), readRecusals(folder), readDraws(folder)];
  const planned = [
    planEnterprises(enterprises, offices),
    planRecognitions(lists.rows, offices),
    planRounds(rounds.rows, { catalogue, offices }),
    planClaims(claims.rows, enterprises, { catalogue, offices }),
    planAbsences({ assignments: assignments.rows, delegations: delegations.rows }, offices),
    planBeside({ comments: comments.rows, recusals: recusals.rows, draws: draws.rows }, offices),
  ];
  const unstaffed = planned.flatMap((each) => each.unstaffed).map(nobodyThere);
  return {
    steps: inOrder(planned.flatMap(({ steps }) => steps)),
    problems: [
      ...[enterprises, lists, rounds, claims, assignments, delegations, comments, recusals, draws].flatMap(
        ({ problems }) => problems,
      ),
      ...unstaffed,
    ],
  };
}

function nobodyThere(place: RowPlace): RowProblem {
  const message = {
    zh: '办理此步骤的岗位没有人员，请先设置用户。',
    en: 'Nobody holds the office that takes this step: create a user for it first.',
  };
  return { ...place, message };
}

/** By day; on one day first what comes first in each matter's own life, and then by matter, so that it is always the same. */
function inOrder(steps: readonly ImportStep[]): ImportStep[] {
  const counts = new Map<string, number>();
  const numbered = steps.map((step) => {
    const index = counts.get(step.matter) ?? 0;
    counts.set(step.matter, index + 1);
    return { step, index };
  });
  return numbered
    .sort((a, b) => compare(a.step.on, b.step.on) || a.index - b.index || compare(a.step.matter, b.step.matter))
    .map(({ step }) => step);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
