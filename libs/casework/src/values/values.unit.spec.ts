import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  parseAmount,
  parseCursorText,
  parseDay,
  parseDivision,
  parseJson,
  parseLine,
  parseLoginName,
  parseName,
  parseParagraph,
  parsePassword,
  parseReference,
  parseStatedUscc,
  parseUuid,
  parseYear,
} from './index.js';

const UNSEEN: readonly (readonly [string, string])[] = [
  ['NUL', '\0'],
  ['an escape', '\u001b'],
  ['a bidi override', '\u202e'],
  ['a bidi isolate', '\u2066'],
  ['a zero-width blank', '\u200b'],
  ['a byte-order mark', 'a\ufeff'],
  ['a soft hyphen', '\u00ad'],
  ['a Hangul filler', '\u3164'],
  ['a variation selector', '\ufe0f'],
  ['a tag', '\u{e0041}'],
  ['half of a surrogate pair', '\ud800'],
  ['the other half', '\udc00'],
  ['a line separator', '\u2028'],
  ['an empty Braille cell', '\u2800'],
  ['what is no character', '\ufffe'],
  ['what a decoder could not read', '\ufffd'],
];

describe('text', () => {
  it.each(UNSEEN)('with %s is refused, whatever it is', (_, character) => {
    const text = `甲${character}乙`;
    for (const parse of [parseLine, parseName, parseParagraph, parseReference]) {
      expect(parse(text)).toMatchObject({ ok: false });
    }
  });

  it('says which character it is and what to do, in both languages', () => {
    const parsed = parseLine('青石\u200b智算');

    expect(parsed).toMatchObject({
      ok: false,
      problem: {
        zh: expect.stringMatching(/第3个字符（U\+200B）.*删除/),
        en: expect.stringMatching(/3 \(U\+200B\).*delete/),
      },
    });
  });

  it('is composed (NFC) and has no blanks around it', () => {
    expect(parseLine('  Cafe\u0301 ')).toEqual({ ok: true, value: 'Caf\u00e9' });
  });

  it('breaks only where it may have several lines', () => {
    expect(parseParagraph('一\r\n二\n\t三')).toEqual({ ok: true, value: '一\n二\n\t三' });
    expect(parseLine('一\n二').ok).toBe(false);
    expect(parseName('一\n二').ok).toBe(false);
    for (const lost of [
      '泉州？？？有限公司',
      '泉州?石有限公司',
      '泉州？石有限公司',
      '泉州???有限公司',
      '泉州\ufffd有限公司',
    ])
      expect(parseName(lost).ok).toBe(false);
  });

  it('is bounded: the longest is taken, and one more is not', () => {
    expect(parseLine('长'.repeat(500)).ok).toBe(true);
    expect(parseLine('长'.repeat(501)).ok).toBe(false);
    expect(parseParagraph('长'.repeat(2_000)).ok).toBe(true);
    expect(parseParagraph('长'.repeat(2_001)).ok).toBe(false);
    expect(parseName('长'.repeat(201)).ok).toBe(false);
    // One sign that is written in eighteen otherwise.
    expect(parseName('\ufdfa'.repeat(200)).ok).toBe(false);
  });

  it('that is read once is read the same again', () => {
    for (const parse of [parseLine, parseName, parseParagraph, parseReference, parseStatedUscc]) {
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), (text) => {
          const once = parse(text);
          if (once.ok) expect(parse(once.value)).toEqual(once);
        }),
      );
    }
  });

  it('of a password keeps its spelling', () => {
    expect(parsePassword(' Ｐa\u0301ss\u200b ')).toEqual({ ok: true, value: ' Ｐa\u0301ss\u200b ' });
    expect(parsePassword('a\0b').ok).toBe(false);
    expect(parsePassword('a\ud800').ok).toBe(false);
    expect(parsePassword('a'.repeat(1_025)).ok).toBe(false);
  });

  it("of a login name that nobody can have is nobody's", () => {
    expect(parseLoginName('fuzhou-finance')).toEqual({ ok: true, value: 'fuzhou-finance' });
    expect(parseLoginName('a\0b')).toEqual({ ok: true, value: '' });
    expect(parseLoginName('x'.repeat(100_000))).toEqual({ ok: true, value: '' });
  });
});

describe('a name', () => {
  it.each([
    ['泉州青石（集团）有限公司', '泉州青石（集团）有限公司'],
    ['泉州青石(集团)有限公司', '泉州青石（集团）有限公司'],
    ['泉州青石 （集团） 有限公司', '泉州青石（集团）有限公司'],
    ['ＡＣＭＥ　（China）', 'ACME (China)'],
    ['市发改委　（物价局）', '市发改委（物价局）'],
  ])('%s is written %s', (text, name) => {
    expect(parseName(text)).toEqual({ ok: true, value: name });
  });
});

describe('a day', () => {
  it.each(['1949-10-01', '2024-02-29', '9999-12-31'])('%s is one', (day) => {
    expect(parseDay(day)).toEqual({ ok: true, value: day });
  });

  it.each([
    '0000-01-01',
    '1949-09-30',
    '2025-02-29',
    '10000-01-01',
    '+010000-01-01',
    '2025-1-1',
    '2025-01-01T00:00',
    '',
  ])('%p is none', (text) => expect(parseDay(text)).toMatchObject({ ok: false }));

  it.each([1948, 10_000, 2025.5, NaN, -1])('%p is no year', (year) => expect(parseYear(year).ok).toBe(false));
});

describe('an amount', () => {
  it.each([
    ['0', 0n],
    ['9999999999999999.99', 999_999_999_999_999_999n],
  ])('of %s is taken', (text, fen) => expect(parseAmount(text)).toEqual({ ok: true, value: fen }));

  it.each(['10000000000000000', '-1', '1e3', '１', '1.005', ''])('of %p is refused', (text) => {
    expect(parseAmount(text).ok).toBe(false);
  });
});

describe('an identifier', () => {
  it('of a command is a UUID, in small letters', () => {
    expect(parseUuid('0F8B1C1E-5D3C-4A57-9D5E-6F3F1B2A4C5D')).toEqual({
      ok: true,
      value: '0f8b1c1e-5d3c-4a57-9d5e-6f3f1b2a4c5d',
    });
    expect(parseUuid('').ok).toBe(false);
  });

  it('of a thing on record has no blanks, in any script', () => {
    expect(parseReference('evidence-invoice-闽A25')).toMatchObject({ ok: true });
    expect(parseReference('３５０５００－2025－7K3M9QAB')).toEqual({ ok: true, value: '350500-2025-7K3M9QAB' });
    expect(parseReference('a b').ok).toBe(false);
    expect(parseReference('x'.repeat(201)).ok).toBe(false);
  });

  it('of a division has six digits', () => {
    for (const text of [' 350500 ', '３５０５００']) expect(parseDivision(text)).toEqual({ ok: true, value: '350500' });
    for (const text of ['3505%', '35050\\', '']) expect(parseDivision(text).ok).toBe(false);
  });

  it('of an enterprise is read as typed', () => {
    expect(parseStatedUscc(' ９１３５ma ')).toEqual({ ok: true, value: '9135MA' });
    expect(parseStatedUscc('91\0').ok).toBe(false);
  });

  it('of a place in a list is plain', () => {
    expect(parseCursorText('WyJh-_').ok).toBe(true);
    expect(parseCursorText('"').ok).toBe(false);
    expect(parseCursorText('a'.repeat(2_001)).ok).toBe(false);
  });
});

describe('JSON', () => {
  it('is read with every text in it in its one way of writing', () => {
    expect(parseJson({ 'e\u0301': ['e\u0301', 1, null, { x: true }] })).toEqual({
      ok: true,
      value: { '\u00e9': ['\u00e9', 1, null, { x: true }] },
    });
  });

  it('names each place that is wrong: keys, texts and numbers', () => {
    const parsed = parseJson({ fee: 'a\0', list: [{ n: 1e300 }], 'b\ud800': 1, far: Infinity });

    expect(parsed).toMatchObject({ ok: false });
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual(['fee', 'list[0].n', '', 'far']);
  });

  it('has no property that would set something else', () => {
    expect(parseJson(JSON.parse('{"__proto__": {"a": 1}}')).ok).toBe(false);
  });

  it('is bounded in depth and in length', () => {
    expect(parseJson([[[[1]]]]).ok).toBe(true);
    expect(parseJson([[[[[1]]]]]).ok).toBe(false);
    expect(parseJson(Array.from({ length: 201 }, () => 1)).ok).toBe(false);
    expect(parseJson(Object.fromEntries(Array.from({ length: 201 }, (_, key) => [`k${key}`, 1]))).ok).toBe(false);
  });
});
