/**
 * What is compared: the log itself, what `es.append` keeps beside it, what was made from it, what stands outside it and
 * says who may do what and where money goes, what was determined, redone, or what earlier verifications came to.
 */
export const CHECKS = [
  'event',
  'command',
  'head',
  'stream',
  'guard',
  'entitlement',
  'read-table',
  'security-log',
  'official',
  'credentials',
  'session',
  'personal-data',
  'file',
  'determination',
  'draw',
  'verification',
] as const;
export type Check = (typeof CHECKS)[number];

/** Something stored that is not what the record makes of it. */
export interface Difference {
  readonly check: Check;
  readonly tenant: string;
  /** In the tenant's log; null where what differs has no place there. */
  readonly position: string | null;
  /** The stream, account, command or table. */
  readonly subject: string;
  readonly field: string;
  /** What stands there, as text; null = nothing. */
  readonly stored: string | null;
  readonly computed: string | null;
}

/** Up to where a tenant's log was read, and its last link in hex: who kept these knows of a log that was cut or rewritten. */
export interface VerifiedHead {
  readonly tenant: string;
  readonly position: string;
  readonly link: string;
  /** Events up to here were chained only after they had been recorded, when the database was migrated; null = none. */
  readonly chainedLater: string | null;
  /** Whether the log, its commands, streams and guards were found as they must be. */
  readonly intact: boolean;
}
