import { describe, expect, it } from '@jest/globals';
import { hashPassword, verifyPassword } from './password.js';

/** Cheap, so that the spec is quick; the parameters stand in the hash. */
const CHEAP = { n: 1024, r: 8, p: 1 };

describe('passwords', () => {
  it('are known again, and no others', async () => {
    const stored = await hashPassword('正确的密码 horse', CHEAP);

    expect(await verifyPassword('正确的密码 horse', stored)).toBe(true);
    expect(await verifyPassword('正确的密码 horsE', stored)).toBe(false);
  });

  it('are salted: the same one gives another hash', async () => {
    expect(await hashPassword('same', CHEAP)).not.toBe(await hashPassword('same', CHEAP));
  });

  it('are checked by the parameters they were hashed with', async () => {
    const stored = await hashPassword('kept', { n: 2048, r: 4, p: 2 });

    expect(stored.split('$').slice(0, 4)).toEqual(['scrypt', '2048', '4', '2']);
    expect(await verifyPassword('kept', stored)).toBe(true);
  });

  it('are the same in whatever form a keyboard composes them', async () => {
    const stored = await hashPassword('caf\u00e9', CHEAP);

    expect(await verifyPassword('cafe\u0301', stored)).toBe(true);
  });

  it('are not compared with something that is no hash', async () => {
    await expect(verifyPassword('any', 'plain text')).rejects.toThrow('set a new password');
  });
});
