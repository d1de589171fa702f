import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fenOf } from '@duixian/casework';
import { Clock } from '../clock/clock.js';
import { Law } from '../policy/law/law.js';
import fc from 'fast-check';
import { DemoAccounts } from '../demo/demo-accounts.js';
import { DEMO_FOLDER } from '../demo/demo-folder.js';
import { ImportPlayer } from '../import/import-player.js';
import { Offices } from '../import/offices.js';
import { planImport } from '../import/plan.js';
import { Api } from './api.spec.js';
import {
  Bureau,
  CITY,
  COUNTY,
  COUNTY_RENTAL,
  OTHER_COUNTY,
  RENTAL,
  SCENARIO,
  submission,
  TODAY,
  type Submission,
} from './bureau.spec.js';
import { itPlaysItsScenes } from './demo-scenes.spec.js';
import { figuresByReplay, type ReplayedClaim } from './figures-by-replay.spec.js';
import { FiguresCheck } from './figures-check.spec.js';

/** Lives that are tried; `npm run test:fuzz` tries many. */
const LIVES = Number(process.env.DUIXIAN_FUZZ_LIVES ?? 5);

let api: Api;
let figures: FiguresCheck;

describe('the figures of a city', () => {
  beforeAll(async () => {
    api = await Api.start();
    figures = new FiguresCheck(api);
    const offices = new Offices(await api.app.get(DemoAccounts).ensure());
    const { steps } = planImport(
      { path: DEMO_FOLDER, today: api.app.get(Clock).today() },
      api.app.get(Law).known,
      offices,
    );
    const { signal } = new AbortController();
    await api.app.get(ImportPlayer).play(steps, { onProgress: () => undefined, signal });
  }, 300_000);

  afterAll(() => api.stop());

  describe('of whose demo everybody finds', () => itPlaysItsScenes(() => api));

  it.each(['350100', '350200', '350500', '350600'])('of the demo’s %s are what its log adds up to', async (tenant) => {
    const claims = await figures.of(tenant);

    expect(claims.length).toBeGreaterThan(20);
  });

  it('keep loan limits and withdrawn grants out of what is determined, which the demo has both of', async () => {
    const { loanLimits, withdrawn } = await figures.totals('350200');

    expect(fenOf(loanLimits)).toBeGreaterThan(0n);
    expect(fenOf(withdrawn)).toBeGreaterThan(0n);
  });

  it('hold after any sequence of lives', async () => {
    const bureau = await Bureau.open(api);
    const shared = await bureau.enterpriseOf('2026-01-05');
    await bureau.moved(shared, OTHER_COUNTY, '2026-02-01');
    const ends = [
      ...['submitted', 'rejected', 'resubmitted', 'withdrawn', 'determined', 'merged'],
      ...['partly paid', 'paid', 'returned', 'returned late', 'reinstructed', 'settled', 'settled and reopened'],
    ];
    const life = fc.record({
      measure: fc.constantFrom(RENTAL, COUNTY_RENTAL, SCENARIO),
      isShared: fc.boolean(),
      county: fc.constantFrom(COUNTY, OTHER_COUNTY),
      year: fc.constantFrom(2024, 2025),
      end: fc.constantFrom(...ends),
    });
    // One for each end, so that every figure is of something.
    const each = ends.map((end) => ({ measure: RENTAL, isShared: false, county: COUNTY, year: 2025, end }));
    const reached = new Set<string>();
    let references = 0;
    let claims: ReplayedClaim[] = [];

    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 3 }), async (lives) => {
        for (const { measure, isShared, county, year, end } of lives) {
          api.today(TODAY);
          const uscc =
            isShared && end !== 'merged'
              ? shared
              : await bureau.enterprise(measure === COUNTY_RENTAL ? COUNTY : county);
          const occurredOn = `${year}-12-31`;
          const subject = measure === SCENARIO ? `场景${++references}` : null;
          await live({ uscc, measure, year, occurredOn, subject }, end);
        }
        claims = await figures.of(CITY);
      }),
      { numRuns: LIVES, examples: [[each]], endOnFailure: true },
    );
    expect([...reached].sort()).toEqual([...ends].sort());
    const totals = figuresByReplay(claims);
    for (const name of ['withdrawn', 'reserved', 'paid', 'returned'] as const) {
      expect([name, fenOf(totals[name]) > 0n]).toEqual([name, true]);
    }

    /** Goes on until a step is refused, which is as good an end as any. */
    async function live(stated: Submission, end: string): Promise<void> {
      try {
        if (end === 'submitted') await bureau.submitted(stated);
        else if (end === 'determined') await bureau.determined(stated);
        else if (end === 'rejected' || end === 'resubmitted') await declined(stated, end);
        else if (end === 'withdrawn') {
          const { id: claim } = await bureau.determined(stated);
          await bureau.done(bureau.otherClerk, 'withdrawClaim', { claim, reason: '不再需要' });
        } else if (end === 'merged') await merged(stated);
        else if (end.startsWith('settled')) await leftAtPaid(stated, end);
        else await settled(stated, end);
        reached.add(end);
      } catch (error) {
        if (!(error instanceof Error) || !error.message.includes('was refused')) throw error;
      }
    }

    /** Not agreed to by the lead department, or stated anew with half of the amount. */
    async function declined(stated: Submission, end: string): Promise<void> {
      const claim = await bureau.accepted(stated);
      const reviewer = await bureau.reviewer(stated.measure);
      if (end === 'rejected') await bureau.done(reviewer, 'rejectClaim', { claim, reason: '不符合条件' });
      else {
        await bureau.done(reviewer, 'returnClaim', { claim, reason: '金额有误' });
        const { occurredOn, subject, facts, evidence } = submission(stated);
        const anew = { claim, occurredOn, subject, facts, evidence, requestedAmount: '60000.00' };
        await bureau.done(bureau.clerk, 'resubmitClaim', anew);
      }
    }

    /** The enterprise goes over to another, which is then granted something too. */
    async function merged(stated: Submission): Promise<void> {
      await bureau.determined(stated);
      const successor = await bureau.enterprise();
      const change = { uscc: stated.uscc, kind: 'MERGED', on: TODAY, successors: [successor] };
      const { changeProposals } = await bureau.done(bureau.clerk, 'proposeEnterpriseChange', change);
      const proposal = changeProposals[0]?.id;
      await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc: stated.uscc, proposal });
      await bureau.determined({ ...stated, uscc: successor });
    }

    /** The bank returns one payment, which is given up; then perhaps another, so that the claim is open again. */
    async function leftAtPaid(stated: Submission, end: string): Promise<void> {
      const { id: claim, payments } = await bureau.instructed(stated);
      const [given, ...rest] = payments.map(({ id }) => id);
      for (const payment of rest) {
        const bankReference = `ICBC-${++references}`;
        const confirmation = { payment, attempt: 1, bankReference, paidOn: '2026-08-13' };
        await bureau.done(await bureau.treasury(payment.slice(-6)), 'confirmPayment', confirmation);
      }
      const returned = { payment: given, attempt: 1, reason: '账户已销户' };
      await bureau.done(await bureau.treasury(given?.slice(-6) ?? ''), 'recordBankReturn', returned);
      await bureau.done(bureau.otherFinance, 'proposeSettlement', { claim, reason: '不再拨付' });
      await bureau.done(bureau.finance, 'agreeSettlement', { claim });
      if (end === 'settled') return;
      for (const payment of rest) {
        const late = { payment, attempt: 1, reason: '账户已销户' };
        await bureau.done(await bureau.treasury(payment.slice(-6)), 'recordBankReturn', late);
      }
    }

    async function settled(stated: Submission, end: string): Promise<void> {
      const { payments } = await bureau.instructed(stated);
      for (const { id: payment } of end === 'partly paid' ? payments.slice(1) : payments) {
        const treasury = await bureau.treasury(payment.slice(-6));
        const bankReference = `ICBC-${++references}`;
        await bureau.done(treasury, 'confirmPayment', { payment, attempt: 1, bankReference, paidOn: '2026-08-13' });
        if (end === 'returned' || end === 'reinstructed') {
          await bureau.done(treasury, 'recordBankReturn', { payment, attempt: 1, reason: '账号有误' });
        }
        if (end === 'reinstructed') await bureau.done(bureau.otherFinance, 'reinstructPayment', { payment });
      }
      const [{ id: payment } = { id: '' }] = payments;
      if (end !== 'returned late') return;
      const late = { payment, attempt: 1, reason: '账号注销' };
      await bureau.done(await bureau.treasury(payment.slice(-6)), 'recordBankReturn', late);
    }
  }, 300_000);
});
