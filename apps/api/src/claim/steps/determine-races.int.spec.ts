import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimId, claimStream, foldClaim, parseClaimEvent, type StatedEvidence } from '@duixian/casework';
import { fen } from '@duixian/money';
import { Law } from '../../policy/law/law.js';
import { RegisterEnterpriseCommand } from '../../enterprise/steps/register-enterprise.js';
import { Api, commandOf, usccOf, type Official } from '../../spec/api.spec.js';
import { TODAY } from '../../spec/bureau.spec.js';
import { balanceOf } from '../../spec/guards.spec.js';
import { guardsByReplay, guardsOf, wholeLog, wrongDeterminations } from '../../spec/replay.spec.js';
import { SubmitClaimCommand } from '../submit/submit-claim.js';
import { determineClaim } from './determine-claim.js';
import { plainCommand } from './plain-steps.js';
import { reviewClaim } from './review-claim.js';

const CROWD = 64;

interface Programme {
  readonly city: string;
  readonly county: string;
  readonly measure: string;
  readonly year: number;
  readonly occurredOn: string;
  readonly facts: Readonly<Record<string, string>>;
  /** What the lead department agrees to, in fen, where the measure asks it. */
  readonly agreed: bigint | null;
  readonly subject: boolean;
  /** Whether all claims are one enterprise's. */
  readonly oneEnterprise: boolean;
}

let api: Api;

beforeAll(async () => {
  api = await Api.start();
});

afterAll(() => api.stop());

/** Brings a crowd of claims before finance, has all of them determined at once, and counts how they came out. */
async function race(programme: Programme): Promise<Record<string, number>> {
  const { city, county, measure, year, occurredOn, facts, agreed, oneEnterprise } = programme;
  const lead = api.app.get(Law).known.measure(measure)?.clause.departments.lead ?? null;
  const [clerk, otherClerk, reviewer, finance] = await Promise.all([
    api.hire('clerk', city),
    api.hire('clerk', city),
    api.hire('reviewer', city, lead),
    api.hire('finance', city),
  ]);
  const by = (official: Official) => commandOf(official, TODAY);
  const usccs = Array.from({ length: oneEnterprise ? 1 : CROWD }, (_, index) => usccOf(county, index));
  for (const uscc of usccs) {
    await done(new RegisterEnterpriseCommand({ ...by(clerk), uscc, name: '青石（虚构）', division: county }, null));
  }
  const claims = await Promise.all(
    Array.from({ length: CROWD }, async (_, index) => {
      const claim = claimId(city, year, Uint8Array.of(index, index >> 5, 2, 3, 4, 5, 6, oneEnterprise ? 7 : 8));
      const uscc = usccs[index % usccs.length] ?? '';
      const subject = programme.subject ? `${index}号模型` : null;
      const stated = {
        occurredOn,
        subject,
        facts,
        requestedAmount: fen(35_000_000n),
        evidence: evidenceOf(measure),
      };
      await done(new SubmitClaimCommand({ ...by(clerk), claim, uscc, measure, year, ...stated }));
      await done(plainCommand('ACCEPT', { ...by(otherClerk), claim }));
      const agreedAmount = agreed === null ? null : fen(agreed);
      await done(new reviewClaim.Command({ ...by(reviewer), claim, opinion: '属实', agreedAmount, distinction: null }));
      return claim;
    }),
  );
  await Promise.all(claims.map((claim) => done(new determineClaim.Command({ ...by(finance), claim }))));
  return results(city, claims);
}

async function done(command: Parameters<Api['execute']>[0]): Promise<void> {
  expect(await api.execute(command)).toEqual({ ok: true, position: expect.anything() });
}

/** One document of each kind that the clause asks for, no two claims' the same. */
let documents = 0;

function evidenceOf(measure: string): StatedEvidence[] {
  const clause = api.app.get(Law).known.measure(measure)?.clause;
  const kinds = clause?.kind === 'grant' ? (clause.evidence ?? []) : [];
  return kinds.map((listed) => {
    const kind = listed === 'recognition' ? 'certificate' : listed;
    const number = `25${String(++documents).padStart(18, '0')}`;
    if (kind !== 'invoice') return { kind, number: `编-${number}`, invoice: null, party: null };
    const seller = { seller: '福州云岭云计算有限公司（虚构）', sellerUscc: usccOf('350102', 1) };
    const figures = { amount: fen(100_000_000n), tax: fen(6_000_000n), reverses: null };
    return { kind, number, invoice: { ...seller, issuedOn: '2025-06-30', ...figures }, party: null };
  });
}

/** How many claims were determined at each amount, for which reasons. */
async function results(tenant: string, claims: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const claim of claims) {
    const { events } = await api.store.readStream(tenant, claimStream(claim));
    const determination = foldClaim(events.map(parseClaimEvent))?.determination;
    const key = [determination?.amount, ...(determination?.reasons ?? [])].join(' ');
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

async function expectReplayed(tenant: string): Promise<void> {
  const log = await wholeLog(api, tenant);
  expect(wrongDeterminations(log, api.app.get(Law).known)).toEqual([]);
  expect(await guardsOf(api, tenant)).toEqual(guardsByReplay(log));
}

describe('64 determinations at once', () => {
  it('give one enterprise its yearly ceiling and not a fen more', async () => {
    const measure = 'fuzhou-2026-7/1';
    const counts = await race({
      ...{ city: '350100', county: '350102', measure, year: 2026, occurredOn: '2026-07-01' },
      ...{ facts: { level: 'national' }, agreed: 20_000_000n, subject: true, oneEnterprise: true },
    });
    // 500,000 a year is two awards of 200,000 and one lowered to 100,000.
    expect(counts).toEqual({
      '200000.00': 2,
      '100000.00 ENTERPRISE_YEAR_CAP': 1,
      '0.00 ENTERPRISE_YEAR_CAP': CROWD - 3,
    });
    expect(await balanceOf(api, '350100', `enterprise:${usccOf('350102', 0)}:${measure}:2026`)).toEqual({
      reserved: 50_000_000n,
      paid: 0n,
    });
    await expectReplayed('350100');
  });

  it('empty a pool to the fen', async () => {
    const measure = 'xiamen-2023-10/3';
    const counts = await race({
      ...{ city: '350200', county: '350203', measure, year: 2025, occurredOn: '2025-12-31' },
      ...{ facts: { serviceFee: '700000.00' }, agreed: null, subject: false, oneEnterprise: false },
    });
    // 10,000,000 is 28 vouchers of 350,000 and one of the 200,000 that are left.
    expect(counts).toEqual({
      '350000.00': 28,
      '200000.00 POOL_LIMIT': 1,
      '0.00 POOL_LIMIT': CROWD - 29,
    });
    expect(await balanceOf(api, '350200', `pool:${measure}:2025`)).toEqual({ reserved: 1_000_000_000n, paid: 0n });
    await expectReplayed('350200');
  });

  it('fill a quota to the last place', async () => {
    const measure = 'fuzhou-2026-7/3.2';
    const counts = await race({
      ...{ city: '350100', county: '350103', measure, year: 2026, occurredOn: '2026-07-01' },
      ...{ facts: {}, agreed: null, subject: true, oneEnterprise: false },
    });
    expect(counts).toEqual({ '200000.00': 10, '0.00 QUOTA_EXHAUSTED': CROWD - 10 });
    expect(await balanceOf(api, '350100', `quota:${measure}:2026`)).toEqual({ reserved: 10n, paid: 0n });
    await expectReplayed('350100');
  });
});
