import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { RawServerDefault } from 'fastify';
import { POISONED_BODY } from '../graphql/limits/bad-request.js';

/** Reads JSON as Fastify does, and says of a body with `__proto__` that it is that, and not that it is no JSON. */
export function readJsonBodies(app: NestFastifyApplication): void {
  const read = app.getHttpAdapter().getInstance().getDefaultJsonParser('error', 'error');
  app.useBodyParser<RawServerDefault>('application/json', {}, (request, body, done) => {
    const text = body.toString('utf8');
    void read(request, text, (error, value) => done(error !== null && isJson(text) ? poisoned() : error, value));
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function poisoned(): Error {
  return Object.assign(new Error('The body holds __proto__.'), { code: POISONED_BODY, statusCode: 400 });
}
