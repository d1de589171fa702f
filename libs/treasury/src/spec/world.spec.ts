/** Officials and enterprises of three cities, for the specs of payments. */
import { parseUscc, usccCheckCharacter, type Actor, type Command, type Role, type Uscc } from '@duixian/casework';
import { readCatalogue } from '@duixian/policy-files';

export const catalogue = readCatalogue();

export const QUANZHOU = '350500';
export const JINJIANG = '350582';
export const XIAMEN = '350200';
export const FUZHOU = '350100';

export function official(userId: string, role: Role, division: string, department: string | null = null): Actor {
  return { userId, username: userId, displayName: `经办人${userId}`, division, department, roles: [role] };
}

export function uscc(body: string): Uscc {
  const parsed = parseUscc(`${body}${usccCheckCharacter(body) ?? ''}`);
  if (!parsed.ok) throw new Error(parsed.problem.en);
  return parsed.uscc;
}

/** Two of each office that takes steps one after the other. */
export function officesOf(city: string, counties: readonly string[], departments: readonly string[]): Actor[] {
  return [city, ...counties].flatMap((division) => [
    ...['a', 'b', 'c'].map((name) => official(`clerk-${division}-${name}`, 'clerk', division)),
    ...departments.map((department) => official(`${department}-${division}`, 'reviewer', division, department)),
    ...['a', 'b'].map((name) => official(`finance-${division}-${name}`, 'finance', division)),
    official(`treasury-${division}`, 'treasury', division),
    // Holds two offices at once: the two-person rule is what keeps him from paying what he instructed.
    { ...official(`both-${division}`, 'finance', division), roles: ['finance', 'treasury', 'clerk'] as const },
  ]);
}

export function command(actor: Actor, on: string, tenant = QUANZHOU): Command {
  return { commandId: `${actor.userId}-${on}`, tenant, actor, on };
}
