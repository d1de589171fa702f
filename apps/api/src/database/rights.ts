import { LOG_RIGHTS, type SchemaRights } from '@duixian/event-store';
import { IDENTITY_OFFICES } from './office-rules.js';

/**
 * What the application may do in each schema that the owner keeps: asserted at every start. A table that is not simply
 * the application's own is named here.
 */
export const IDENTITY_RIGHTS: SchemaRights = {
  schema: 'identity',
  tables: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  exceptions: { migration: ['SELECT'], security_log: ['SELECT'], security_log_end: ['SELECT'] },
  functions: ['record_security', 'prune_security_log', 'needs_contact', 'needs_account', 'deals_with_claim'],
  cityTables: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  cityFunctions: ['needs_contact', 'needs_account', 'deals_with_claim'],
  offices: IDENTITY_OFFICES,
};

export const RIGHTS: readonly SchemaRights[] = [...LOG_RIGHTS, IDENTITY_RIGHTS];
