import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Api, type Official } from '../spec/api.spec.js';
import { ask, errorCode, QUERIES } from '../spec/queries.spec.js';
import { roles, type Role } from './permission.js';

/** Who may not ask what everybody else may: what officials are and do is for those who keep or audit them. */
const ONLY_FOR: Readonly<Record<string, readonly Role[]>> = {
  activationCodes: ['system-administrator', 'security-administrator'],
  officialProposals: ['auditor', 'system-administrator', 'security-administrator', 'audit-administrator'],
  users: ['auditor', 'system-administrator', 'security-administrator', 'audit-administrator'],
  user: ['auditor', 'system-administrator', 'security-administrator', 'audit-administrator'],
  securityLog: ['auditor', 'audit-administrator'],
  verification: ['auditor', 'system-administrator', 'audit-administrator'],
  verificationUnderWay: ['auditor', 'system-administrator', 'audit-administrator'],
  contacts: ['clerk', 'reviewer', 'finance', 'treasury', 'auditor'],
  accountNumber: ['clerk', 'finance', 'treasury', 'auditor'],
  previewBulk: ['clerk', 'reviewer', 'finance'],
  colleagues: ['clerk', 'reviewer', 'finance'],
  delegations: [
    ...(['clerk', 'reviewer', 'finance', 'auditor'] as const),
    ...(['system-administrator', 'security-administrator', 'audit-administrator'] as const),
  ],
  objector: ['clerk', 'reviewer', 'auditor'],
  openProposals: ['clerk'],
  recognitionPreview: ['clerk', 'reviewer'],
  corrections: ['auditor', 'system-administrator', 'security-administrator', 'audit-administrator'],
  databaseWaits: ['auditor', 'system-administrator', 'security-administrator', 'audit-administrator'],
  setAsideRecords: ['auditor', 'system-administrator', 'security-administrator', 'audit-administrator'],
};

/** What the page of the login asks before anybody is known. */
const PUBLIC = ['publicInfo'];

describe('permissions of queries', () => {
  let api: Api;
  const officials = new Map<Role, Official>();

  beforeAll(async () => {
    api = await Api.start();
    for (const role of roles) officials.set(role, await api.hire(role, '350500', '市数据管理局'));
  });

  afterAll(() => api.stop());

  it('knows every query of the schema', () => {
    const fields = api.app.get(GraphQLSchemaHost).schema.getQueryType()?.getFields() ?? {};

    expect([...Object.keys(QUERIES), ...PUBLIC].toSorted()).toEqual(Object.keys(fields).toSorted());
  });

  it.each(Object.keys(QUERIES))('%s: is closed to strangers, and open to the roles that it names', async (name) => {
    const query = QUERIES[name] ?? '';

    expect(await errorCode(api, null, query)).toBe('UNAUTHENTICATED');
    for (const [role, official] of officials) {
      const isOpen = ONLY_FOR[name]?.includes(role) ?? true;
      expect([role, await errorCode(api, official, query)]).toEqual([role, isOpen ? null : 'FORBIDDEN']);
    }
  });

  it('shows a contact to those who deal with enterprises', async () => {
    const clerk = officials.get('clerk') ?? (await api.hire('clerk', '350500'));

    expect(await ask(api, clerk, '{ me { permissions } }')).toMatchObject({
      me: { permissions: expect.arrayContaining(['CONTACT_READ', 'CLAIM_SUBMIT']) },
    });
  });

  it('refuses a token that nobody was given', async () => {
    const stranger = { ...(await api.hire('auditor', '350500')), token: 'invented' };

    expect(await errorCode(api, stranger, '{ me { id } }')).toBe('UNAUTHENTICATED');
  });
});
