import type { FastifyRequest } from 'fastify';
import type { Cookies } from '../../identity/cookies.js';
import { tokenHash } from '../../identity/token.js';
import { networkOf } from './budget.js';

/** How many sessions' accounts are remembered; the oldest are forgotten first. */
const REMEMBERED_MAX = 20_000;

/** Who sends a request, as far as that is known before it is read, without asking the database. */
export class Senders {
  /** Accounts by the hash of their sessions' tokens, as far as requests came with them. */
  private readonly accountOf = new Map<string, string>();

  constructor(private readonly cookies: Cookies) {}

  /** An account that is known, so that its office does not wait with it; the network of everybody else. */
  of(request: FastifyRequest): string {
    const token = this.cookies.sessionOf(request);
    const account = token === null ? undefined : this.accountOf.get(keyOf(token));
    return account ?? networkOf(request.ip);
  }

  remember(token: string, account: string): void {
    const key = keyOf(token);
    if (this.accountOf.has(key)) return;
    const [oldest] = this.accountOf.keys();
    if (oldest !== undefined && this.accountOf.size >= REMEMBERED_MAX) this.accountOf.delete(oldest);
    this.accountOf.set(key, account);
  }
}

function keyOf(token: string): string {
  return tokenHash(token).toString('base64url');
}
