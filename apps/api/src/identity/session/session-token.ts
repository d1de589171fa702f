import type { FastifyReply, FastifyRequest } from 'fastify';

const COOKIE = 'duixian_session';
const BEARER = /^Bearer ([\w-]+)$/;

/** The token that came with a request: in the header of a machine, or in the cookie of a browser. */
export function tokenOf(request: FastifyRequest): string | null {
  const header = request.headers.authorization;
  if (header !== undefined) return BEARER.exec(header)?.[1] ?? null;
  return request.cookies[COOKIE] ?? null;
}

/** Hands the token to the browser so that no script can read it, and no other site can post with it. */
export function setSessionCookie(reply: FastifyReply, token: string, expires: Date, secure: boolean): void {
  void reply.setCookie(COOKIE, token, { httpOnly: true, sameSite: 'lax', path: '/', secure, expires });
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(COOKIE, { path: '/' });
}
