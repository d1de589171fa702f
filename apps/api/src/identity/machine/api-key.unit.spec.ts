import { describe, expect, it } from '@jest/globals';
import { apiKeyHash, isApiKey, isSameHash, newApiKey, parseApiKey } from './api-key.js';

const ACCOUNT = { tenant: '350500', machine: '0f3c1d2e-4b5a-4c6d-8e7f-a1b2c3d4e5f6' };

describe('an API key', () => {
  it('begins with what scanners look for, and says whose it is', () => {
    const key = newApiKey(ACCOUNT);

    expect(key).toMatch(/^dxk_350500_0f3c1d2e4b5a4c6d8e7fa1b2c3d4e5f6_[\da-f]{72}$/);
    expect(isApiKey(key)).toBe(true);
    expect(parseApiKey(key)).toEqual(ACCOUNT);
  });

  it('is another one each time', () => {
    expect(newApiKey(ACCOUNT)).not.toBe(newApiKey(ACCOUNT));
  });

  it('is none with any one character changed, or cut short, or longer', () => {
    const key = newApiKey(ACCOUNT);
    for (let at = 0; at < key.length; at += 1) {
      const other = key[at] === '1' ? '2' : '1';
      expect(parseApiKey(key.slice(0, at) + other + key.slice(at + 1))).toBeNull();
    }
    expect(parseApiKey(key.slice(0, -1))).toBeNull();
    expect(parseApiKey(`${key}0`)).toBeNull();
    expect(parseApiKey(`${key}\n`)).toBeNull();
  });

  it('is compared by its hash, of which a part is not enough', () => {
    const [hash, other] = [apiKeyHash(newApiKey(ACCOUNT)), apiKeyHash(newApiKey(ACCOUNT))];

    expect(isSameHash(hash, hash)).toBe(true);
    expect(isSameHash(hash, other)).toBe(false);
    expect(isSameHash(hash, hash.slice(0, 2))).toBe(false);
    expect(isSameHash(hash, '')).toBe(false);
  });
});
