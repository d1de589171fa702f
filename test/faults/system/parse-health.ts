/** What `/health/ready` says of itself. */
export interface StatedHealth {
  readonly status: string;
  readonly problems: readonly string[];
}

export function parseHealth(body: unknown): StatedHealth {
  return body as StatedHealth;
}
