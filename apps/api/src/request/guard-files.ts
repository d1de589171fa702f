import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkForgery } from '../graphql/limits/bad-request.js';
import { QueryGate } from '../graphql/limits/gate.js';
import { Cookies } from '../identity/cookies.js';
import { rememberSession } from '../identity/plain-session.js';
import { Sessions } from '../identity/session/sessions.js';
import { Offices } from '../policy/law/offices.js';
import { BEARER, refuse } from './guard-graphql.js';
import { currentRequest, inRequest } from './request-scope.js';

/** What a request about files costs of the budgets that queries are charged to; a page of claims costs 700. */
const POINTS = 1_000;
/** Reading a whole file through, and unpacking it. */
const FINISH_POINTS = 10_000;

/**
 * Lets a request about files in: in a scope of its own, charged like a query, for the city of its session. Parts come as
 * `application/octet-stream` and are read by whoever takes them, piece by piece.
 */
export function guardFiles(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request, reply, done) => {
    if (!isOfFiles(request)) {
      done();
      return;
    }
    void reply.header('cache-control', 'no-store');
    inRequest({ id: request.id, isOfMachine: BEARER.test(request.headers.authorization ?? '') }, () => {
      admit(app, request).then(
        () => done(),
        (error: unknown) => refuse(request, reply, done, error),
      );
    });
  });
  server.addHook('onResponse', (request, reply, done) => {
    if (isOfFiles(request) && isRefusal(reply)) app.get(QueryGate, { strict: false }).refused(request);
    done();
  });
  server.addContentTypeParser('application/octet-stream', (request, payload, done) => {
    // Nobody else reads a body that has no end.
    if (isOfFiles(request)) done(null, payload);
    else done(Object.assign(new Error('Bodies of this type are not taken.'), UNKNOWN_TYPE));
  });
}

const UNKNOWN_TYPE = { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE', statusCode: 415 };

async function admit(app: NestFastifyApplication, request: FastifyRequest): Promise<void> {
  const gate = app.get(QueryGate, { strict: false });
  const waitMs = gate.turnOf(request);
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
  const points = request.routeOptions.url?.endsWith('/finish') === true ? FINISH_POINTS : POINTS;
  gate.admitPlain(request, points);
  // No page of another site sends any other method without asking first.
  if (request.method === 'POST') checkForgery(request);
  const token = app.get(Cookies, { strict: false }).sessionOf(request);
  const session = token === null ? null : await app.get(Sessions, { strict: false }).find(token);
  if (token === null || session === null) return;
  gate.chargeAccount(session.user.id, token, points);
  const scope = currentRequest();
  if (scope !== null) {
    scope.tenant = session.user.tenant;
    scope.office = app.get(Offices, { strict: false }).of(session.user);
  }
  rememberSession(request, session);
}

function isOfFiles({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.startsWith('/files/') === true;
}

function isRefusal({ statusCode }: FastifyReply): boolean {
  return statusCode === 400 || statusCode === 422;
}
