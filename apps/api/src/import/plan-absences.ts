import type { Actor } from '@duixian/casework';
import { AssignClaimCommand } from '../claim/assignment/assignment.resolver.js';
import { commandIdOf } from '../command/command-id.js';
import { GiveDelegationCommand } from '../delegation/delegate.js';
import type { ImportStep, Planned } from './import-step.js';
import type { Offices } from './offices.js';
import type { AssignmentRow, DelegationRow } from './read-absences.js';
import type { RowPlace } from './row-problem.js';

/** Claims that officials took to look after, and who stands in for them while they are away. */
export function planAbsences(
  { assignments, delegations }: { assignments: readonly AssignmentRow[]; delegations: readonly DelegationRow[] },
  offices: Offices,
): Planned {
  const planned = [
    ...assignments.map((row) => assignmentStep(row, offices)),
    ...delegations.map((row) => delegationStep(row, offices)),
  ];
  return {
    steps: planned.flatMap((each) => ('command' in each ? [each] : [])),
    unstaffed: planned.flatMap((each) => ('command' in each ? [] : [each])),
  };
}

function assignmentStep({ claim, official, on, place }: AssignmentRow, offices: Offices): ImportStep | RowPlace {
  const actor = offices.named(official);
  if (actor === null) return place;
  const request = { ...origin(actor, 'assignment', claim, on), on, claim, to: actor.userId };
  const matter = `assignment ${claim} ${on}`;
  return { place, on, matter, keys: [claim], command: new AssignClaimCommand(request, actor), columnOf: () => null };
}

function delegationStep(
  { official, deputy, from, until, reason, on, place }: DelegationRow,
  offices: Offices,
): ImportStep | RowPlace {
  const [actor, to] = [offices.named(official), offices.named(deputy)];
  if (actor === null || to === null) return place;
  const said = { to: to.userId, from, until, measures: null, reason };
  const request = { ...origin(actor, 'delegation', official, on), on, ...said };
  const matter = `delegation ${official} ${on}`;
  return { place, on, matter, keys: [], command: new GiveDelegationCommand(request), columnOf: () => null };
}

function origin(actor: Actor, ...id: readonly string[]) {
  return { commandId: commandIdOf(...id), tenant: `${actor.division.slice(0, 4)}00`, actor };
}
