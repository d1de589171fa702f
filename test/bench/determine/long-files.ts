import {
  claimId,
  decideRegistration,
  foldEnterprise,
  initialEntitlement,
  parseEnterpriseEvent,
  type Enterprise,
  type SubmitClaim,
} from '@duixian/casework';
import { EventStore, migrate, openApplicationPool, type AppendCommand } from '@duixian/event-store';
import { fen } from '@duixian/money';
import type { Catalogue } from '@duixian/policy';
import { readCatalogue } from '@duixian/policy-files';
import { ClaimFile } from '../city/claim-file.js';
import { documentOf } from '../city/document.js';
import { enterpriseNumber } from '../city/enterprises.js';
import { live } from '../city/life-of-a-claim.js';
import { OFFICIALS, TENANT } from '../city/officials.js';

const IN_FLIGHT = 128;
const DAY = '2026-03-02';

/** What a determination is measured on: the yearly fee, which few earlier grants concern, and one more of the products. */
export const CLAIMS = {
  fee: { measure: 'quanzhou-2024-7/2', facts: { serviceFee: '400000.00' }, evidence: 'invoice' },
  product: { measure: 'quanzhou-2024-7/5.1', facts: { firstRecognition: true }, evidence: 'certificate' },
} as const;

export type ClaimKind = keyof typeof CLAIMS;

/** An enterprise that was granted `grants` products, with `reviewed` claims of each kind that wait for a determination. */
export interface LongFile {
  readonly waiting: Readonly<Record<ClaimKind, readonly string[]>>;
}

/** Appends the files of several enterprises of one city, one after the other. */
export async function seedFiles(url: string, sizes: readonly number[], reviewed: number): Promise<LongFile[]> {
  await migrate(url);
  const pool = openApplicationPool(url, { max: 4 });
  const store = new EventStore(pool);
  const files: LongFile[] = [];
  for (const [n, grants] of sizes.entries()) {
    const waiting: Record<ClaimKind, string[]> = { fee: [], product: [] };
    const log = fileOf(n, grants, reviewed, waiting);
    const appendTheRest = async (): Promise<void> => {
      for (const command of log) {
        const result = await store.append(command);
        if (result.outcome !== 'appended') throw new Error(`${command.commandId} came to ${result.outcome}.`);
      }
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, appendTheRest));
    files.push({ waiting });
  }
  await pool.end();
  return files;
}

function* fileOf(
  n: number,
  grants: number,
  reviewed: number,
  waiting: Record<ClaimKind, string[]>,
): Generator<AppendCommand> {
  const catalogue = readCatalogue();
  const { enterprise, command } = register(n, catalogue);
  yield command;
  for (let granted = 0; granted < grants; granted += 1) {
    const submission = submissionOf('product', enterprise, `${n}-${granted}`);
    // Each is decided as if it were the first: of products of different names none counts against another.
    const file = new ClaimFile(submission.claim, initialEntitlement);
    live(file, submission, { stage: 'determined', enterprise, catalogue });
    yield file.toCommand(TENANT);
  }
  for (const kind of ['fee', 'product'] as const) {
    for (let count = 0; count < reviewed; count += 1) {
      const submission = submissionOf(kind, enterprise, `${n}-${kind}-${count}`);
      const file = new ClaimFile(submission.claim, initialEntitlement);
      live(file, submission, { stage: 'reviewed', enterprise, catalogue });
      waiting[kind].push(file.id);
      yield file.toCommand(TENANT);
    }
  }
}

function register(n: number, { places }: Catalogue): { enterprise: Enterprise; command: AppendCommand } {
  const file = new ClaimFile(`register-${n}`, initialEntitlement);
  const command = { commandId: file.id, tenant: TENANT, actor: OFFICIALS.window, on: DAY, ...enterpriseNumber(n) };
  const decision = decideRegistration({ command, enterprise: null, places });
  file.record(decision);
  const events = decision.ok ? decision.streams.flatMap((stream) => stream.events) : [];
  const enterprise = foldEnterprise(events.map(parseEnterpriseEvent));
  if (enterprise === null) throw new Error(`Enterprise ${n} was not registered.`);
  return { enterprise, command: file.toCommand(TENANT) };
}

function submissionOf(kind: ClaimKind, { uscc }: Enterprise, name: string): SubmitClaim {
  const { measure, facts, evidence } = CLAIMS[kind];
  const claim = claimId(TENANT, 2026, serialOf(name));
  return {
    commandId: claim,
    tenant: TENANT,
    actor: OFFICIALS.window,
    on: DAY,
    claim,
    uscc,
    measure,
    year: 2026,
    occurredOn: DAY,
    subject: kind === 'product' ? `产品 ${name}` : null,
    facts,
    requestedAmount: fen(12_000_000n),
    evidence: [documentOf(evidence, numberOf(serialOf(name)), DAY)],
  };
}

function numberOf(serial: Uint8Array): number {
  return serial.reduce((number, place) => number * 32 + place, 0);
}

/** Eight bytes that differ for different names: FNV-1a, spread over the places of a claim's serial. */
function serialOf(name: string): Uint8Array {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(name)) {
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffff_ffff_ffff_ffffn;
  }
  return Uint8Array.from({ length: 8 }, (_, place) => Number((hash >> BigInt(5 * place)) & 31n));
}
