import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '@duixian/casework';
import { readCatalogue } from '@duixian/policy-files';
import { Offices } from './offices.js';

const measure = readCatalogue().measure('quanzhou-2024-7/2');
if (measure === undefined) throw new Error('The catalogue lacks quanzhou-2024-7/2.');
const inCounty = { division: '350582', measure };
const elsewhere = { division: '350521', measure };

function official(username: string, division: string, role: Role, department: string | null = null): Actor {
  return { userId: username, username, displayName: username, division, department, roles: [role] };
}

const officials = [
  official('city-1', '350500', 'clerk'),
  official('city-2', '350500', 'clerk'),
  official('county-1', '350582', 'clerk'),
  official('county-2', '350582', 'clerk'),
  official('data', '350500', 'reviewer', '市数据管理局'),
  official('industry', '350500', 'reviewer', '市工信局'),
  official('treasury', '350582', 'treasury'),
];
const offices = new Offices(officials);

describe('an office', () => {
  it('is the county window before the city window', () => {
    expect(offices.forClaim('clerk', inCounty, null, 0)?.username).toBe('county-1');
    expect(offices.forClaim('clerk', elsewhere, null, 0)?.username).toBe('city-1');
  });

  it('sends somebody else for the next step', () => {
    const first = offices.forClaim('clerk', inCounty, null, 0);
    expect(offices.forClaim('clerk', inCounty, first, 0)?.username).toBe('county-2');
  });

  it('is the lead department, and the treasury of the payer', () => {
    expect(offices.forClaim('reviewer', inCounty, null, 7)?.username).toBe('data');
    expect(offices.forTreasury('350582', null, 3)?.username).toBe('treasury');
  });

  it('sends the same person again when there is no other, and nobody when it is empty', () => {
    const alone = officials.find(({ username }) => username === 'data') ?? null;
    expect(offices.forClaim('reviewer', inCounty, alone, 0)?.username).toBe('data');
    expect(offices.forClaim('finance', inCounty, null, 0)).toBeNull();
    expect(offices.forTreasury('350583', null, 0)).toBeNull();
  });
});
