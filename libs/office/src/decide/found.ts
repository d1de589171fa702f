import { event, type Guards, type Role, ROLES } from '@duixian/casework';
import { recorded, type OfficeDecision } from '../administrators.js';
import type { OpenFirstAccount, TakeAccountOver } from '../official-command.js';
import type { Official } from '../official.js';

/** The installation lets in one of a city's first administrators, as its settings name him. */
export function decideFirstOpening(input: {
  readonly command: OpenFirstAccount;
  readonly official: Official;
  readonly guards: Guards;
}): OfficeDecision {
  const { command, official, guards } = input;
  const { roles, ...account } = command.account;
  const data = { ...account, roles: [...roles], proposal: null, address: null };
  const after = { ...command.account, disabled: false };
  return recorded(command.official, [event(command, 'AccountOpened', data)], official.account, after, guards);
}

/** An account of a version that kept no record of accounts goes on record as it was found, with what it may keep. */
export function decideTakeOver(input: {
  readonly command: TakeAccountOver;
  readonly official: Official;
  readonly guards: Guards;
}): OfficeDecision {
  const { command, official, guards } = input;
  const roles = keptRoles(command.found);
  const data = { ...command.account, roles, found: [...command.found] };
  const taken = event(command, 'AccountTakenOver', data);
  return recorded(command.official, [taken], official.account, { ...command.account, roles }, guards);
}

/** What the roles of release 0.1 are called now. */
const RENAMED: Readonly<Record<string, string>> = { administrator: 'system-administrator' };

/**
 * The one role that somebody keeps of those he was found with. An administrator stays one, or nobody could propose
 * anything; else the one that stands first in a claim's life, which is the furthest from the money.
 */
export function keptRoles(found: readonly string[]): Role[] {
  const names = found.map((role) => RENAMED[role] ?? role);
  const held = ROLES.filter((role) => names.includes(role));
  const kept = held.find((role) => role.endsWith('-administrator')) ?? held[0];
  return kept === undefined ? [] : [kept];
}
