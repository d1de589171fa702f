import { describe, expect, it } from '@jest/globals';
import { upcast, type Upcasters } from './upcasters.js';

const upcasters: Upcasters = {
  GrantDetermined: {
    1: (data) => ({ ...data, basis: 'quanzhou-2024-7/2' }),
    2: ({ amount, ...data }) => ({ ...data, amountFen: String(Number(amount) * 100) }),
  },
};

describe('upcast', () => {
  it('goes from the version that was recorded to the newest', () => {
    expect(upcast(upcasters, 'GrantDetermined', 1, { amount: 5 })).toEqual({
      schemaVersion: 3,
      data: { basis: 'quanzhou-2024-7/2', amountFen: '500' },
    });
    expect(upcast(upcasters, 'GrantDetermined', 2, { amount: 5 })).toEqual({
      schemaVersion: 3,
      data: { amountFen: '500' },
    });
  });

  it('leaves the newest version and other types as they are', () => {
    expect(upcast(upcasters, 'GrantDetermined', 3, { amountFen: '5' })).toEqual({
      schemaVersion: 3,
      data: { amountFen: '5' },
    });
    expect(upcast(upcasters, 'ClaimSubmitted', 1, { n: 1 })).toEqual({ schemaVersion: 1, data: { n: 1 } });
  });
});
