import type { SecurityEventKind } from './security-event-kind.js';

/** Something that happened, as it is recorded. */
export interface SecurityEvent {
  /** The city; null when the name that was given belongs to none. */
  readonly tenant: string | null;
  readonly userId: string | null;
  readonly username: string | null;
  readonly displayName: string | null;
  /** Where the request came from. */
  readonly address: string | null;
  readonly kind: SecurityEventKind;
  /** What it was about: a permission, an enterprise's code, a list. */
  readonly subject: string | null;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}
