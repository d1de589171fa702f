import type { FastifyRequest } from 'fastify';
import type { RequestSession } from '../graphql/context.js';

const sessions = new WeakMap<FastifyRequest, RequestSession>();

/** Keeps whose request it is that is no query: its guard has looked. */
export function rememberSession(request: FastifyRequest, session: RequestSession): void {
  sessions.set(request, session);
}

/** In which session a request was sent that is no query; null where nobody is signed in. */
export function plainSessionOf(request: FastifyRequest): RequestSession | null {
  return sessions.get(request) ?? null;
}
