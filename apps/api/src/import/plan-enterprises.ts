import type { Actor } from '@duixian/casework';
import { RegisterEnterpriseCommand } from '../enterprise/register/register-enterprise.command.js';
import { MoveEnterpriseCommand } from '../enterprise/move/move-enterprise.command.js';
import { commandIdOf } from './command-id.js';
import type { ImportStep } from './import-step.js';
import { turnOf, type Offices } from './offices.js';
import type { Planned } from './plan.js';
import type { EnterpriseFiles } from './read-enterprises.js';
import type { RowPlace } from './row-problem.js';

/** Registrations and moves, each by the window of the division. */
export function planEnterprises({ enterprises, moves }: EnterpriseFiles, offices: Offices): Planned {
  const planned: (ImportStep | RowPlace)[] = [
    ...enterprises.map(({ uscc, name, division, enteredOn: on, place }) => {
      const actor = offices.forEnterprise(division, turnOf(uscc));
      if (actor === null) return place;
      const request = { ...origin('register', uscc, division, actor), on, uscc, name, division };
      return stepOf(uscc, on, place, new RegisterEnterpriseCommand(request, null));
    }),
    ...moves.map(({ uscc, division, movedOn, enteredOn: on, place }) => {
      const actor = offices.forEnterprise(division, turnOf(uscc));
      if (actor === null) return place;
      const request = { ...origin('move', `${uscc} ${movedOn}`, division, actor), on, uscc, division, movedOn };
      return stepOf(uscc, on, place, new MoveEnterpriseCommand(request));
    }),
  ];
  return {
    steps: planned.flatMap((each) => ('command' in each ? [each] : [])),
    unstaffed: planned.flatMap((each) => ('command' in each ? [] : [each])),
  };
}

function origin(kind: string, matter: string, division: string, actor: Actor) {
  return { commandId: commandIdOf(kind, matter), tenant: tenantOf(division), actor };
}

/** A tenant is a prefecture-level city: the first four digits of GB/T 2260. */
function tenantOf(division: string): string {
  return `${division.slice(0, 4)}00`;
}

function stepOf(uscc: string, on: string, place: RowPlace, command: ImportStep['command']): ImportStep {
  return { place, on, matter: uscc, keys: [uscc], command, columnOf: () => null };
}
