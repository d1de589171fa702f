import { z } from 'zod';

import { policyDocumentSchema } from './policy.js';
import { routeTableSchema } from './route.js';

/** The JSON Schema of policy.yaml, for editors; committed as policies/policy.schema.json. */
export function policyJsonSchema(): Record<string, unknown> {
  return jsonSchema(policyDocumentSchema);
}

/** The JSON Schema of routes.yaml; committed as policies/routes.schema.json. */
export function routesJsonSchema(): Record<string, unknown> {
  return jsonSchema(routeTableSchema);
}

function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  return { ...z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) };
}

let words: ReadonlySet<string> | null = null;

/** Every word that a policy or its routes may use as a key. */
export function vocabulary(): ReadonlySet<string> {
  words ??= new Set([...keysOf(policyJsonSchema()), ...keysOf(routesJsonSchema())]);
  return words;
}

function* keysOf(schema: unknown): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [key, value] of Object.entries<unknown>({ ...schema })) {
    if (key === 'properties' && typeof value === 'object' && value !== null) yield* Object.keys(value);
    yield* keysOf(value);
  }
}
