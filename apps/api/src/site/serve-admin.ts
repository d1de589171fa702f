import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { send } from '@fastify/send';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The admin as Vite built it. */
const DIST = fileURLToPath(new URL('../../../admin/dist', import.meta.url));
const YEAR_MS = 365 * 24 * 3_600_000;

/**
 * Serves the built admin, and its page for every address that only the admin knows, such as `/claims/350500-…`. Where
 * it was not built (in development Vite serves it), there is nothing to serve.
 */
export function serveAdmin(app: NestFastifyApplication): void {
  if (!existsSync(join(DIST, 'index.html'))) return;
  app.getHttpAdapter().getInstance().get('/*', serve);
}

async function serve(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const [path = '/'] = request.url.split('?');
  const asset = await find(request, path);
  const isFound = asset.statusCode !== 404;
  const wantsPage = request.headers.accept?.includes('text/html') ?? false;
  const { statusCode, headers, stream } = isFound || !wantsPage ? asset : await find(request, '/index.html');
  return reply.code(statusCode).headers(headers).send(stream);
}

function find(request: FastifyRequest, path: string): ReturnType<typeof send> {
  // Names of assets hold a hash of their contents; the page that names them does not.
  const isAsset = path.startsWith('/assets/');
  return send(request.raw, path, { root: DIST, immutable: isAsset, maxAge: isAsset ? YEAR_MS : 0 });
}
