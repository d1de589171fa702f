/** What the specs are given: the real documents, the officials of one city, and a claim at each stage of its life. */
import { fen } from '@duixian/money';
import { readCatalogue } from '@duixian/policy-files';
import type { CaseworkEvent } from '../casework-event.js';
import type { StatedEvidence, StatedInvoice, SubmitClaim } from '../claim/claim-command.js';
import type { ClaimEvent } from '../claim/claim-event.js';
import { foldClaim, type Claim } from '../claim/claim.js';
import type { Determination } from '../claim/determination.js';
import type { Actor, Command, Role } from '../common/actor.js';
import { event, eventAt, type Decision, type GuardMove } from '../common/decision.js';
import { parseUscc, usccCheckCharacter, type Uscc } from '../common/uscc.js';
import { foldEnterprise, type Enterprise } from '../enterprise/enterprise.js';
import type { EvidenceDocument, Invoice } from '../evidence/invoice.js';

export const catalogue = readCatalogue();

export const CITY = '350500';
export const COUNTY = '350582';
export const RENTAL = 'quanzhou-2024-7/2';
export const COUNTY_RENTAL = 'jinjiang-2025-6/1.2';
export const CLAIM = '350500-2025-7K3M9QAB';

export function official(userId: string, role: Role, division = CITY, department: string | null = null): Actor {
  return { userId, username: userId, displayName: `经办人${userId}`, division, department, roles: [role] };
}

export const clerk = official('clerk', 'clerk', COUNTY);
export const otherClerk = official('other-clerk', 'clerk', COUNTY);
export const reviewer = official('reviewer', 'reviewer', CITY, '市数据管理局');
export const finance = official('finance', 'finance');
export const otherFinance = official('other-finance', 'finance');

export function command(actor: Actor, on = '2026-03-02'): Command {
  return { commandId: `by-${actor.userId}`, tenant: CITY, actor, on };
}

export function uscc(body: string): Uscc {
  const parsed = parseUscc(`${body}${usccCheckCharacter(body) ?? ''}`);
  if (!parsed.ok) throw new Error(parsed.problem.en);
  return parsed.uscc;
}

export const USCC = uscc('91350582MA2XXXXX0');
const SELLER = uscc('91350102MA2TTTTT0');

function register(): Enterprise {
  const name = '晋江青石智算科技有限公司';
  const registered = event(command(clerk, '2025-01-06'), 'EnterpriseRegistered', {
    uscc: USCC,
    name,
    division: COUNTY,
  });
  const enterprise = foldEnterprise([registered]);
  if (enterprise === null) throw new Error('It was not registered.');
  return enterprise;
}

export const enterprise: Enterprise = register();

export const submission: SubmitClaim = {
  ...command(clerk),
  claim: CLAIM,
  uscc: USCC,
  measure: RENTAL,
  year: 2025,
  occurredOn: '2025-12-31',
  subject: null,
  facts: { serviceFee: '1200000.00' },
  requestedAmount: fen(36_000_000n),
  evidence: [statedInvoice('25352000000012345678')],
};

/** An invoice of 1,272,000.00 with tax, as it is typed in. */
export function statedInvoice(number: string, change: Partial<StatedInvoice> = {}): StatedEvidence {
  const invoice = {
    seller: '福州云岭云计算有限公司',
    sellerUscc: SELLER,
    issuedOn: '2025-06-30',
    amount: fen(120_000_000n),
    tax: fen(7_200_000n),
    reverses: null,
    ...change,
  };
  return { kind: 'invoice', number, invoice, party: null };
}

/** The same as it is recorded. */
export function invoice(number: string, change: Partial<Invoice> = {}): EvidenceDocument {
  const details = {
    seller: '福州云岭云计算有限公司',
    sellerUscc: SELLER,
    issuedOn: '2025-06-30',
    amount: '1200000.00',
    tax: '72000.00',
    reverses: null,
    ...change,
  };
  return { kind: 'invoice', number, invoice: details, party: null };
}

export const determination: Determination = {
  policyVersion: 'v1',
  year: 2025,
  facts: { serviceFee: '1200000.00' },
  eligible: true,
  kind: 'grant',
  amount: '300000.00',
  lines: [
    { payer: CITY, amount: '150000.00', basis: RENTAL },
    { payer: COUNTY, amount: '150000.00', basis: COUNTY_RENTAL },
  ],
  subject: null,
  reasons: ['ENTERPRISE_YEAR_CAP'],
  trace: [],
  history: [],
  programme: null,
  entitlementVersion: 0,
};

export function submitted(change: Partial<Extract<ClaimEvent, { type: 'ClaimSubmitted' }>['data']> = {}): ClaimEvent {
  return eventAt(2, command(clerk), 'ClaimSubmitted', {
    claim: CLAIM,
    uscc: USCC,
    enterpriseName: enterprise.name,
    measure: RENTAL,
    year: 2025,
    division: COUNTY,
    policyVersion: 'v1',
    occurredOn: '2025-12-31',
    subject: null,
    facts: { serviceFee: '1200000.00' },
    requestedAmount: '360000.00',
    evidence: [invoice('25352000000012345678')],
    ...change,
  });
}

export const accepted: ClaimEvent = event(command(otherClerk), 'ClaimAccepted', { held: null });
export const returned = returnedBy(command(reviewer));

/** A return with a remark alone. */
export function returnedBy(by: Command, reason = '请补充发票'): Extract<ClaimEvent, { type: 'ClaimReturned' }> {
  return eventAt(2, by, 'ClaimReturned', { reason, items: [], due: null, lateReason: null });
}

export const reviewed: ClaimEvent = eventAt(2, command(reviewer), 'ClaimReviewed', {
  opinion: '同意',
  agreedAmount: null,
  distinction: null,
});
export const determined: ClaimEvent = event(command(finance), 'ClaimDetermined', determination);
export const publicised: ClaimEvent = eventAt(2, command(otherFinance, '2026-03-03'), 'DeterminationPublicised', {
  from: '2026-03-03',
  until: '2026-03-10',
  days: 7,
  unit: 'days' as const,
  least: 7,
});
export const instructed: ClaimEvent = event(command(finance), 'PaymentsInstructed', { payments: [] });

/** The claim after these events. */
export function claimAfter(...events: ClaimEvent[]): Claim {
  const claim = foldClaim(events);
  if (claim === null) throw new Error('A claim needs an event.');
  return claim;
}

/** Type and data of what a decision records, by stream. @throws Error when it refuses. */
export function recordedBy(
  decision: Decision<Pick<CaseworkEvent, 'type' | 'data'>>,
): Record<string, Pick<CaseworkEvent, 'type' | 'data'>[]> {
  if (!decision.ok) throw new Error(`${decision.refusal.code}: ${decision.refusal.message.en}`);
  return Object.fromEntries(
    decision.streams.map(({ stream, events }) => [stream, events.map(({ type, data }) => ({ type, data }))]),
  );
}

/** @throws Error when the decision refuses. */
export function movesBy(decision: Decision<unknown>): readonly GuardMove[] {
  if (!decision.ok) throw new Error(`${decision.refusal.code}: ${decision.refusal.message.en}`);
  return decision.guards;
}

/** Code and field of the refusal; null when the decision accepts. */
export function refusalBy(decision: Decision<unknown>): { code: string; field: string | null } | null {
  if (decision.ok) return null;
  const { code, field } = decision.refusal;
  return { code, field };
}
