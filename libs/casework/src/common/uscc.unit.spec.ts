import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseLicensedUscc, parseNewUscc, parseRecordedUscc, parseUscc, usccCheckCharacter } from './uscc.js';
import { usccKind } from './uscc-kind.js';

const DIGITS = Array.from('0123456789');
const ALPHABET = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');

describe('unified social credit code', () => {
  // GB 32100-2015, annex: the weighted sum is 1640, 1640 mod 31 = 28, 31 − 28 = 3.
  it('gives the check character of the standard’s own example', () => {
    expect(usccCheckCharacter('91350100M000100Y4')).toBe('3');
  });

  it('takes a right code however it is typed', () => {
    expect(parseUscc('91350100M000100Y43')).toEqual({ ok: true, uscc: '91350100M000100Y43' });
    expect(parseUscc('  91350100m000100y43 ')).toEqual({ ok: true, uscc: '91350100M000100Y43' });
  });

  it.each([
    ['91350100M000100Y4', '17'],
    ['', '0'],
    ['91350100M000100Y44', 'check character'],
    ['91350100M000100Y4Z', 'I, O, S, V, Z'],
    ['91350100M000100YO3', 'I, O, S, V, Z'],
    ['9135O100M000100Y43', 'digits'],
  ])('says what is wrong with %j', (text, hint) => {
    const parsed = parseUscc(text);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? '' : parsed.problem.en).toContain(hint);
  });

  // The standard's own example, with another check character than its 3.
  it('whose check character does not fit is read where it is on record, and where its licence is stated', () => {
    const code = '91350100M000100Y44';
    expect(parseUscc(code)).toMatchObject({ ok: false, problem: { zh: expect.stringContaining('校验码应为3') } });
    expect(parseRecordedUscc(' 91350100m000100y44')).toEqual({ ok: true, uscc: code });
    expect(parseLicensedUscc(code)).toEqual({ ok: true, uscc: code });
    expect(parseLicensedUscc('91350100M000100Y43')).toMatchObject({
      ok: false,
      problem: { zh: expect.stringContaining('直接登记'), en: expect.stringContaining('register it as it is') },
    });
    for (const text of ['91350100M000100Y4Z', '91350100M000100YO3', '9135010OM000100Y43']) {
      expect([text, parseRecordedUscc(text).ok, parseLicensedUscc(text).ok]).toEqual([text, false, false]);
    }
    expect(parseLicensedUscc('00350100M000100Y44').ok).toBe(false);
    expect(parseLicensedUscc('11010519491231002X').ok).toBe(false);
  });

  describe('that is entered anew', () => {
    const withCheck = (body: string) => `${body}${usccCheckCharacter(body) ?? ''}`;

    it.each(['91', '92', '93', '11', '12', '51', '81', 'N2', 'Y1'])('may begin with %s', (places) => {
      const code = withCheck(`${places}350582MA2XXXXX0`);
      expect(parseNewUscc(code)).toEqual({ ok: true, uscc: code });
    });

    it.each(['00', 'HH', 'A1', '94', '10', '99'])('does not begin with %s, though it was taken once', (places) => {
      const code = withCheck(`${places}350582MA2XXXXX0`);
      const problem = { zh: expect.stringContaining(places), en: expect.stringContaining(places) };
      expect(parseNewUscc(code)).toMatchObject({ ok: false, problem });
      expect(parseUscc(code).ok).toBe(true);
    });

    // GB 11643-1999, annex: the first number is the standard's own example.
    it('is no resident’s identity number, which is named as one', () => {
      const problem = { zh: expect.stringContaining('居民身份证'), en: expect.stringContaining('identity number') };
      expect(parseNewUscc('11010519491231002X')).toMatchObject({ ok: false, problem });
      expect(parseNewUscc('11010519491231002x')).toMatchObject({ ok: false, problem });
      // Its last place fits both standards: as that of a code of an arbitration commission (35) too.
      expect(parseNewUscc('350599180001010818')).toMatchObject({ ok: false, problem });
      // Another check digit, and a day that is none: nothing says that it is a person's.
      for (const text of ['110105194912310021', '11010519491331002X']) {
        expect(parseNewUscc(text)).not.toMatchObject({ problem });
      }
    });

    it('says what it is of', () => {
      expect(['91', '92', '11', '51', '00'].map((places) => usccKind(places)?.zh)).toEqual([
        '企业',
        '个体工商户',
        '机关',
        '社会团体',
        undefined,
      ]);
    });
  });

  it('notices every single mistyped character and every swap of neighbours', () => {
    const character = fc.constantFrom(...ALPHABET);
    const digit = fc.constantFrom(...DIGITS);
    const bodies = fc
      .tuple(
        fc.array(character, { minLength: 2, maxLength: 2 }),
        fc.array(digit, { minLength: 6, maxLength: 6 }),
        fc.array(character, { minLength: 9, maxLength: 9 }),
      )
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(bodies, fc.nat({ max: 16 }), character, (body, place, other) => {
        const code = `${body}${usccCheckCharacter(body) ?? ''}`;
        const mistyped = `${code.slice(0, place)}${other}${code.slice(place + 1)}`;
        const swapped = `${code.slice(0, place)}${code.charAt(place + 1)}${code.charAt(place)}${code.slice(place + 2)}`;
        expect(parseUscc(code).ok).toBe(true);
        expect(parseUscc(mistyped).ok).toBe(mistyped === code);
        expect(parseUscc(swapped).ok).toBe(swapped === code);
      }),
    );
  });
});
