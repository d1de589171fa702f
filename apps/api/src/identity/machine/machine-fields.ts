import type { MachineRead } from '@duixian/office';

/** What has to be among a key's reads for the fields of a type; null: any key has them. */
interface OpenFields {
  readonly of: MachineRead | null;
  readonly fields: ReadonlySet<string> | 'all';
}

const all = (of: MachineRead | null): OpenFields => ({ of, fields: 'all' });
const some = (of: MachineRead | null, names: string): OpenFields => ({ of, fields: new Set(names.split(' ')) });

/**
 * What machines may read of each type, and of no other: a closed list, so that a field that is added to the schema is closed
 * to them until it is named here. No names of officials, contacts, account numbers, opinions, files or texts of people.
 */
const TYPES: Readonly<Record<string, OpenFields>> = {
  Claim: some(
    'CLAIMS',
    'id status year division measure policyVersion occurredOn submittedOn updatedAt requestedAmount agreedAmount determinedAmount paidAmount position held enterprise payments',
  ),
  ClaimConnection: all('CLAIMS'),
  ClaimEdge: all('CLAIMS'),
  Payment: some(
    'PAYMENTS',
    'id amount status attempt instructedOn settledOn returnedOn payer position claim enterprise',
  ),
  PaymentConnection: all('PAYMENTS'),
  PaymentEdge: all('PAYMENTS'),
  Enterprise: some('ENTERPRISES', 'uscc name division kind registeredOn position'),
  EnterpriseConnection: all('ENTERPRISES'),
  EnterpriseEdge: all('ENTERPRISES'),
  YearlyTotal: some('TOTALS', 'id uscc year measure granted paid reserved city county cap capUsedPercent enterprise'),
  YearlyTotalConnection: all('TOTALS'),
  YearlyTotalEdge: all('TOTALS'),
  Programme: all('TOTALS'),
  PoolUse: all('TOTALS'),
  QuotaUse: all('TOTALS'),
  MonthlyFigures: all('TOTALS'),
  MonthlySeries: all('TOTALS'),
  MonthFigures: all('TOTALS'),
  Dashboard: some('TOTALS', 'byStatus totals measures treasuries position'),
  StatusTally: all('TOTALS'),
  ClaimTotals: all('TOTALS'),
  MeasureTally: all('TOTALS'),
  TreasuryTotal: all('TOTALS'),
  Measure: some(null, 'id title article clauseId kind leadDepartment otherDepartments payable takesClaims policy'),
  Policy: some(null, 'id title documentNumber issuer division from to version signedOn'),
  Division: all(null),
  Department: all(null),
  Bilingual: all(null),
  PageInfo: all(null),
  ReadState: some(null, 'position head isComplete secondsBehind'),
};

/** How a query keeps within the divisions and clauses of a key that has not the whole city. */
export type Narrowing =
  /** It says nothing of any division or clause. */
  | 'not needed'
  /** Its filter names them. */
  | { readonly division: boolean; readonly measure: boolean }
  /** It cannot, and is for keys of the whole city alone. */
  | 'impossible';

interface OpenQuery {
  readonly of: MachineRead | null;
  readonly narrowing: Narrowing;
}

/** The queries that machines may ask. */
const QUERIES: Readonly<Record<string, OpenQuery>> = {
  claims: { of: 'CLAIMS', narrowing: { division: true, measure: true } },
  claim: { of: 'CLAIMS', narrowing: 'impossible' },
  payments: { of: 'PAYMENTS', narrowing: { division: true, measure: true } },
  payment: { of: 'PAYMENTS', narrowing: 'impossible' },
  enterprises: { of: 'ENTERPRISES', narrowing: { division: true, measure: false } },
  enterprise: { of: 'ENTERPRISES', narrowing: 'impossible' },
  yearlyTotals: { of: 'TOTALS', narrowing: { division: false, measure: true } },
  programmes: { of: 'TOTALS', narrowing: 'impossible' },
  monthlyFigures: { of: 'TOTALS', narrowing: 'impossible' },
  dashboard: { of: 'TOTALS', narrowing: 'impossible' },
  policies: { of: null, narrowing: 'not needed' },
  policy: { of: null, narrowing: 'not needed' },
  measures: { of: null, narrowing: 'not needed' },
  measure: { of: null, narrowing: 'not needed' },
  divisions: { of: null, narrowing: 'not needed' },
  departments: { of: null, narrowing: 'not needed' },
  readState: { of: null, narrowing: 'not needed' },
};

export function openQuery(name: string): OpenQuery | null {
  return Object.hasOwn(QUERIES, name) ? (QUERIES[name] ?? null) : null;
}

/** Whether a key with these reads has the field. */
export function isOpenField(type: string, field: string, reads: readonly MachineRead[]): boolean {
  const open = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  if (open === undefined || (open.of !== null && !reads.includes(open.of))) return false;
  return open.fields === 'all' || open.fields.has(field);
}
