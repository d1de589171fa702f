import { readFile } from 'node:fs/promises';
import { normaliseProperName, ROLES } from '@duixian/casework';
import { parse } from 'yaml';
import { z } from 'zod';
import { StartRefused } from '../../start-refused.js';
import type { Role } from '../permission.js';

/** An office as it stands in an account. */
export interface HeldOffice {
  readonly division: string;
  readonly department: string | null;
  readonly roles: readonly Role[];
}

const officeSchema = z.strictObject({
  /** As the provider writes it in the claim. */
  group: z.string().min(1),
  role: z.enum(ROLES),
  division: z.string().regex(/^\d{6}$/, 'six digits'),
  department: z
    .string()
    .optional()
    .transform((name) => (name === undefined ? null : normaliseProperName(name))),
});

/** Which group of the provider holds which office: the table that an installation keeps. */
const tableSchema = z.strictObject({
  /** Name of the claim that lists somebody's groups. */
  claim: z.string().min(1).default('groups'),
  offices: z.array(officeSchema).min(1),
});
export type OfficeTable = z.infer<typeof tableSchema>;

/** @throws StartRefused naming the file, and the place in it. */
export async function readOffices(path: string): Promise<OfficeTable> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw faulty(path, [error instanceof Error ? error.message : String(error)]);
  }
  let stated: unknown;
  try {
    stated = parse(text);
  } catch (error) {
    throw faulty(path, [error instanceof Error ? error.message : String(error)]);
  }
  const parsed = tableSchema.safeParse(stated);
  if (parsed.success) return parsed.data;
  throw faulty(
    path,
    parsed.error.issues.map(({ path: at, message }) => `${at.join('.') || '—'}: ${message}`),
  );
}

function faulty(path: string, faults: readonly string[]): StartRefused {
  const list = faults.map((fault) => `  ${fault}`).join('\n');
  return new StartRefused({
    zh: `DUIXIAN_OIDC_OFFICES 所指的岗位对照表 ${path} 有误，请逐项更正（格式见 docs/operation.md）：\n${list}`,
    en: `The table of offices that DUIXIAN_OIDC_OFFICES names, ${path}, cannot be used (see docs/operation.md):\n${list}`,
  });
}

/** Groups that a claim lists, whether as a list or as one text. */
export function groupsIn(claim: unknown): string[] {
  if (typeof claim === 'string') return [claim];
  return Array.isArray(claim) ? claim.filter((group) => typeof group === 'string') : [];
}

/**
 * Whether one of the groups holds every role of the office, at its place. An account is opened and changed by two
 * administrators, never by the provider; what the provider does not say any more, nobody signs in with.
 */
export function isHeld(office: HeldOffice, groups: readonly string[], { offices }: OfficeTable): boolean {
  const granted = offices.filter(
    ({ group, division, department }) =>
      groups.includes(group) && division === office.division && department === office.department,
  );
  return office.roles.length > 0 && office.roles.every((role) => granted.some((each) => each.role === role));
}
