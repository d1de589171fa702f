import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../claim/facts.js';
import { event, eventAt } from '../common/decision.js';
import type { Uscc } from '../common/uscc.js';
import { catalogue, clerk, command, COUNTY_RENTAL, RENTAL, uscc, USCC } from '../spec/fixtures.spec.js';
import { EVIDENCE_KINDS, parseEvidenceNumbers, sameEvidence, type EvidenceRef } from './evidence-ref.js';
import { parseInvoiceNumber } from './parse-invoice-number.js';
import {
  contestantsOf,
  evolveEvidence,
  initialEvidence,
  matterOf,
  type EvidenceEvent,
  type EvidenceHolder,
} from './evidence.js';

const OTHER_FIRM = uscc('91350582MA2YYYYY0');
const CLOUD = 'quanzhou-2024-7/6';
const COUNTY_CLOUD = 'jinjiang-2025-6/2.2';
const SCENARIO = 'quanzhou-2024-7/3';
const COUNTY_SCENARIO = 'jinjiang-2025-6/2.4.scenario';
const CENTRE = 'quanzhou-2024-7/1';
const COUNTY_CENTRE = 'jinjiang-2025-6/1.1';

interface Asked {
  readonly measure?: string;
  readonly uscc?: Uscc;
  readonly year?: number;
  readonly subject?: string | null;
  readonly facts?: Facts;
}

function holder(
  claim: string,
  { measure = RENTAL, uscc: firm = USCC, year = 2025, subject = null, facts = {} }: Asked = {},
) {
  const matter = matterOf({ measure, year, subject, facts }, catalogue);
  return { claim, measure, uscc: firm, matter, parties: null, answered: [] };
}
const claimed = (claim: string, asked?: Asked): EvidenceEvent =>
  eventAt(2, command(clerk), 'EvidenceClaimed', claimedBy(holder(claim, asked)));
const freed = (claim: string): EvidenceEvent => event(command(clerk), 'EvidenceFreed', { claim });

/** The same whichever of the two is looked at. */
function share(a: Asked, b: Asked): boolean {
  const both = [claimed('a', a), claimed('b', b)];
  const [ofA, ofB] = [contested(holder('a', a), ...both), contested(holder('b', b), ...both)];
  expect([ofA.length, ofB.length]).toEqual([ofB.length, ofA.length]);
  return ofA.length === 0;
}

function claimedBy({ uscc: firm, answered: _answered, ...rest }: EvidenceHolder) {
  return { ...rest, uscc: firm as Uscc };
}

function contract(text: string): string | null {
  const numbers = parseEvidenceNumbers('contract', text);
  return numbers.ok ? numbers.value.join() : null;
}

function contested(holder: EvidenceHolder, ...events: EvidenceEvent[]): string[] {
  const evidence = events.reduce(evolveEvidence, initialEvidence({ kind: 'invoice', number: 'A1' }));
  return contestantsOf(evidence, holder, catalogue);
}

describe('a contract', () => {
  const numbered = { kind: 'contract', number: '2025-001' } as const;
  const [own, others] = ['晋江青石智算科技有限公司', '南安白石机械有限公司'];

  /** Whom the first of two firms' claims meets on the paper, and whom the second. */
  function contestants(a: [string, string] | null, b: [string, string] | null, paper: EvidenceRef = numbered) {
    const held = (claim: string, firm: Uscc, sides: [string, string] | null): EvidenceHolder => ({
      ...holder(claim, { uscc: firm }),
      parties: sides === null ? null : { claimant: sides[0], other: sides[1], further: [] },
    });
    const both = [held('a', USCC, a), held('b', OTHER_FIRM, b)];
    const events = both.map((each) => eventAt(2, command(clerk), 'EvidenceClaimed', claimedBy(each)));
    const evidence = events.reduce(evolveEvidence, initialEvidence(paper));
    return both.map((each) => contestantsOf(evidence, each, catalogue).length);
  }

  it('of one number is two with different parties, and one with the same, however it is written', () => {
    expect(contestants([own, '福州云岭云计算有限公司'], [others, '厦门鹭云科技有限公司'])).toEqual([0, 0]);
    expect(contestants([own, '福州云岭云计算有限公司'], [others, '福州云岭云计算股份有限公司'])).toEqual([1, 1]);
    expect(contestants([own, '福州（云岭）云计算'], [others, '福州(云岭) 云计算'])).toEqual([1, 1]);
  });

  it('that both of its sides claim is one', () => {
    expect(contestants([own, others], [others, own])).toEqual([1, 1]);
  });

  it('without its party may be anybody’s, and an official number is one paper whoever is bound by it', () => {
    expect(contestants([own, '福州云岭云计算有限公司'], null)).toEqual([1, 1]);
    const official = { kind: 'contract', number: '闽科合〔2025〕12号' } as const;
    expect(contestants([own, '福州云岭云计算有限公司'], [others, '厦门鹭云科技有限公司'], official)).toEqual([1, 1]);
  });
});

describe('evidence', () => {
  const first = holder('first');
  const other = { uscc: OTHER_FIRM };

  it('of one claim is contested by nobody', () => {
    expect(contested(first, claimed('first'))).toEqual([]);
  });

  it('of two claims is contested on both sides, until one gives way', () => {
    const both = [claimed('first'), claimed('second', other)];
    expect(contested(first, ...both)).toEqual(['second']);
    expect(contested(holder('second', other), ...both)).toEqual(['first']);
    expect(contested(first, ...both, freed('second'))).toEqual([]);
  });

  it('remembers who gave way beside whom, and who holds up nobody any more', () => {
    const answer = event(command(clerk), 'EvidenceAnswered', { claim: 'second', claims: ['first'] });
    const events = [claimed('first'), claimed('second', other), freed('second'), claimed('second', other), answer];
    const evidence = events.reduce(evolveEvidence, initialEvidence({ kind: 'invoice', number: 'A1' }));
    expect(evidence.former).toEqual([{ claim: 'second', uscc: OTHER_FIRM, clerk: clerk.userId, beside: ['first'] }]);
    expect(evidence.holders).toMatchObject([
      { claim: 'first', answered: [] },
      { claim: 'second', answered: ['first'] },
    ]);
    // Stated anew it holds up again, until it is accepted again.
    expect(evolveEvidence(evidence, claimed('second', other)).holders).toMatchObject([
      { claim: 'first' },
      { claim: 'second', answered: [] },
    ]);
  });

  it('claimed again after a return counts once', () => {
    expect(contested(holder('second', other), claimed('first'), freed('first'), claimed('first'))).toEqual(['first']);
  });

  it.each([
    ['city and county shares', RENTAL, COUNTY_RENTAL, {}],
    ['an overlap group', CLOUD, COUNTY_CLOUD, {}],
    ['an overlap group of subjects', SCENARIO, COUNTY_SCENARIO, { subject: '智能质检', facts: { level: 'quanzhou' } }],
    ['a match of city and county', CENTRE, COUNTY_CENTRE, { subject: '算力中心' }],
  ])('may be shared within %s, by one enterprise', (_, city, county, matter) => {
    expect(share({ measure: city, ...matter }, { measure: county, ...matter })).toBe(true);
    expect(share({ measure: city, ...matter }, { measure: county, ...matter, uscc: OTHER_FIRM })).toBe(false);
  });

  it.each([
    ['of other subjects in an overlap group', SCENARIO, COUNTY_SCENARIO, { subject: '甲' }, { subject: '乙' }],
    ['of other years in an overlap group', CLOUD, COUNTY_CLOUD, { year: 2025 }, { year: 2026 }],
    ['of other years in city and county shares', RENTAL, COUNTY_RENTAL, { year: 2025 }, { year: 2026 }],
    ['of other subjects in a match', CENTRE, COUNTY_CENTRE, { subject: '甲' }, { subject: '乙' }],
  ])('may not be shared by matters %s, of which nothing is taken off', (_, city, county, one, two) => {
    const facts = { level: 'quanzhou' };
    expect(share({ measure: city, facts, ...one }, { measure: county, facts, ...two })).toBe(false);
  });

  it('may be shared where the subject is the same, however it is spelled', () => {
    const facts = { level: 'quanzhou' };
    const city = { measure: SCENARIO, facts, subject: '“AI质检”场景' };
    expect(share(city, { measure: COUNTY_SCENARIO, facts, subject: 'ai 质检项目' })).toBe(true);
  });

  it('may not be shared with a claim that its facts keep out of the overlap group', () => {
    const city = { measure: SCENARIO, subject: '智能质检' };
    expect(share(city, { measure: COUNTY_SCENARIO, subject: '智能质检', facts: { level: 'provincial' } })).toBe(false);
  });

  it('may be shared by claims of one year that are reckoned by the year, for the earlier grant is taken off', () => {
    expect(share({ measure: RENTAL }, { measure: RENTAL })).toBe(true);
    expect(share({ measure: RENTAL }, { measure: RENTAL, year: 2026 })).toBe(false);
    expect(share({ measure: RENTAL }, { measure: RENTAL, uscc: OTHER_FIRM })).toBe(false);
  });

  it('may not be shared by two claims of one measure that pays by the subject, nor across measures', () => {
    const scenario = { measure: SCENARIO, subject: '智能质检' };
    expect(share(scenario, scenario)).toBe(false);
    expect(share({ measure: CLOUD }, { measure: RENTAL })).toBe(false);
  });

  it('may not be shared with a claim of which nobody knows what it asks for', () => {
    const unknown = { ...holder('second', { measure: COUNTY_RENTAL }), matter: null };
    expect(contested(first, eventAt(2, command(clerk), 'EvidenceClaimed', unknown))).toEqual(['second']);
  });

  it('has one number, however it is typed', () => {
    expect([' ab-12 ', 'ＡＢ－１２', 'AB -12'].map(contract)).toEqual(['AB-12', 'AB-12', 'AB-12']);
  });

  it('is not another document for a character that nobody sees', () => {
    const typed = ['AB\u200b-12', '\ufeffAB-12', 'AB\u00ad-12', 'AB-\u202e12', 'AB-1\u00072'];
    expect(typed.map(contract)).toEqual(typed.map(() => 'AB-12'));
  });

  it('has a number that a document can have', () => {
    expect(['无', '/', '—', ''].map(contract)).toEqual([null, null, null, null]);
    expect([64, 65].map((length) => contract('12'.repeat(33).slice(0, length))?.length)).toEqual([64, undefined]);
  });
});

describe('the number of a contract or certificate', () => {
  const certificate = (text: string) => parseEvidenceNumbers('certificate', text);

  it.each([
    '泉证字〔2026〕第9077号',
    '泉证字[2026]第9077号',
    '泉证字（2026）第9077号',
    '泉证字【2026】第9077号',
    '泉证字〔2026〕第9077',
    '泉证字〔2026〕9077号',
    '泉证字2026第9077号',
    '泉证字〔2026〕第09077号',
    '证书编号：泉证字 2026 年第 9077 号',
    '泉证字〔26〕9077号',
    '泉证字〔二〇二六〕9077号',
    '泉证字（二○二六）第9077号',
    '泉证字〔2026〕第九〇七七号',
    '泉证字二零二六年第9077号',
    '泉证字2026-9077',
    '泉证字第2026-09077号',
    '泉证字第〔2026〕9077号',
    '泉证字〔2026〕-9077号',
    '泉證字〔2026〕9077號',
    '泉证字<2026>9077号',
    '泉证字〔2026〕9077号。',
    '泉证字〔2026〕9077号,',
    '泉证字〔2026〕9077号/',
    '泉证字〔2026〕9077-号',
    '泉证字〔2026〕No.9077',
    '泉证字-2026-9077',
    '“泉证字〔2026〕9077号”',
    '《泉证字〔2026〕9077号》',
    '*泉证字〔2026〕9077号*',
    '泉证字〔2026〕9077号（复印件）',
    '泉证字〔2026〕9077号(副本)。',
    '证书号：“泉证字〔2026〕9077号”',
    '文号：泉证字〔2026〕9077号',
  ])('of %s is one certificate', (text) => {
    expect(certificate(text)).toEqual({ ok: true, value: ['泉证字〔2026〕9077号'] });
  });

  it.each([
    'HT-2026-9',
    'HT–2026–9',
    'HT—2026—9',
    'HT―2026――9',
    'HT‐2026‐9',
    'HT−2026−9',
    '\u041dT-2026-9',
    'HT\ufe0f-2026-9',
    '合同编号:ht-2026-9',
    '№HT-2026-9',
    'HT_2026_9',
    'HT/2026/9',
    'HT.2026.9',
    'HT·2026·9',
    'HT-2026-9.',
    'HT-2026-9号',
    '合同HT-2026-9',
    '合同号：HT-2026-9',
    '“HT-2026-9”',
  ])('of %s is one contract', (text) => expect(contract(text)).toBe('HT-2026-9'));

  it('tells numbers apart that are two', () => {
    const numbers = [
      '榕训证2026-0088317',
      '榕训证2026-88317',
      'HT-2026-09',
      'HT-2026-9',
      '泉证〔2026〕9号',
      '888',
      '泉证字2026-9-1',
      '泉证字(2026)9号-1',
      'HT-2026-9(补充)',
    ];
    expect(new Set(numbers.map(contract))).toEqual(new Set(numbers));
  });

  it.each(['000', '111111', '待补1', '详见附件2', '9'.repeat(20)])('is not %s', (text) => {
    expect(certificate(text).ok).toBe(false);
  });

  it.each([
    ['2.5352E+19', '文本', 'text'],
    ['25352000000922000001', '发票', 'invoice'],
    ['泉证字〔2026〕9077号、9078号', '单独', 'one number each'],
    ['泉证字〔2026〕9077号；待补', '待补', '待补'],
    ['泉证字〔2026〕9077号,9078号', '分开填写', 'one by one'],
    ['泉证字〔2026〕9077号#1', '到“号”为止', 'ends with 号'],
    ['泉证字〔2026〕九〇七七号认定', '认定', '认定'],
  ])('is not %s, and the way out is said', (text, zh, en) => {
    const problem = { zh: expect.stringContaining(zh), en: expect.stringContaining(en) };
    expect(certificate(text)).toMatchObject({ ok: false, problem });
  });
});

describe('one field that names several papers', () => {
  it.each(['；', ';', '、', '\n', ' ；\n', '\r\n'])('with %j between them is read as several', (between) => {
    const [one, other] = ['泉证字〔2026〕9077号', '泉证字〔2026〕9078号'];
    expect(parseEvidenceNumbers('certificate', `${one}${between}${other}`)).toEqual({ ok: true, value: [one, other] });
    expect(parseEvidenceNumbers('contract', `HT-1${between}HT-2`)).toEqual({ ok: true, value: ['HT-1', 'HT-2'] });
    const invoices = `25352000000991000001${between}25352000000991000002`;
    const problem = { zh: expect.stringContaining('几个发票号码'), en: expect.stringContaining('Several invoices') };
    expect(parseEvidenceNumbers('invoice', invoices)).toMatchObject({ ok: false, problem });
  });
});

describe('what stands in place of a number', () => {
  it.each(['无', '0', '/', '—', '待补', '详见附件', '暂无', '00000000', '9'.repeat(20), '1111-1111'])(
    'as %s is named, and is the number of no paper',
    (text) => {
      for (const kind of EVIDENCE_KINDS) {
        const problem = { zh: expect.stringContaining(`“${text}”不是号码`), en: expect.stringContaining(`“${text}”`) };
        expect(parseEvidenceNumbers(kind, text)).toMatchObject({ ok: false, problem });
      }
    },
  );

  it.each(['2026年11月26日', '2026年1月', '180,000.00', '¥180,000', '180000元', '18万元'])(
    'as %s is a day or an amount',
    (text) => {
      for (const kind of EVIDENCE_KINDS) {
        const problem = {
          zh: expect.stringContaining('日期或金额'),
          en: expect.stringContaining('a day or an amount'),
        };
        expect(parseEvidenceNumbers(kind, text)).toMatchObject({ ok: false, problem });
      }
    },
  );

  it.each(['2.5352E+19', '2.02611E+17', '2.02611e17'])('as %s is an exponent, of whatever paper', (text) => {
    for (const kind of EVIDENCE_KINDS) {
      const problem = { zh: expect.stringContaining('科学计数法'), en: expect.stringContaining('exponent') };
      expect(parseEvidenceNumbers(kind, text)).toMatchObject({ ok: false, problem });
    }
  });
});

describe('one number as two kinds of paper', () => {
  it.each(['350022300114-12345678', '泉证字〔2026〕9077号'])('%s is one paper', (number) => {
    expect(sameEvidence({ kind: 'certificate', number }, { kind: 'contract', number })).toBe(true);
  });

  it('is two where anybody may number his papers so', () => {
    expect(sameEvidence({ kind: 'certificate', number: '2026-1' }, { kind: 'contract', number: '2026-1' })).toBe(false);
  });
});

describe('the number of an invoice', () => {
  it.each([
    '25352000000922000001',
    'No.25352000000922000001',
    '№25352000000922000001',
    '2535,2000,0009,2200,0001',
    "'25352000000922000001",
    '253520000009-22000001',
    '发票号码：25352000000922000001',
    '２５３５２０００００ 0922000001',
  ])('of %s is one and the same', (text) => {
    expect(parseInvoiceNumber(text)).toEqual({ ok: true, value: '25352000000922000001' });
  });

  it('of an older one needs its code, so that two firms’ 12345678 are two invoices', () => {
    expect(parseInvoiceNumber('12345678').ok).toBe(false);
    expect(parseInvoiceNumber('3500223001－12345678')).toEqual({ ok: true, value: '3500223001-12345678' });
    expect(parseInvoiceNumber('350022300114-12345678')).toEqual({ ok: true, value: '350022300114-12345678' });
    for (const sign of ['-', '–', '—', '‐', '.', '/']) {
      expect(parseInvoiceNumber(`350022300114${sign}12345678`)).toEqual({ ok: true, value: '350022300114-12345678' });
    }
    // Code and number run together could be taken for the 20 digits of another invoice.
    expect(parseInvoiceNumber('03502230011412345678').ok).toBe(false);
  });

  it.each([
    '无',
    'ABC 发票',
    '2.5352E+19',
    '25352000000922000001（20万元）',
    '25352000000991000001；25352000000991000002',
  ])('cannot be %s', (text) => expect(parseInvoiceNumber(text).ok).toBe(false));
});
