import { describe, expect, it } from '@jest/globals';
import { CLAIM_ACTIONS, stepOf } from '@duixian/casework';
import { forbidden } from '../graphql/errors.js';
import { permissions } from './permission.js';

const HAN = /\p{Script=Han}/u;

describe('a refusal for lack of a permission', () => {
  it.each(permissions)('names %s in words, in both languages', (permission) => {
    const { zh, en } = forbidden(permission).extensions.says as { readonly zh: string; readonly en: string };

    for (const says of [zh, en]) expect(says).not.toContain(permission);
    expect(/“(.+)”/.exec(zh)?.[1]).toMatch(HAN);
    expect(/“(.+)”/.exec(en)?.[1]).toMatch(/^[a-z’ ,]+$/);
  });

  it('names no step in place of another that needs the same', () => {
    for (const permission of permissions) {
      const steps = CLAIM_ACTIONS.map(stepOf).filter((step) => step.permission === permission);
      if (steps.length < 2) continue;
      const { zh } = forbidden(permission).extensions.says as { readonly zh: string };
      expect(steps.map(({ name }) => `“${name.zh}”`).filter((name) => zh.includes(name))).toEqual([]);
    }
  });

  it('says of a step on a claim that it is one', () => {
    expect(forbidden('claim.return').extensions.says).toMatchObject({
      zh: expect.stringContaining('“退回补正”'),
      en: expect.stringContaining('“return”, a step on a claim'),
    });
  });
});
