import { claimStream } from '@duixian/casework';
import type { Projection } from '@duixian/event-store';
import { bankAccountTable } from '../bank-account/read-model/bank-account-table.js';
import { claimTables } from '../claim/read-model/claim-tables.js';
import { claimSubjectTable } from '../claim/similar/claim-subject-table.js';
import { evidenceTable } from '../claim/read-model/evidence-table.js';
import { contactTable } from '../enterprise/read-model/contact-table.js';
import { enterpriseTable } from '../enterprise/read-model/enterprise-table.js';
import { entitlementTables } from '../entitlement/read-model/entitlement-tables.js';
import { proposalTable } from '../identity/user/proposal/proposal-table.js';
import { paymentTable } from '../payment/read-model/payment-table.js';
import { idIn, type ReadTable } from './read-table.js';

/** A payment's stream is named after its claim and its payer. */
const PAYER_DIGITS = 6;

const TABLES: readonly ReadTable[] = [
  claimTables,
  claimSubjectTable,
  evidenceTable,
  enterpriseTable,
  entitlementTables,
  paymentTable,
  contactTable,
  bankAccountTable,
  proposalTable,
];

/** Schema `read`: all tables that lists, totals and pages are answered from. Raise the version when one changes. */
export const readProjection: Projection = {
  name: 'read',
  version: 10,

  async create(client, schema) {
    await client.query(`set local search_path = ${schema}`);
    for (const { ddl } of TABLES) await client.query(partsOf(ddl).tables);
  },

  async index(client, schema) {
    await client.query(`set local search_path = ${schema}`);
    for (const { ddl } of TABLES) for (const index of partsOf(ddl).indexes) await client.query(index);
  },

  async apply(batch, client, schema) {
    const last = batch.at(-1);
    if (last === undefined) return;
    await client.query(`set local search_path = ${schema}`);
    for (const table of TABLES) await table.apply(last.tenant, batch, client);
  },

  dependenciesOf: (stream) => {
    const payment = idIn(stream, 'payment-');
    return payment === null ? [] : [claimStream(payment.slice(0, -PAYER_DIGITS - 1))];
  },
};

/** The statements that create indexes, each alone since it may take long, and all others. No text in them has a `;`. */
function partsOf(ddl: string): { readonly tables: string; readonly indexes: readonly string[] } {
  const statements = ddl
    .replaceAll(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim());
  const isIndex = (statement: string): boolean => statement.startsWith('create index');
  return { tables: statements.filter((each) => !isIndex(each)).join(';'), indexes: statements.filter(isIndex) };
}
