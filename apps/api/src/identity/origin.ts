import type { FastifyRequest } from 'fastify';
import { entryText } from '../security-log/entry-text.js';

/** Where a request came from, as far as the request itself says. */
export interface Origin {
  readonly address: string;
  /** What the client calls itself. */
  readonly agent: string | null;
  /** The token of a device on which somebody signed in before; anybody may send any. */
  readonly device: string | null;
}

export function originOf(request: FastifyRequest, device: string | null): Origin {
  return { address: request.ip, agent: entryText(request.headers['user-agent'] ?? null), device };
}
