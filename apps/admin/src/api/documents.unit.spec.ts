import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import * as auth from '../auth/documents.js';
import * as limits from '../claims/page/limits-document.js';
import * as claims from '../claims/documents.js';
import * as dashboard from '../dashboard/documents.js';
import * as enterprises from '../enterprises/documents.js';
import * as events from '../events/documents.js';
import * as payments from '../payments/documents.js';
import * as policies from '../policies/documents.js';
import * as securityLog from '../security-log/documents.js';
import * as users from '../users/documents.js';

const schema = buildSchema(readFileSync(new URL('../../../api/schema.graphql', import.meta.url), 'utf8'));

const modules = [auth, limits, claims, dashboard, enterprises, events, payments, policies, securityLog, users];

const documents = modules
  .flatMap((module) => Object.entries(module))
  .flatMap(([name, value]) => (isDocument(value) ? [[name, value.text] as const] : []));

function isDocument(value: unknown): value is { text: string } {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}

/** An API that is no demonstration need not have it; the login page does without. */
const dispensable = 'publicInfoDocument';
const isOffered = schema.getQueryType()?.getFields().publicInfo !== undefined;
const binding = documents.filter(([name]) => isOffered || name !== dispensable);

describe('the operations of the admin', () => {
  it('are found in their modules', () => {
    expect(binding.length).toBeGreaterThan(30);
  });

  it.each(binding)('%s asks for what the API has', (_, text) => {
    expect(validate(schema, parse(text)).map((error) => error.message)).toEqual([]);
  });
});
