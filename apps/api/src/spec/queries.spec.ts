import type { Api, Official } from './api.spec.js';

/** What a query answered, whole; a field's path leads into it. */
export type Data = Readonly<Record<string, unknown>>;

/** Asks a query that has to be answered. */
export async function ask(api: Api, official: Official, query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await api.post(official, query, variables);
  if (errors !== undefined || data == null) throw new Error(JSON.stringify(errors));
  return data;
}

/** Code of the error that a request meets; null when it is answered. */
export async function errorCode(
  api: Api,
  official: Official | null,
  query: string,
  variables: object = {},
): Promise<string | null> {
  const { errors } = await api.post(official, query, variables);
  return errors?.[0]?.extensions.code ?? null;
}

/** The query of every field of `Query`, in its smallest form. */
export const QUERIES: Readonly<Record<string, string>> = {
  activationCodes: '{ activationCodes { official isDrawn } }',
  officialProposals: '{ officialProposals { nodes { id } } }',
  me: '{ me { id } }',
  previewBulk: '{ previewBulk(input: { action: ACCEPT, claims: [{ claim: "none" }] }) { items { claim } } }',
  recusals: '{ recusals { nodes { id } } }',
  subordinates: '{ subordinates { userId } }',
  delegations: '{ delegations { nodes { id } } }',
  comments: '{ comments(claim: "none") { nodes { id } } }',
  mentions: '{ mentions { nodes { id } } }',
  mentionable: '{ mentionable { userId } }',
  colleagues: '{ colleagues { id assigned } }',
  policies: '{ policies { id } }',
  policy: '{ policy(id: "quanzhou-2024-7") { id } }',
  policyVersions: '{ policyVersions(policy: "quanzhou-2024-7") { policy } }',
  policyVersionComparison:
    '{ policyVersionComparison(policy: "quanzhou-2024-7", before: "none", after: "none") { policy } }',
  policyVersionEffects:
    '{ policyVersionEffects(policy: "quanzhou-2024-7", version: "none", from: "2025-01-01") { total } }',
  measures: '{ measures { id } }',
  measure: '{ measure(id: "quanzhou-2024-7/2") { id } }',
  countWorkingDays: '{ countWorkingDays(from: "2026-02-13", days: 3) { lastDay } }',
  workingYears: '{ workingYears { year } }',
  monthlyFigures: '{ monthlyFigures(by: DIVISION) { position } }',
  coverage: '{ coverage { clauses } }',
  simulate: `{ simulate(input: { measure: "quanzhou-2024-7/2", year: 2025, occurredOn: "2025-12-31",
    division: "350582", facts: { serviceFee: "400000.00" } }) { __typename } }`,
  departments: '{ departments(division: "350500") { name } }',
  departmentChanges: '{ departmentChanges { id } }',
  divisions: '{ divisions(under: "350500") { code } }',
  enterprises: '{ enterprises { nodes { uscc } } }',
  enterprise: '{ enterprise(uscc: "none") { uscc } }',
  registration: '{ registration(uscc: "none") { uscc } }',
  claims: '{ claims { nodes { id } } }',
  claim: '{ claim(id: "none") { id } }',
  payments: '{ payments { nodes { id } } }',
  payment: '{ payment(id: "none") { id } }',
  yearlyTotals: '{ yearlyTotals { nodes { id } } }',
  programmes: '{ programmes { id } }',
  events: '{ events { nodes { position } } }',
  eventTypes: '{ eventTypes { type } }',
  dashboard: '{ dashboard { waitingPayments } }',
  corrections: '{ corrections { id } }',
  rounds: '{ rounds { id } }',
  round: '{ round(id: "none/1") { id } }',
  batches: '{ batches { id } }',
  batch: '{ batch(id: "none/1") { id } }',
  previewBatch: '{ previewBatch(input: { change: GATHER, claims: ["none"] }) { items { claim } } }',
  samples: '{ samples { id } }',
  pendingSamples: '{ pendingSamples { claims } }',
  roundProposals: '{ roundProposals { id } }',
  registers: '{ registers { id editions { id } } }',
  registerEdition: '{ registerEdition(register: "none", id: "none") { id } }',
  registerRows: '{ registerRows(filter: { register: "none", edition: "none" }) { nodes { row } } }',
  registerPreview:
    '{ registerPreview(input: { register: "none", before: 0, file: { name: "x", content: "eA==" } }) { taken } }',
  recognitionLists: '{ recognitionLists { nodes { id } } }',
  recognitionList: '{ recognitionList(id: "none") { id } }',
  recognitionEntries: '{ recognitionEntries { nodes { id } } }',
  recognitionPreview: `{ recognitionPreview(input: { document: "泉工信〔2026〕1号", title: "x", authority: "x",
    issuedOn: "2026-01-01", validFrom: "2026-01-01", department: "市工信局", file: { name: "x.csv", content: "eA==" } }) {
    taken } }`,
  readState: '{ readState { position } }',
  databaseWaits: '{ databaseWaits { pid } }',
  setAsideRecords: '{ setAsideRecords { stream } }',
  users: '{ users { nodes { id } } }',
  machineAccounts: '{ machineAccounts { nodes { id } } }',
  machineAccount: '{ machineAccount(id: "none") { id } }',
  myAccount: '{ myAccount { demand } }',
  securityLog: '{ securityLog { nodes { position } } }',
  user: '{ user(id: "none") { id } }',
  contacts: '{ contacts(uscc: "91350582MA00000019") { __typename } }',
  accountNumber: `{ accountNumber(uscc: "91350582MA00000019", proposal: "00000000-0000-4000-8000-000000000001") {
    __typename } }`,
  previewSteps: '{ previewSteps(claim: "none") { key } }',
  objector: '{ objector(claim: "none", objection: "00000000-0000-4000-8000-000000000001") { __typename } }',
  publicList: '{ publicList(on: "2026-08-03") { sha256 } }',
  openProposals: '{ openProposals { __typename } }',
  verification: '{ verification { intact } }',
  verificationUnderWay: '{ verificationUnderWay }',
};
