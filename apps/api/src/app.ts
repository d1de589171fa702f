import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import type { Config } from './config/config.js';
import { NestLog, openLog, requestLines } from './logging.js';
import { limitConnections } from './request/connections.js';
import { guardFiles } from './request/guard-files.js';
import { guardGraphql } from './request/guard-graphql.js';
import { readJsonBodies } from './request/json-body.js';
import { requestIdOf, tellRequestId } from './request/request-id.js';
import { Metrics } from './metrics/metrics.js';
import { serveAdmin } from './site/serve-admin.js';

/** Longest request: a claim with all its facts and evidence has a few kilobytes. Reading one blocks everybody. */
const BODY_BYTES_MAX = 256 * 1024;
/** Shorter answers cost more to compress than to send. */
const COMPRESSED_BYTES_MIN = 1024;
/** How soon a connection is found that has been at its request for too long. */
const LOOKED_AT_MS = 1_000;
/** A connection over which nothing moved for so long is closed: its other end asks for answers and does not read them. */
const STANDSTILL_MS = 120_000;

/** What pages of the origins that are named in the settings may send, and read of an answer. */
const CORS = {
  methods: ['GET', 'POST', 'PUT', 'DELETE'],
  allowedHeaders: ['authorization', 'content-type', 'x-request-id', 'apollo-require-preflight'],
  exposedHeaders: ['x-request-id', 'retry-after'],
  maxAge: 3_600,
};

/** Builds the application on a migrated database; it serves once `listen` is called. */
export async function createApp(config: Config, databaseUrl: string): Promise<NestFastifyApplication> {
  const log = openLog(config);
  const requestTimeout = config.requestSeconds * 1_000;
  const adapter = new FastifyAdapter({
    trustProxy: trusted(config.trustProxy),
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout,
    connectionTimeout: STANDSTILL_MS,
    http: { requestTimeout, headersTimeout: requestTimeout, connectionsCheckingInterval: LOOKED_AT_MS },
    loggerInstance: log,
    logController: requestLines,
    genReqId: requestIdOf,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(config, databaseUrl), adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(new NestLog(log));
  await app.register(helmet, {
    // Both would keep a browser from a server that speaks plain HTTP, as in an office's own network.
    strictTransportSecurity: config.secureCookie,
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: config.secureCookie ? [] : null } },
  });
  await app.register(compress, {
    threshold: COMPRESSED_BYTES_MIN,
    encodings: ['br', 'gzip'],
    // Bodies that come compressed are refused: a kilobyte may unfold to a gigabyte.
    globalDecompression: false,
  });
  // No cookie goes with them: a page of another origin signs in with a token of its own.
  await app.register(cors, { origin: config.corsOrigins.length > 0 && [...config.corsOrigins], ...CORS });
  readJsonBodies(app);
  limitConnections(app.getHttpServer(), config);
  warnOfProxy(app, config, log);
  await app.register(cookie);
  tellRequestId(app);
  measureRequests(app);
  if (config.role !== 'worker') {
    guardGraphql(app);
    guardFiles(app);
    serveAdmin(app);
  }
  return app;
}

/** Of an address that no route serves only that is counted: it may be anything. */
function measureRequests(app: NestFastifyApplication): void {
  const metrics = app.get(Metrics);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'none';
      metrics.observeRequest(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
      done();
    });
}

/** What one's own proxies added is believed; what stands before it in the header, the client may have made up. */
function trusted(proxies: Config['trustProxy']): string[] | ((address: string, hop: number) => boolean) {
  return typeof proxies === 'number' ? (_, hop) => hop < proxies : [...proxies];
}

/** Says once that somebody else's address is taken for that of every client: throttling would count them as one. */
function warnOfProxy(app: NestFastifyApplication, { trustProxy }: Config, log: Logger): void {
  if (trustProxy !== 0) return;
  let said = false;
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _, done) => {
      if (!said && request.headers['x-forwarded-for'] !== undefined) {
        said = true;
        log.warn(
          'Requests come through a proxy that is not trusted: all clients have its address. See DUIXIAN_TRUST_PROXY.',
        );
      }
      done();
    });
}
