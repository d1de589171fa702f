import type { Actor } from '@duixian/casework';
import { accountAnswers } from '../bank-account/steps/answer-account-change.js';
import { ProposeAccountChangeCommand } from '../bank-account/steps/propose-account-change.js';
import { commandIdOf } from '../command/command-id.js';
import { moveAnswers } from '../enterprise/move/answer-move.js';
import { ProposeMoveCommand } from '../enterprise/move/propose-move.js';
import { registrationAnswers } from '../enterprise/registration/answer-registration.js';
import { ProposeRegistrationCommand } from '../enterprise/registration/propose-registration.js';
import { RegisterEnterpriseCommand } from '../enterprise/steps/register-enterprise.js';
import type { ImportStep, Planned } from './import-step.js';
import { turnOf, type Offices } from './offices.js';
import { ENTERPRISE_COLUMN, type EnterpriseFiles, type EnterpriseRow, type MoveRow } from './read-enterprises.js';
import type { RowPlace } from './row-problem.js';

const AGREES = { kind: 'agree' } as const;

/** Columns of the fields that a refused registration, and a refused move, may name. */
const STATED = {
  uscc: ENTERPRISE_COLUMN.uscc,
  name: ENTERPRISE_COLUMN.name,
  division: ENTERPRISE_COLUMN.division,
  licenceNumber: ENTERPRISE_COLUMN.licence,
  licenceIssuedOn: ENTERPRISE_COLUMN.licenceIssuedOn,
};
const MOVED = { uscc: ENTERPRISE_COLUMN.uscc, division: ENTERPRISE_COLUMN.to, on: ENTERPRISE_COLUMN.movedOn };

/** Registrations with their bank accounts, and moves, each by the window of the division and agreed to by a colleague. */
export function planEnterprises({ enterprises, moves }: EnterpriseFiles, offices: Offices): Planned {
  const divisions = new Map(enterprises.map(({ uscc, division }) => [uscc, division]));
  const planned: (ImportStep | RowPlace)[] = [
    ...enterprises.flatMap((row) => enterpriseSteps(row, offices)),
    ...moves.flatMap((row) => moveSteps(row, divisions, offices)),
  ];
  return {
    steps: planned.flatMap((each) => ('command' in each ? [each] : [])),
    unstaffed: planned.flatMap((each) => ('command' in each ? [] : [each])),
  };
}

function enterpriseSteps(row: EnterpriseRow, offices: Offices): (ImportStep | RowPlace)[] {
  const { uscc, name, division, enteredOn: on, account, place } = row;
  const clerk = offices.forEnterprise(division, turnOf(uscc));
  if (clerk === null) return [place];
  const second = offices.forEnterprise(division, turnOf(uscc), clerk);
  const registered = registrationSteps(row, clerk, second);
  if (account === null) return registered;
  if (second === null) return [...registered, place];
  const stated = { holder: name, ...account, holderReason: null };
  const request = { ...origin('account', uscc, division, clerk), on, uscc };
  const agreement = { ...origin('account agreed', uscc, division, second), on, uscc };
  return [
    ...registered,
    stepOf(uscc, on, place, new ProposeAccountChangeCommand(request, stated)),
    stepOf(uscc, on, place, new accountAnswers.Command({ ...agreement, proposal: request.commandId, answer: AGREES })),
  ];
}

/** One with its licence as evidence takes a colleague as well. */
function registrationSteps(row: EnterpriseRow, clerk: Actor, second: Actor | null): (ImportStep | RowPlace)[] {
  const { uscc, name, division, enteredOn: on, licence, place } = row;
  const request = { ...origin('register', uscc, division, clerk), on, uscc, name, division };
  if (licence === null) return [stepOf(uscc, on, place, new RegisterEnterpriseCommand(request, null), STATED)];
  const proposed = stepOf(uscc, on, place, new ProposeRegistrationCommand({ ...request, licence }), STATED);
  if (second === null) return [proposed, place];
  const agreement = { ...origin('registration agreed', uscc, division, second), on, uscc };
  const agreed = new registrationAnswers.Command({ ...agreement, proposal: request.commandId, answer: AGREES });
  return [proposed, stepOf(uscc, on, place, agreed)];
}

function moveSteps(row: MoveRow, divisions: Map<string, string>, offices: Offices): (ImportStep | RowPlace)[] {
  const { uscc, division, movedOn, enteredOn: on, place } = row;
  const from = divisions.get(uscc) ?? division;
  divisions.set(uscc, division);
  const clerk = offices.forEnterprise(division, turnOf(uscc));
  const second = offices.forEnterprise(from, turnOf(uscc), clerk);
  if (clerk === null || second === null) return [place];
  const matter = `${uscc} ${movedOn}`;
  const request = { ...origin('move', matter, division, clerk), on, uscc, division, movedOn, corrects: false };
  const agreement = { ...origin('move agreed', matter, division, second), on, uscc };
  return [
    stepOf(uscc, on, place, new ProposeMoveCommand(request), MOVED),
    stepOf(uscc, on, place, new moveAnswers.Command({ ...agreement, proposal: request.commandId, answer: AGREES })),
  ];
}

function origin(kind: string, matter: string, division: string, actor: Actor) {
  return { commandId: commandIdOf(kind, matter), tenant: tenantOf(division), actor };
}

/** A tenant is a prefecture-level city: the first four digits of GB/T 2260. */
function tenantOf(division: string): string {
  return `${division.slice(0, 4)}00`;
}

/** @param columns those that state its fields. */
function stepOf(
  uscc: string,
  on: string,
  place: RowPlace,
  command: ImportStep['command'],
  columns: Readonly<Record<string, string>> = {},
): ImportStep {
  return { place, on, matter: uscc, keys: [uscc], command, columnOf: (field) => columns[field] ?? null };
}
