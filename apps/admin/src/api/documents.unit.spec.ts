import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, print, validate } from 'graphql';
import * as account from '../account/documents.js';
import * as auth from '../auth/documents.js';
import * as limits from '../claims/page/limits-document.js';
import * as otherClaims from '../claims/page/other-claims-document.js';
import * as claims from '../claims/documents.js';
import * as dashboard from '../dashboard/documents.js';
import * as enterprises from '../enterprises/documents.js';
import * as events from '../events/documents.js';
import * as payments from '../payments/documents.js';
import * as policies from '../policies/documents.js';
import * as policyVersions from '../policies/versions/documents.js';
import * as securityLog from '../security-log/documents.js';
import * as setAside from '../set-aside/documents.js';
import * as users from '../users/documents.js';

const schema = buildSchema(readFileSync(new URL('../../../api/schema.graphql', import.meta.url), 'utf8'));

const PRINTED = new URL('../../documents.graphql', import.meta.url);
const HEADER =
  '# What the admin asks of the API, made by `DUIXIAN_WRITE_DOCUMENTS=true npm test -- apps/admin/src/api/documents`.\n\n';

const modules = [
  account,
  auth,
  limits,
  otherClaims,
  claims,
  dashboard,
  enterprises,
  events,
  payments,
  policies,
  policyVersions,
  securityLog,
  setAside,
  users,
];

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

  it('stand in documents.graphql, where the API reads what they cost', () => {
    const printed = documents.map(([, text]) => `${print(parse(text))}\n`).join('\n');

    if (process.env.DUIXIAN_WRITE_DOCUMENTS === 'true') writeFileSync(PRINTED, HEADER + printed);

    expect(readFileSync(PRINTED, 'utf8')).toBe(HEADER + printed);
  });
});
