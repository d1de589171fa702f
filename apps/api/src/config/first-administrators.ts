import { z } from 'zod';

/** The kinds of administrators as the setting names them, in the order in which a city's are created. */
export const ADMINISTRATOR_KINDS = {
  system: 'system-administrator',
  security: 'security-administrator',
  audit: 'audit-administrator',
} as const;
export type AdministratorRole = (typeof ADMINISTRATOR_KINDS)[keyof typeof ADMINISTRATOR_KINDS];

export interface FirstAdministrator {
  readonly tenant: string;
  readonly role: AdministratorRole;
  readonly username: string;
}

const EXAMPLE = '350500:system:zhang.san,350500:security:li.si,350500:audit:wang.wu';
const KINDS = new Map<string, AdministratorRole>(Object.entries(ADMINISTRATOR_KINDS));

/**
 * `350500:system:zhang.san,350500:security:li.si,350500:audit:wang.wu`. Whoever installs the system gives no city into
 * one hand: each needs all three kinds, and nobody is named twice.
 */
export const firstAdministrators = z.string().transform((text, context): FirstAdministrator[] => {
  const entries = text.split(',').map((entry) => entry.trim());
  const named = entries.flatMap((entry) => parseEntry(entry) ?? []);
  const unread = entries.filter((entry) => parseEntry(entry) === null);
  for (const entry of unread) {
    context.addIssue(
      `请写 <城市>:<system|security|audit>:<用户名>，如 ${EXAMPLE}，而非 ${entry}。 ` +
        `Write <city>:<system|security|audit>:<username>, such as ${EXAMPLE}; not ${entry}.`,
    );
  }
  if (unread.length === 0) for (const issue of faultsOf(named)) context.addIssue(issue);
  return named;
});

function parseEntry(entry: string): FirstAdministrator | null {
  const [, tenant, kind, username] = /^(\d{4}00):(\w+):([^\s:]+)$/.exec(entry) ?? [];
  const role = KINDS.get(kind ?? '');
  return tenant === undefined || username === undefined || role === undefined ? null : { tenant, role, username };
}

function faultsOf(named: readonly FirstAdministrator[]): string[] {
  const names = named.map(({ username }) => username);
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  const tenants = [...new Set(named.map(({ tenant }) => tenant))];
  return [
    ...twice.map(
      (name) =>
        `${name} 出现两次：一人只能在一市担任一职。 ${name} is named twice: one person holds one office, in one city.`,
    ),
    ...tenants.flatMap((tenant) => {
      const held = new Set(named.filter((each) => each.tenant === tenant).map(({ role }) => role));
      const missing = [...KINDS].filter(([, role]) => !held.has(role)).map(([kind]) => kind);
      if (missing.length === 0) return [];
      return [
        `${tenant} 须有系统、安全、审计三员，请补上 ${missing.join('、')}。 ` +
          `${tenant} needs a system, a security and an audit administrator: name its ${missing.join(' and ')} too.`,
      ];
    }),
  ];
}
