import { describe, expect, it } from '@jest/globals';
import { fen } from '@duixian/money';
import { evolveEnterprise } from '../../enterprise/enterprise.js';
import { event } from '../../common/decision.js';
import {
  catalogue,
  CITY,
  claimAfter,
  CLAIM,
  clerk,
  command,
  COUNTY,
  enterprise,
  invoice,
  official,
  recordedBy,
  refusalBy,
  reviewer,
  statedInvoice,
  submission,
  submitted,
  RENTAL,
  USCC,
} from '../../spec/fixtures.spec.js';
import type { SubmitClaim } from '../claim-command.js';
import { decideSubmission } from './submission.js';

const nothing = new Set<string>();
const given = { claim: null, enterprise, catalogue, closed: nothing, known: catalogue, sellersOnRecord: nothing };
const LEASE = { mode: 'lease', cost: '480000.00', firstProduct: true, inUse: true, leasedMonths: 12 };
const CERTIFICATE = { kind: 'certificate', number: '泉证字〔2025〕第0101号', invoice: null, party: null };

function submit(change: Partial<SubmitClaim>) {
  const issuedOn = `${(change.occurredOn ?? submission.occurredOn).slice(0, 4)}-01-01`;
  const evidence = [statedInvoice(`${issuedOn.slice(2, 4)}352000000012345678`, { issuedOn })];
  return decideSubmission({ ...given, command: { ...submission, evidence, ...change } });
}

function fieldsOf(decision: ReturnType<typeof submit>): string[] {
  return !decision.ok && decision.refusal.code === 'INVALID_INPUT'
    ? decision.refusal.problems.map((problem) => problem.field)
    : [];
}

describe('submission', () => {
  it('records the application and claims its evidence', () => {
    const recorded = recordedBy(submit({ evidence: [statedInvoice(' No. ２535 2000,0000-1234 5678 ')] }));
    expect(recorded).toEqual({
      [`claim-${CLAIM}`]: [
        {
          type: 'ClaimSubmitted',
          data: {
            claim: CLAIM,
            uscc: USCC,
            enterpriseName: enterprise.name,
            measure: RENTAL,
            year: 2025,
            division: COUNTY,
            policyVersion: catalogue.measure(RENTAL)?.policy.version,
            occurredOn: '2025-12-31',
            subject: null,
            facts: { serviceFee: '1200000.00' },
            requestedAmount: '360000.00',
            evidence: [invoice('25352000000012345678')],
          },
        },
      ],
      'evidence-invoice-25352000000012345678': [
        {
          type: 'EvidenceClaimed',
          data: {
            claim: CLAIM,
            measure: RENTAL,
            uscc: USCC,
            matter: { year: 2025, subject: null, overlaps: false },
            parties: null,
          },
        },
      ],
    });
  });

  it('puts actor, command and day beside the facts, and no roles', () => {
    const decision = submit({});
    const [first] = decision.ok ? decision.streams : [];
    expect(first?.events[0]).toMatchObject({
      occurredOn: '2026-03-02',
      meta: {
        actor: { userId: 'clerk', username: 'clerk', displayName: '经办人clerk', division: COUNTY, department: null },
        commandId: 'by-clerk',
      },
    });
    expect(JSON.stringify(first)).not.toContain('roles');
  });

  it('takes the division of the day on which the matter occurred', () => {
    const moved = evolveEnterprise(
      enterprise,
      event(command(clerk), 'EnterpriseMoved', { uscc: USCC, from: COUNTY, division: '350583', on: '2025-07-01' }),
    );
    const cityClerk = official('city-clerk', 'clerk', CITY);
    const divisions = ['2025-06-30', '2025-07-01'].map((occurredOn) => {
      const decision = decideSubmission({
        ...given,
        enterprise: moved,
        command: { ...submission, ...command(cityClerk), occurredOn },
      });
      return recordedBy(decision)[`claim-${CLAIM}`]?.[0]?.data;
    });
    expect(divisions).toMatchObject([{ division: COUNTY }, { division: '350583' }]);
  });

  it('takes nothing that happened after the enterprise left the city', () => {
    const left = evolveEnterprise(
      enterprise,
      event(command(clerk), 'EnterpriseMoved', { uscc: USCC, from: COUNTY, division: '350203', on: '2025-07-01' }),
    );
    const on = (occurredOn: string) =>
      decideSubmission({ ...given, enterprise: left, command: { ...submission, occurredOn } });
    expect(on('2025-06-30').ok).toBe(true);
    expect(refusalBy(on('2025-07-01'))).toEqual({ code: 'WRONG_JURISDICTION', field: 'uscc' });
  });

  it('leaves a subject out where the measure asks for none, and demands it where it does', () => {
    expect(recordedBy(submit({ subject: '智算项目' }))[`claim-${CLAIM}`]).toMatchObject([{ data: { subject: null } }]);
    expect(
      fieldsOf(submit({ measure: 'quanzhou-2024-7/3', facts: {}, subject: ' ', evidence: [CERTIFICATE] })),
    ).toEqual(['subject']);
  });

  it('knows a subject again however it is typed', () => {
    const scenario = { measure: 'quanzhou-2024-7/3', facts: {}, evidence: [CERTIFICATE] };
    const subjects = [' AI 质检 2号线', 'ＡＩ　质检 ２号线', 'AI\u200b  质检 2号线\u200f '].map((subject) => {
      return recordedBy(submit({ ...scenario, subject }))[`claim-${CLAIM}`]?.[0]?.data;
    });
    expect(subjects).toMatchObject(subjects.map(() => ({ subject: 'AI 质检 2号线' })));
    expect(fieldsOf(submit({ ...scenario, subject: ' \u200b ' }))).toEqual(['subject']);
  });

  it('rests on a hundred documents at most', () => {
    const invoices = (count: number) =>
      Array.from({ length: count }, (_, index) => statedInvoice(`25${String(index).padStart(18, '0')}`));
    expect(submit({ evidence: invoices(100) }).ok).toBe(true);
    expect(fieldsOf(submit({ evidence: invoices(101) }))).toEqual(['evidence']);
  });

  it('rests on every kind of document that the clause lists', () => {
    expect(fieldsOf(submit({ evidence: [] }))).toEqual(['evidence']);
    const missing = submit({ measure: 'quanzhou-2024-7/3', facts: {}, subject: '场景甲（升级版）', evidence: [] });
    expect(missing).toMatchObject({ refusal: { message: { zh: expect.stringContaining('证书') } } });
    const { facts, evidence } = { facts: { ...LEASE }, evidence: [statedInvoice('25352000000012345678')] };
    const leased = { measure: 'quanzhou-2024-7/5.2', subject: '抓取单元', facts, evidence };
    expect(submit(leased)).toMatchObject({ refusal: { message: { zh: expect.stringContaining('合同') } } });
    const contract = { kind: 'contract', number: 'HT-2025-1', invoice: null, party: null };
    expect(submit({ ...leased, evidence: [...evidence, contract] }).ok).toBe(true);
  });

  describe('of what was invoiced (以发票金额为准)', () => {
    const [first, second, third] = ['25352000000000000001', '25352000000000000002', '25352000000000000003'];
    const fee = (serviceFee: string) => ({ serviceFee });

    it('states at most the invoices’ total with tax, to the fen', () => {
      const evidence = [statedInvoice(first), statedInvoice(second, { amount: fen(1n), tax: fen(0n) })];
      expect(submit({ facts: fee('1272000.01'), evidence }).ok).toBe(true);
      expect(fieldsOf(submit({ facts: fee('1272000.02'), evidence }))).toEqual(['facts.serviceFee']);
    });

    it('is bound also where the fact is stated as a number', () => {
      const evidence = [statedInvoice(first)];
      expect(submit({ facts: { serviceFee: 1_272_000 }, evidence }).ok).toBe(true);
      expect(fieldsOf(submit({ facts: { serviceFee: 1_272_001 }, evidence }))).toEqual(['facts.serviceFee']);
    });

    it('has a number that says the year of its day', () => {
      const evidence = (number: string, issuedOn: string) => [statedInvoice(number, { issuedOn })];
      expect(fieldsOf(submit({ evidence: evidence('24352000000000000001', '2025-06-30') }))).toEqual([
        'evidence[0].number',
      ]);
      // Code and number of an older one, run together.
      expect(fieldsOf(submit({ evidence: evidence('35002230011494380438', '2025-06-30') }))).toEqual([
        'evidence[0].number',
      ]);
      expect(submit({ evidence: evidence('350022300114-94380438', '2025-06-30') }).ok).toBe(true);
    });

    it('takes red-letter invoices off, each naming its original', () => {
      const red = statedInvoice(second, { amount: fen(20_000_000n), tax: fen(1_200_000n), reverses: first });
      expect(submit({ facts: fee('1060000.00'), evidence: [statedInvoice(first), red] }).ok).toBe(true);
      expect(fieldsOf(submit({ facts: fee('1060000.01'), evidence: [statedInvoice(first), red] }))).toEqual([
        'facts.serviceFee',
      ]);
      expect(fieldsOf(submit({ evidence: [statedInvoice(third), red] }))).toEqual(['evidence[1].invoice.reverses']);
      // A second one takes back what is left and one fen more.
      const more = statedInvoice(third, { amount: fen(100_000_000n), tax: fen(6_000_001n), reverses: first });
      expect(fieldsOf(submit({ facts: fee('1.00'), evidence: [statedInvoice(first), red, more] }))).toEqual([
        'evidence[1].invoice.reverses',
        'evidence[2].invoice.reverses',
      ]);
    });

    it('is of the year in which the matter counts', () => {
      const lastYear = [statedInvoice('24352000000000000001', { issuedOn: '2024-12-31' })];
      expect(fieldsOf(submit({ evidence: lastYear }))).toEqual(['evidence[0].invoice.issuedOn']);
    });

    it('says of each invoice who sold, when, and for how much', () => {
      const bare = { kind: 'invoice', number: first, invoice: null, party: null };
      expect(fieldsOf(submit({ evidence: [bare] }))).toEqual(['evidence[0].invoice']);
      const wrong = { seller: ' ', sellerUscc: '91', issuedOn: '2026-03-03', amount: fen(0n), tax: fen(1n) };
      expect(fieldsOf(submit({ evidence: [statedInvoice('26352000000000000001', wrong)] }))).toEqual([
        'evidence[0].invoice.seller',
        'evidence[0].invoice.sellerUscc',
        'evidence[0].invoice.issuedOn',
        'evidence[0].invoice.amount',
        'evidence[0].invoice.tax',
      ]);
    });
  });

  it('names every wrong field at once', () => {
    const decision = submit({
      uscc: '91350582MA2XXXXX00',
      year: 20255,
      occurredOn: '2025-02-30',
      facts: { serviceFee: '-1', size: 3 },
      requestedAmount: fen(0n),
      evidence: [
        { kind: 'receipt', number: '1', invoice: null, party: null },
        statedInvoice(' '),
        statedInvoice('25352000000012345678'),
        statedInvoice('2535 2000 0000 1234 5678'),
      ],
    });
    expect(fieldsOf(decision).sort()).toEqual(
      [
        'uscc',
        'year',
        'occurredOn',
        'facts.size',
        'facts.serviceFee',
        'requestedAmount',
        'evidence[0].kind',
        'evidence[1].number',
        'evidence[2].number',
        'evidence[3].number',
      ].sort(),
    );
  });

  it('takes an amount of at most 10,000,000,000 yuan, which every table can hold', () => {
    expect(submit({ requestedAmount: fen(1_000_000_000_000n) }).ok).toBe(true);
    expect(fieldsOf(submit({ requestedAmount: fen(1_000_000_000_001n) }))).toEqual(['requestedAmount']);
  });

  it('counts in the year in which the matter occurred, and in no other', () => {
    const nextYear = { year: 2026, claim: '350500-2026-7K3M9QAB' };
    expect(fieldsOf(submit(nextYear))).toEqual(['year']);
    expect(fieldsOf(submit({ occurredOn: '2024-12-31' }))).toEqual(['year']);
    expect(submit({ ...nextYear, occurredOn: '2026-01-01' }).ok).toBe(true);
  });

  it('takes no matter that has not happened', () => {
    const thisYear = { year: 2026, claim: '350500-2026-7K3M9QAB' };
    expect(fieldsOf(submit({ ...thisYear, occurredOn: '2026-03-03' }))).toEqual(['occurredOn']);
    expect(submit({ ...thisYear, occurredOn: '2026-03-02' }).ok).toBe(true);
  });

  it.each(['registeredOn', 'includedOn'])('states no fact of a day that is yet to come: %s', (name) => {
    const stated = {
      measure: 'jinjiang-2025-6/4.2',
      claim: '350582-2026-7K3M9QAB',
      year: 2026,
      occurredOn: '2026-03-02',
      subject: '落户奖励',
    };
    const facts = { origin: 'spunOff', registeredOn: '2026-01-05', includedOn: '2026-03-02' };
    const wrongFacts = (day: string) =>
      fieldsOf(submit({ ...stated, facts: { ...facts, [name]: day } })).filter((field) => field.startsWith('facts.'));
    expect(wrongFacts('2026-03-02')).toEqual([]);
    expect(wrongFacts('2026-03-03')).toEqual([`facts.${name}`]);
  });

  it('takes no number of another city or year', () => {
    for (const claim of ['350600-2025-7K3M9QAB', '350500-2024-7K3M9QAB', '7K3M9QAB']) {
      expect(fieldsOf(submit({ claim }))).toEqual(['claim']);
    }
  });

  it('does not let the claimant state what the lead department proposes', () => {
    const contract = { kind: 'contract', number: 'HT-2025-1', invoice: null, party: null };
    const proposed = { measure: 'quanzhou-2024-7/9', subject: '技术攻关', evidence: [contract] };
    expect(submit({ ...proposed, facts: {} })).toMatchObject({ ok: true });
    expect(fieldsOf(submit({ ...proposed, facts: { proposedAmount: '1.00' } }))).toEqual(['facts.proposedAmount']);
  });

  it.each([
    ['another city’s measure', { measure: 'xiamen-2023-10/3', facts: { serviceFee: '1.00' } }],
    ['a measure that does not exist', { measure: 'quanzhou-2024-7/99' }],
    ['a clause that pays nothing', { measure: 'zhangzhou-2024-2/5' }],
  ])('refuses %s', (_, change) => {
    expect(fieldsOf(submit(change))).toContain('measure');
  });

  it.each([
    ['DUPLICATE_CLAIM', 'claim', { ...given, claim: claimAfter(submitted()) }, {}],
    ['UNKNOWN_ENTERPRISE', 'uscc', { ...given, enterprise: null }, {}],
    ['WRONG_JURISDICTION', 'uscc', { ...given, enterprise: { ...enterprise, firstDivision: '350602' } }, {}],
    ['NOT_YOUR_OFFICE', null, given, command(official('elsewhere', 'clerk', '350583'))],
    ['NOT_YOUR_OFFICE', null, given, command(reviewer)],
  ])('refuses with %s', (code, field, state, change) => {
    const decision = decideSubmission({ ...state, command: { ...submission, ...change } });
    expect(refusalBy(decision)).toEqual({ code, field });
  });

  it('takes a matter outside the policy’s dates: the determination answers it', () => {
    expect(submit({ year: 2024, claim: '350500-2024-7K3M9QAB', occurredOn: '2024-01-01' }).ok).toBe(true);
  });
});
