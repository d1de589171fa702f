import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { claimId, parseClaimId } from './claim-id.js';

describe('claim id', () => {
  it('names division and year', () => {
    expect(parseClaimId('350500-2025-7K3M9QAB')).toEqual({ division: '350500', year: 2025 });
  });

  it.each(['350500-2025-7K3M9QA', '350500-2025-7K3M9QAI', '35050-2025-7K3M9QAB', '350500-2025-7k3m9qab', ''])(
    'is not %j',
    (text) => {
      expect(parseClaimId(text)).toBeNull();
    },
  );

  it('can be read back, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 8, maxLength: 8 }),
        fc.integer({ min: 2000, max: 2100 }),
        (bytes, year) => {
          expect(parseClaimId(claimId('350582', year, bytes))).toEqual({ division: '350582', year });
        },
      ),
    );
  });

  it('is not made of too few bytes', () => {
    expect(() => claimId('350582', 2025, new Uint8Array(7))).toThrow(RangeError);
  });
});
