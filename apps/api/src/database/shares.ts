/** Connections of one process, by who uses them; together no more than were allowed. */
export interface ConnectionShares {
  /** For requests' hand-written queries. */
  readonly requests: number;
  /** For TypeORM, which serves small tables of identity only. */
  readonly identity: number;
  /** For following the log and building tables; 0 = they use those of requests. */
  readonly following: number;
  /** For hearing what other processes append; 0 = nobody listens. */
  readonly listening: number;
}

const PLENTY = 12;

/** Divides two connections or more. Followers get some of their own, so that no crowd of requests holds them up. */
export function shareConnections(allowed: number): ConnectionShares {
  const small = allowed >= PLENTY ? 4 : 1;
  const following = allowed > 2 ? small : 0;
  const listening = allowed >= PLENTY ? 1 : 0;
  return { requests: allowed - small - following - listening, identity: small, following, listening };
}
