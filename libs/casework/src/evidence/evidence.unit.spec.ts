import { describe, expect, it } from '@jest/globals';
import { event } from '../common/decision.js';
import { catalogue, clerk, command, COUNTY_RENTAL, RENTAL, uscc, USCC } from '../spec/fixtures.spec.js';
import { normaliseEvidenceNumber } from './evidence-ref.js';
import { contestantsOf, evolveEvidence, initialEvidence, type EvidenceEvent, type EvidenceHolder } from './evidence.js';

const OTHER_FIRM = uscc('91350582MA2YYYYY0');
const CLOUD = 'quanzhou-2024-7/6';
const COUNTY_CLOUD = 'jinjiang-2025-6/2.2';

const claimed = (claim: string, measure = RENTAL, firm = USCC): EvidenceEvent =>
  event(command(clerk), 'EvidenceClaimed', { claim, measure, uscc: firm });
const freed = (claim: string): EvidenceEvent => event(command(clerk), 'EvidenceFreed', { claim });

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
    expect([' ab-12 ', 'ＡＢ－１２', 'AB -12'].map(normaliseEvidenceNumber)).toEqual(['AB-12', 'AB-12', 'AB-12']);
  });

  it('is not another document for a character that nobody sees', () => {
    const typed = ['AB\u200b-12', '\ufeffAB-12', 'AB\u00ad-12', 'AB-\u202e12', 'AB-1\u00072'];
    expect(typed.map(normaliseEvidenceNumber)).toEqual(typed.map(() => 'AB-12'));
  });
});
