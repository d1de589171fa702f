import { usccKind } from '@duixian/casework';
import type { EnterpriseRow } from '../read-model/enterprise-table.js';
import { Enterprise } from './enterprise.type.js';

/** An enterprise as GraphQL shows it; what takes further queries is left to its resolver. */
export function toEnterprise(row: EnterpriseRow): Enterprise {
  return Object.assign(new Enterprise(), {
    uscc: row.uscc,
    name: row.name,
    kind: usccKind(row.uscc),
    registeredOn: row.registered_on,
    row,
  });
}
