import { z } from 'zod';
import type { Division } from './division.js';
import type { PlainDate } from './plain-date.js';

/** Offices of those who act: 窗口受理、审核、财政、支付、审计, and the three administrators that 等保三级 asks for. */
export const ROLES = [
  'clerk',
  'reviewer',
  'finance',
  'treasury',
  'auditor',
  'system-administrator',
  'security-administrator',
  'audit-administrator',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * For what else an official acts, beside the division and department under which he is on record: his division may have
 * been renamed or merged, his department may go on with another's work, and zones may lie in his county.
 */
export interface Reach {
  /** Codes of divisions that are one office with his own. */
  readonly divisions: readonly Division[];
  /** What the codes of all divisions begin with that lie in his. */
  readonly areas: readonly string[];
  /** Names under which documents know his department. */
  readonly departments: readonly string[];
}

/** The official who acts, with the office held at that moment. */
export interface Actor {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly division: string;
  readonly department: string | null;
  readonly roles: readonly Role[];
  /** On the day of the command; nothing more than division and department say, where it is left out. */
  readonly reach?: Reach;
  /** What people call a division on the day of the command; its code, where it is left out. */
  readonly nameOf?: (division: string) => string;
}

/** What every command carries. Time, ids and actor come in with it; deciders have no clock of their own. */
export interface Command {
  /** UUID: the same command sent again takes effect once. */
  readonly commandId: string;
  /** The prefecture-level city whose books are written. */
  readonly tenant: string;
  readonly actor: Actor;
  /** The day on which it is done. */
  readonly on: PlainDate;
  /** What the official had before him; left out where nobody says. */
  readonly seen?: Seen;
}

const seenSchema = z.object({
  /** Position of the log up to which the page held everything. */
  position: z.string().regex(/^\d{1,19}$/),
  /** The version of the policy by which it was shown. */
  policyVersion: z.string(),
});

/** What an official looked at before he acted. */
export type Seen = z.infer<typeof seenSchema>;

/** Somebody as he was called then. */
export const namedOfficialSchema = z.object({ userId: z.string(), username: z.string(), displayName: z.string() });
export type NamedOfficial = z.infer<typeof namedOfficialSchema>;

const onBehalfOfSchema = namedOfficialSchema.extend({
  /** By which delegation; see {@link Delegation}. */
  delegation: z.string(),
});

/** For whom an official stood in, who was away (代办). */
export type OnBehalfOf = z.infer<typeof onBehalfOfSchema>;

export const eventMetaSchema = z.object({
  actor: z.object({
    userId: z.string(),
    username: z.string(),
    displayName: z.string(),
    division: z.string(),
    department: z.string().nullable(),
  }),
  commandId: z.string(),
  seen: seenSchema.exactOptional(),
  onBehalfOf: onBehalfOfSchema.exactOptional(),
});

/** Who did it, on which request, what he had before him where he said so, and for whom where he stood in. */
export type EventMeta = z.infer<typeof eventMetaSchema>;

export function metaOf({ actor, commandId, seen }: Command): EventMeta {
  const { userId, username, displayName, division, department } = actor;
  return {
    actor: { userId, username, displayName, division, department },
    commandId,
    ...(seen === undefined ? {} : { seen }),
  };
}
