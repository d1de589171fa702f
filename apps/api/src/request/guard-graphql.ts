import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { QueryGate, sendRefusal } from '../graphql/limits/gate.js';
import { inRequest } from './request-scope.js';

/** As `Cookies` reads it: whoever sends this header is no browser that keeps a cookie. */
export const BEARER = /^bearer\b/i;

/** Statuses of what was looked at and refused: it is no request that is served, or its key is none that is taken. */
const CAME_TO_NOTHING: ReadonlySet<number> = new Set([400, 401]);

/** Lets a request to GraphQL in through the gate, in a scope of its own; whoever is refused too often waits before it. */
export function guardGraphql(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      if (!isGraphql(request)) {
        done();
        return;
      }
      // Also where the gate refuses: Apollo says so of its own answers alone.
      void reply.header('cache-control', 'no-store');
      try {
        const waitMs = app.get(QueryGate, { strict: false }).turnOf(request);
        if (waitMs === 0) done();
        else setTimeout(done, waitMs);
      } catch (error) {
        refuse(request, reply, done, error);
      }
    })
    .addHook('onResponse', (request, reply, done) => {
      if (isGraphql(request) && CAME_TO_NOTHING.has(reply.statusCode))
        app.get(QueryGate, { strict: false }).refused(request);
      done();
    })
    .addHook('preHandler', (request, reply, done) => {
      if (!isGraphql(request)) {
        done();
        return;
      }
      const isOfMachine = BEARER.test(request.headers.authorization ?? '');
      if (isOfMachine) allowByGet(request);
      inRequest({ id: request.id, isOfMachine }, () => {
        try {
          app.get(QueryGate, { strict: false }).admit(request, app.get(GraphQLSchemaHost, { strict: false }).schema);
        } catch (error) {
          refuse(request, reply, done, error);
          return;
        }
        done();
      });
    });
}

function isGraphql({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url === '/graphql';
}

export function refuse(
  { id }: FastifyRequest,
  reply: FastifyReply,
  done: (error: Error) => void,
  error: unknown,
): void {
  if (error instanceof GraphQLError) void sendRefusal(reply, error, id);
  else done(error instanceof Error ? error : new Error(String(error)));
}

/**
 * A query by GET with a token is no forgery: no other site can make a browser send one. Apollo is told so by the header
 * that it knows; it refuses a mutation by GET in any case.
 */
function allowByGet({ headers, method }: FastifyRequest): void {
  if (method === 'GET') headers['apollo-require-preflight'] = 'true';
}
