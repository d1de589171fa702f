import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Api, type Answer } from '../spec/api.spec.js';
import { Bureau, CITY, SCENARIO, TODAY } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';
import { recordedBefore } from '../spec/recorded-before.spec.js';

let api: Api;
let bureau: Bureau;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

beforeEach(() => api.today(TODAY));

afterAll(() => api.stop());

async function award(number: string) {
  const evidence = [{ kind: 'CERTIFICATE', number }];
  return { uscc: await bureau.enterprise(), measure: SCENARIO, subject: '智能质检场景', evidence };
}

async function review(claim: string): Promise<Answer> {
  const opinion = { claim, opinion: '属实', agreedAmount: null };
  return api.send(await bureau.reviewer(SCENARIO), 'reviewClaim', opinion);
}

async function contestants(claim: string): Promise<string[]> {
  const query = 'query ($id: ID!) { claim(id: $id) { evidence { contestedBy { id } } } }';
  const { claim: shown } = await ask(api, bureau.clerk, query, { id: claim });
  const { evidence } = shown as { evidence: { contestedBy: { id: string }[] }[] };
  return evidence.flatMap(({ contestedBy }) => contestedBy.map(({ id }) => id));
}

// First of all in this file: names of before are read with the first step that asks for a document.
describe('a certificate that was recorded as it was typed', () => {
  it('is contested by a claim that writes its number as it is written now, on both sides', async () => {
    const copied = await bureau.submitted(await award('泉证字〔2026〕9000号'));
    const before = await recordedBefore(bureau, copied, '泉证字[2026]第09078号');
    const claim = await bureau.accepted(await award('泉证字〔2026〕9078号'));
    expect([await contestants(claim), await contestants(before)]).toEqual([[before], [claim]]);
    const accepted = await bureau.done(await api.hire('clerk', CITY), 'acceptClaim', { claim: before });
    expect(accepted.held).toBe(true);
    expect(await review(claim)).toMatchObject({ code: 'EVIDENCE_CONTESTED', claims: [before] });
    expect(await review(before)).toMatchObject({ code: 'EVIDENCE_CONTESTED', claims: [claim] });

    const rejection = { claim: before, reason: '证书系他人所有' };
    await bureau.done(await bureau.reviewer(SCENARIO), 'rejectClaim', rejection);
    expect(await review(claim)).toMatchObject({ status: 'REVIEWED' });
  });
});

describe('a certificate whose number is typed another way', () => {
  it.each(['泉证字[2026]第9077号', '泉证字（2026）9077', '泉证字2026第9077号', '泉证字【2026】第09077号'])(
    'as %s is the same certificate',
    async (number) => {
      const first = await bureau.accepted(await award('泉证字〔2026〕第9077号'));
      const second = await bureau.accepted(await award(number));
      expect(await review(second)).toMatchObject({ code: 'EVIDENCE_CONTESTED' });
      expect(await contestants(second)).toContain(first);
    },
  );
});

describe('a bank reference with another dash', () => {
  it('settles one payment, also where it was recorded before', async () => {
    const [event] = await api.store.readAll(CITY, 0n, 1);
    const freed = { type: 'EvidenceFreed', schemaVersion: 1, data: { claim: '350500-2025-00000000' } };
    const { occurredOn, meta } = event ?? { occurredOn: TODAY, meta: {} };
    const result = await api.store.append({
      tenant: CITY,
      commandId: randomUUID(),
      requestHash: 'an earlier version',
      streams: [
        {
          stream: 'evidence-contract-1',
          expectedVersion: 0,
          events: [{ eventId: randomUUID(), occurredOn, meta, ...freed }],
        },
      ],
      guards: [{ account: `bank-reference:${CITY}:SLIP—78`, ceiling: 1n, paid: 1n }],
    });
    expect(result.outcome).toBe('appended');
    const treasury = await bureau.treasury(CITY);
    const confirm = async (bankReference: string) => {
      const { id } = await bureau.instructed({ uscc: await bureau.enterprise() });
      const payment = { payment: `${id}-${CITY}`, attempt: 1, bankReference, paidOn: '2026-08-13' };
      return api.send(treasury, 'confirmPayment', payment);
    };
    expect(await confirm('SLIP-78')).toMatchObject({ code: 'BANK_REFERENCE_USED' });
    expect(await confirm('SLIP-77')).toMatchObject({ status: 'PAID' });
    expect(await confirm('SLIP–77')).toMatchObject({ code: 'BANK_REFERENCE_USED' });
    expect(await confirm('SLIP—77')).toMatchObject({ code: 'BANK_REFERENCE_USED' });
  });
});
