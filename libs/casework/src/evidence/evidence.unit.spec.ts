import { describe, expect, it } from '@jest/globals';
import { event } from '../common/decision.js';
import { catalogue, clerk, command, COUNTY_RENTAL, RENTAL, uscc, USCC } from '../spec/fixtures.spec.js';
import { parseEvidenceNumber } from './evidence-ref.js';
import { parseInvoiceNumber } from './parse-invoice-number.js';
import { contestantsOf, evolveEvidence, initialEvidence, type EvidenceEvent, type EvidenceHolder } from './evidence.js';

const OTHER_FIRM = uscc('91350582MA2YYYYY0');
const CLOUD = 'quanzhou-2024-7/6';
const COUNTY_CLOUD = 'jinjiang-2025-6/2.2';

const claimed = (claim: string, measure = RENTAL, firm = USCC): EvidenceEvent =>
  event(command(clerk), 'EvidenceClaimed', { claim, measure, uscc: firm });
const freed = (claim: string): EvidenceEvent => event(command(clerk), 'EvidenceFreed', { claim });

function contract(text: string): string | null {
  const number = parseEvidenceNumber('contract', text);
  return number.ok ? number.value : null;
}

function contested(holder: EvidenceHolder, ...events: EvidenceEvent[]): string[] {
  const evidence = events.reduce(evolveEvidence, initialEvidence({ kind: 'invoice', number: 'A1' }));
  return contestantsOf(evidence, holder, catalogue);
}

describe('evidence', () => {
  const first = { claim: 'first', measure: RENTAL, uscc: USCC };

  it('of one claim is contested by nobody', () => {
    expect(contested(first, claimed('first'))).toEqual([]);
  });

  it('of two claims is contested on both sides, until one gives way', () => {
    const both = [claimed('first'), claimed('second')];
    expect(contested(first, ...both)).toEqual(['second']);
    expect(contested({ ...first, claim: 'second' }, ...both)).toEqual(['first']);
    expect(contested(first, ...both, freed('second'))).toEqual([]);
  });

  it('claimed again after a return counts once', () => {
    expect(contested({ ...first, claim: 'second' }, claimed('first'), freed('first'), claimed('first'))).toEqual([
      'first',
    ]);
  });

  it.each([
    ['city and county shares', RENTAL, COUNTY_RENTAL],
    ['an overlap group', CLOUD, COUNTY_CLOUD],
    ['a match of city and county', 'quanzhou-2024-7/1', 'jinjiang-2025-6/1.1'],
  ])('may be shared within %s, by one enterprise', (_, city, county) => {
    const holder = { claim: 'first', measure: city, uscc: USCC };
    expect(contested(holder, claimed('first', city), claimed('second', county))).toEqual([]);
    expect(contested(holder, claimed('first', city), claimed('second', county, OTHER_FIRM))).toEqual(['second']);
  });

  it('may not be shared between two claims of one measure, nor across measures', () => {
    const holder = { claim: 'first', measure: CLOUD, uscc: USCC };
    expect(contested(holder, claimed('first', CLOUD), claimed('second', CLOUD))).toEqual(['second']);
    expect(contested(holder, claimed('first', CLOUD), claimed('second', RENTAL))).toEqual(['second']);
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
    expect(parseEvidenceNumber('contract', '1'.repeat(65)).ok).toBe(false);
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
