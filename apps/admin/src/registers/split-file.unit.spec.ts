import { describe, expect, it } from '@jest/globals';
import { partsOf, textOf } from './split-file.js';

const HEADER = '企业名称,统一社会信用代码,事由';

describe('a file of a register', () => {
  it('is cut into parts that each begin with its headers and say how many lines were before', () => {
    const lines = Array.from({ length: 1_001 }, (_, index) => `企业${String(index)},code,事由`);
    const parts = partsOf([HEADER, ...lines, ''].join('\r\n'));
    expect(parts.map(({ before }) => before)).toEqual([0, 500, 1_000]);
    expect(parts.map(({ text }) => text.split('\n').length)).toEqual([501, 501, 2]);
    expect(parts[2]?.text).toBe(`${HEADER}\n企业1000,code,事由`);
  });

  it('is not cut within a line that is in quotes, nor into parts that are too long', () => {
    expect(partsOf(`${HEADER}\n甲,code,"一\n二"\n乙,code,三`)).toEqual([
      { text: `${HEADER}\n甲,code,"一\n二"\n乙,code,三`, before: 0 },
    ]);
    const long = Array.from({ length: 4 }, () => `甲,code,${'长'.repeat(20_000)}`);
    expect(partsOf([HEADER, ...long].join('\n')).map(({ before }) => before)).toEqual([0, 1, 2, 3]);
  });

  it('is read in the encoding of its spreadsheet', () => {
    expect(textOf(new TextEncoder().encode('企业').buffer)).toBe('企业');
    expect(textOf(Uint8Array.of(0xc6, 0xf3, 0xd2, 0xb5).buffer)).toBe('企业');
    expect(textOf(Uint8Array.of(0xff, 0xfe, 0x01, 0x4f).buffer)).toBe('企');
  });
});
