import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import type { Config } from './config/config.js';
import { serveAdmin } from './site/serve-admin.js';

/** Longest request: a claim with all its facts and evidence has a few kilobytes. */
const BODY_BYTES_MAX = 1024 * 1024;

/** Builds the application on a migrated database; it serves once `listen` is called. */
export async function createApp(config: Config, databaseUrl: string): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ trustProxy: config.trustProxy, bodyLimit: BODY_BYTES_MAX });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(config, databaseUrl), adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  await app.register(helmet, {
    // Both would keep a browser from a server that speaks plain HTTP, as in an office's own network.
    strictTransportSecurity: config.secureCookie,
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: config.secureCookie ? [] : null } },
  });
  await app.register(cookie);
  if (config.role !== 'worker') serveAdmin(app);
  return app;
}
