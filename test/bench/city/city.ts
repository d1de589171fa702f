import {
  addDays,
  claimId,
  decideRegistration,
  foldEnterprise,
  initialEntitlement,
  parseEnterpriseEvent,
  type Enterprise,
  type Entitlement,
  type SubmitClaim,
} from '@duixian/casework';
import type { AppendCommand } from '@duixian/event-store';
import { fen } from '@duixian/money';
import type { Catalogue } from '@duixian/policy';
import { Random } from '@duixian/testing/random';
import { ClaimFile } from './claim-file.js';
import { documentOf } from './document.js';
import { enterpriseNumber } from './enterprises.js';
import { live, type Stage } from './life-of-a-claim.js';
import { OFFICIALS, TENANT } from './officials.js';

const CLAIMS_OF_AN_ENTERPRISE = 10;
const FIRST_DAY = '2025-03-01';
const DAYS = 580;

/** What ten claims of an enterprise are made under: a yearly fee, and products that are each granted once. */
const MEASURES = [
  { measure: 'quanzhou-2024-7/2', isYearly: true, evidence: 'invoice' },
  { measure: 'quanzhou-2024-7/4', isYearly: false, evidence: 'certificate' },
  { measure: 'quanzhou-2024-7/5.1', isYearly: false, evidence: 'certificate' },
] as const;

/** How many of twenty claims have come how far. */
export type Stages = readonly (readonly [Stage, number])[];
const STAGES: Stages = [
  ['submitted', 2],
  ['accepted', 3],
  ['returned', 1],
  ['rejected', 1],
  ['reviewed', 2],
  ['determined', 2],
  ['publicised', 2],
  ['instructed', 2],
  ['paid', 5],
];

/** Every claim waits for its review. */
export const ALL_ACCEPTED: Stages = [['accepted', 20]];

/**
 * The log of a city with so many claims, at every stage unless told otherwise, in the order of their days: what its bureau would have appended,
 * one command for all that is on record of an enterprise's registration, and one for each claim.
 */
export function* cityLog(catalogue: Catalogue, claims: number, stages = STAGES): Generator<AppendCommand> {
  const enterprises = Array.from({ length: Math.ceil(claims / CLAIMS_OF_AN_ENTERPRISE) }, (_, n) =>
    register(n, catalogue),
  );
  for (const { command } of enterprises) yield command;
  const entitlements = new Map<string, Entitlement>();
  for (let n = 0; n < claims; n += 1) {
    const random = new Random(n);
    const { enterprise } = enterprises[n % enterprises.length] ?? register(0, catalogue);
    const submission = submissionOf(n, addDays(FIRST_DAY, Math.floor((n / claims) * DAYS)), enterprise, random);
    const file = new ClaimFile(submission.claim, entitlements.get(enterprise.uscc) ?? initialEntitlement);
    live(file, submission, { stage: stageOf(random, stages), enterprise, catalogue });
    entitlements.set(enterprise.uscc, file.entitlement);
    yield file.toCommand(TENANT);
  }
}

/** Claims that come to a city of so many: submitted and accepted, each one command. */
export function* laterClaims(catalogue: Catalogue, claims: number, count: number): Generator<AppendCommand> {
  const enterprises = Math.ceil(claims / CLAIMS_OF_AN_ENTERPRISE);
  for (let n = claims; n < claims + count; n += 1) {
    const { enterprise } = register(n % enterprises, catalogue);
    const submission = submissionOf(n, addDays(FIRST_DAY, DAYS), enterprise, new Random(n));
    const file = new ClaimFile(submission.claim, initialEntitlement);
    live(file, submission, { stage: 'accepted', enterprise, catalogue });
    yield file.toCommand(TENANT);
  }
}

function register(n: number, { places }: Catalogue): { enterprise: Enterprise; command: AppendCommand } {
  const details = enterpriseNumber(n);
  const command = { commandId: `register-${n}`, tenant: TENANT, actor: OFFICIALS.window, on: '2025-01-06', ...details };
  const file = new ClaimFile(`register-${n}`, initialEntitlement);
  const decision = decideRegistration({ command, enterprise: null, places });
  file.record(decision);
  const events = decision.ok ? decision.streams.flatMap((stream) => stream.events) : [];
  const enterprise = foldEnterprise(events.map(parseEnterpriseEvent));
  if (enterprise === null) throw new Error(`Enterprise ${n} was not registered.`);
  return { enterprise, command: file.toCommand(TENANT) };
}

function submissionOf(n: number, on: string, { uscc }: Enterprise, random: Random): SubmitClaim {
  const occurredOn = addDays(on, -random.whole(1, 50));
  const year = Number(occurredOn.slice(0, 4));
  const claim = claimId(TENANT, year, serial(n));
  const { measure, isYearly, evidence } = random.pick(MEASURES);
  const fee = random.whole(40_000, 2_000_000);
  return {
    commandId: `${claim}-0`,
    tenant: TENANT,
    actor: OFFICIALS.window,
    on,
    claim,
    uscc,
    measure,
    year,
    occurredOn,
    subject: isYearly ? null : `产品 ${claim}`,
    facts: factsOf(measure, fee),
    requestedAmount: fen(BigInt(isYearly ? fee * 30 : 10_000_000)),
    evidence: [documentOf(evidence, n, occurredOn)],
  };
}

function factsOf(measure: (typeof MEASURES)[number]['measure'], fee: number): SubmitClaim['facts'] {
  switch (measure) {
    case 'quanzhou-2024-7/2':
      return { serviceFee: `${fee}.00` };
    case 'quanzhou-2024-7/4':
      return {};
    case 'quanzhou-2024-7/5.1':
      return { firstRecognition: true };
  }
}

/** Numbers in a row, scattered, as drawn ones are. */
function serial(n: number): Uint8Array {
  const scattered = (BigInt(n) * 0x9e3779b97fn) & 0xff_ffff_ffffn;
  return Uint8Array.from({ length: 8 }, (_, place) => Number((scattered >> BigInt(5 * place)) & 31n));
}

function stageOf(random: Random, stages: Stages): Stage {
  let ticket = random.whole(1, 20);
  for (const [stage, share] of stages) {
    ticket -= share;
    if (ticket <= 0) return stage;
  }
  return 'paid';
}
