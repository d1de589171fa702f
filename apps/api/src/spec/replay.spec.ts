import {
  fenOf,
  parseClaimEvent,
  parseEntitlementEvent,
  type ClaimEvent,
  type Determination,
  type EntitlementEvent,
} from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { isFailure, type Catalogue } from '@duixian/policy';
import type { Api } from './api.spec.js';

const PAGE = 1000;

/** A tenant's whole log, in order. @throws Error when a position is left out. */
export async function wholeLog(api: Api, tenant: string): Promise<RecordedEvent[]> {
  const log: RecordedEvent[] = [];
  for (;;) {
    const page = await api.store.readAll(tenant, BigInt(log.length), PAGE);
    for (const event of page) {
      log.push(event);
      if (event.position !== BigInt(log.length)) throw new Error(`Position ${log.length} is missing.`);
    }
    if (page.length < PAGE) return log;
  }
}

interface Balance {
  reserved: bigint;
  paid: bigint;
}

/** What every guard must hold, reckoned from the log alone; claims that were withdrawn or stand reserved. */
export function guardsByReplay(log: readonly RecordedEvent[]): Map<string, Balance> {
  const totals = new Map<string, Balance>();
  const grants = new Map<string, Extract<EntitlementEvent, { type: 'GrantReserved' }>['data']>();
  const add = (account: string, reserved: bigint): void => {
    totals.set(account, { reserved: (totals.get(account)?.reserved ?? 0n) + reserved, paid: 0n });
  };
  for (const event of entitlementEvents(log)) {
    if (event.type === 'GrantReserved') {
      const { claim, lines, quota } = event.data;
      grants.set(claim, event.data);
      for (const { accounts, amount } of lines) for (const account of accounts) add(account, fenOf(amount));
      if (quota !== null) add(quota, 1n);
    } else if (event.type === 'GrantReleased') {
      const grant = grants.get(event.data.claim);
      const line = grant?.lines.find(({ payer }) => payer === event.data.payer);
      for (const account of line?.accounts ?? []) add(account, -fenOf(event.data.amount));
      if (grant?.quota != null) add(grant.quota, -1n);
    }
  }
  return totals;
}

/** All guards of a tenant as the database holds them. */
export async function guardsOf(api: Api, tenant: string): Promise<Map<string, Balance>> {
  const { rows } = await api.pool.query<{ account: string; reserved: string; paid: string }>(
    'select account, reserved, paid from es.guard where tenant = $1',
    [tenant],
  );
  return new Map(rows.map((row) => [row.account, { reserved: BigInt(row.reserved), paid: BigInt(row.paid) }]));
}

/**
 * Reckons every determination of one measure anew, in the order of the log, from what the log says was granted before
 * it; gives those that come out otherwise. With them the limits were not what lowered or declined a claim.
 */
export function wrongDeterminations(log: readonly RecordedEvent[], catalogue: Catalogue): string[] {
  const claims = new Map<string, Extract<ClaimEvent, { type: 'ClaimSubmitted' }>['data']>();
  const granted: {
    uscc: string;
    measure: string;
    year: number;
    subject: string | null;
    payer: string;
    amount: string;
  }[] = [];
  const wrong: string[] = [];
  for (const recorded of log.filter(({ stream }) => stream.startsWith('claim-'))) {
    const event = parseClaimEvent(recorded);
    if (event.type === 'ClaimSubmitted') claims.set(recorded.stream, event.data);
    if (event.type !== 'ClaimDetermined' && event.type !== 'ClaimDeclined') continue;
    const claim = claims.get(recorded.stream);
    if (claim === undefined) throw new Error(`${recorded.stream} was determined before it was submitted.`);
    const { uscc, measure, year, occurredOn, division, subject } = claim;
    const all = granted.filter((grant) => grant.measure === measure && grant.year === year);
    const poolUsed = all.reduce((sum, { amount }) => sum + fenOf(amount), 0n);
    const answer = catalogue.assess({
      ...{ measure, year, occurredOn, facts: event.data.facts, enterprise: { division } },
      ...(subject === null ? {} : { subject }),
      granted: granted
        .filter((grant) => grant.uscc === uscc)
        .map((grant) => ({
          measure: grant.measure,
          year: grant.year,
          subject: grant.subject,
          payer: grant.payer,
          amount: grant.amount,
        })),
      programme: { poolUsed: `${poolUsed / 100n}.${String(poolUsed % 100n).padStart(2, '0')}`, quotaUsed: all.length },
    });
    if (isFailure(answer) || !isSame(answer, event.data)) wrong.push(`${recorded.stream}: ${JSON.stringify(answer)}`);
    for (const { payer, amount } of event.data.lines) {
      granted.push({ uscc, measure, year, subject: event.data.subject, payer, amount });
    }
  }
  return wrong;
}

function isSame(
  answer: Pick<Determination, 'amount' | 'reasons'>,
  recorded: Pick<Determination, 'amount' | 'reasons'>,
): boolean {
  return answer.amount === recorded.amount && String(answer.reasons) === String(recorded.reasons);
}

function entitlementEvents(log: readonly RecordedEvent[]): EntitlementEvent[] {
  return log.filter(({ stream }) => stream.startsWith('entitlement-')).map(parseEntitlementEvent);
}
