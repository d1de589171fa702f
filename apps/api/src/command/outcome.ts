import type { Refusal } from '@duixian/casework';

/** What became of a command: recorded up to a position of the tenant's log, or refused. A repeat gets the first answer. */
export type Outcome =
  { readonly ok: true; readonly position: bigint } | { readonly ok: false; readonly refusal: Refusal };
