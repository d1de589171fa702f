import {
  accepted,
  refusal,
  refused,
  ROLE_NAMES,
  type Actor,
  type Decision,
  type GuardMove,
  type Guards,
  type Refusal,
  type Role,
} from '@duixian/casework';
import { officialStream, type Account } from './official.js';
import type { OfficialEvent, ProposingOffice } from './official-event.js';

export type OfficeDecision = Decision<OfficialEvent>;

/** The kinds of which a city always has one at least: two decide together, the third watches. */
export const ADMINISTRATORS = [
  'system-administrator',
  'security-administrator',
  'audit-administrator',
] as const satisfies readonly Role[];

/** The guard that counts a city's active administrators of a kind. */
export const headcountAccount = (role: Role): string => `administrators:${role}`;
export const HEADCOUNT_ACCOUNTS: readonly string[] = ADMINISTRATORS.map(headcountAccount);

/** The office in which `actor` looks after accounts; null when he does not. */
export function proposingOffice(actor: Actor): ProposingOffice | null {
  if (actor.roles.includes('security-administrator')) return 'security-administrator';
  return actor.roles.includes('system-administrator') ? 'system-administrator' : null;
}

export function notAdministrator(): Refusal {
  return refusal('NOT_YOUR_OFFICE', {
    zh: '账号由系统管理员和安全管理员共同管理，请转交其办理。',
    en: 'Accounts are for the system and the security administrator: pass it on to them.',
  });
}

/** The events on an account, with the headcounts that follow from what it is before and after them. */
export function recorded(
  official: string,
  events: readonly OfficialEvent[],
  before: Account | null,
  after: Account | null,
  guards: Guards,
): OfficeDecision {
  const moves: GuardMove[] = [];
  for (const role of ADMINISTRATORS) {
    const change = Number(isActive(after, role)) - Number(isActive(before, role));
    const account = headcountAccount(role);
    if (change < 0 && (guards.get(account)?.reserved ?? 0n) <= 1n) return refused(lastOfKind(role));
    if (change > 0) moves.push({ account, ceiling: null, reserve: 1n });
    // The decision holds only while as many are there as it saw.
    if (change < 0) moves.push({ account, reserve: -1n, dependsOnVersion: true });
  }
  return accepted([{ stream: officialStream(official), events }], moves);
}

function isActive(account: Account | null, role: Role): boolean {
  return account !== null && !account.disabled && account.roles.includes(role);
}

function lastOfKind(role: (typeof ADMINISTRATORS)[number]): Refusal {
  const { zh, en } = ROLE_NAMES[role];
  return refusal('LAST_ADMINISTRATOR', {
    zh: `这是本市最后一名在用的${zh}，请先开设另一名。`,
    en: `This is the city's last active ${en}: let another one in first.`,
  });
}
