import { claimStream } from '@duixian/casework';
import type { Projection } from '@duixian/event-store';
import { bankAccountTable } from '../bank-account/read-model/bank-account-table.js';
import { claimTables } from '../claim/read-model/claim-tables.js';
import { commentTable } from '../comment/read-model/comment-table.js';
import { delegationTable } from '../delegation/read-model/delegation-table.js';
import { claimSubjectTable } from '../claim/similar/claim-subject-table.js';
import { evidenceTable } from '../claim/read-model/evidence-table.js';
import { contactTable } from '../enterprise/read-model/contact-table.js';
import { enterpriseTable } from '../enterprise/read-model/enterprise-table.js';
import { registrationTable } from '../enterprise/registration/registration-table.js';
import { entitlementTables } from '../entitlement/read-model/entitlement-tables.js';
import { proposalTable } from '../identity/user/proposal/proposal-table.js';
import { paymentTable } from '../payment/read-model/payment-table.js';
import { fileTable } from '../evidence-file/read-model/file-table.js';
import { recognitionTables } from '../recognition/read-model/recognition-tables.js';
import { registerTable } from '../exclusion/read-model/register-table.js';
import { recusalTable } from '../recusal/read-model/recusal-table.js';
import { READ_OFFICES } from '../database/office-rules.js';
import { dayTable } from './day-table.js';
import { idIn, type ReadTable } from './read-table.js';
import { TableClient } from './table-client.js';

/** A payment's stream is named after its claim and its payer. */
const PAYER_DIGITS = 6;

const TABLES: readonly ReadTable[] = [
  claimTables,
  claimSubjectTable,
  evidenceTable,
  enterpriseTable,
  registrationTable,
  entitlementTables,
  paymentTable,
  contactTable,
  bankAccountTable,
  proposalTable,
  recognitionTables,
  delegationTable,
  commentTable,
  fileTable,
  recusalTable,
  registerTable,
  dayTable,
];

/** Where one statement of a file ends and the next begins; those inside of a function do not begin so. */
const STATEMENTS = /;\s*\n(?=(?:--[^\n]*\n|\s*\n)*create )/;

/** Schema `read`: all tables that lists, totals and pages are answered from. Raise the version when one changes. */
export const readProjection: Projection = {
  name: 'read',
  version: 38,
  offices: READ_OFFICES,

  async create(client, schema) {
    await client.query(`set local search_path = ${schema}`);
    for (const table of TABLES) {
      await client.query(table.ddl);
      for (const versioned of table.versioned) await versioned.create(client);
    }
  },

  async index(client, schema) {
    await client.query(`set local search_path = ${schema}`);
    for (const table of TABLES) {
      for (const versioned of table.versioned) await versioned.index(client);
      for (const statement of (table.reading ?? '').split(STATEMENTS)) {
        if (statement !== '') await client.query(statement);
      }
    }
  },

  async apply(batch, client, schema) {
    const last = batch.at(-1);
    if (last === undefined) return;
    await client.query(`set local search_path = ${schema}`);
    const shared = new TableClient(client);
    const kept = await Promise.allSettled(TABLES.map((table) => table.apply(last.tenant, batch, shared)));
    for (const each of kept) if (each.status === 'rejected') throw each.reason;
  },

  dependenciesOf: (stream) => {
    const assigned = idIn(stream, 'assignment-');
    if (assigned !== null) return [claimStream(assigned)];
    const payment = idIn(stream, 'payment-');
    return payment === null ? [] : [claimStream(payment.slice(0, -PAYER_DIGITS - 1))];
  },
};
