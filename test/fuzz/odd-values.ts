import type { Random } from '@duixian/testing/random';

/** Texts of which each has broken some system: what cannot be stored, seen, compared, counted or matched. */
const ODD_TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff\ud800',
  '\u202e钱',
  '\u2066a\u2069',
  '\u200b\u200c\ufeff',
  '\ufffd',
  '\ufffe\uffff',
  'e\u0301',
  '\u3164',
  '\u{1f468}\u200d\u{1f469}',
  '\u{10ffff}',
  '％＿＼',
  '%',
  '_',
  '\\',
  '%\\',
  "'; drop table es.event; --",
  '$1',
  '{{after}}',
  '${x}',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'NaN',
  'Infinity',
  '-0',
  '0',
  '-1',
  '1e308',
  '9223372036854775807',
  '9223372036854775808',
  '99999999999999999999999999.99',
  '0.001',
  '2147483648',
  '0000-01-01',
  '0001-01-01',
  '1949-09-30',
  '1949-10-01',
  '9999-12-31',
  '10000-01-01',
  '2025-02-29',
  '-infinity',
  'infinity',
  'now',
  'epoch',
  'tomorrow',
  'today',
  '2025-01-01 BC',
  '00000000-0000-0000-0000-000000000000',
  '(虚构)',
  'ａｂｃ１２３',
  '\r\n\t',
  '[]',
  '{}',
  'W10',
  'WyJjbGFpbXMiLCJJRCBBU0MiLCJ0ZXh0IHRleHQiLFsiYSIsImIiXV0',
  'WyIyMDI2LTAxLTAxIiwiYSJd',
  'bnVsbA',
] as const;

const ODD_NUMBERS = [
  0, -0, 1, -1, 60, 61, 100, 101, 1949, 2000, 2025, 2100, 9999, 10_000, 2_147_483_647, -2_147_483_648, 2_147_483_648,
] as const;

/** A text that nobody types, or a long one, or a random one. */
export function oddText(random: Random): string {
  if (random.chance(0.6)) return random.pick(ODD_TEXTS);
  if (random.chance(0.3)) return random.pick(ODD_TEXTS).repeat(random.whole(1, 600)).slice(0, 6_000);
  return Array.from({ length: random.whole(1, 40) }, () => oddCharacter(random)).join('');
}

function oddCharacter(random: Random): string {
  return String.fromCharCode(random.chance(0.5) ? random.whole(0x20, 0x7e) : random.whole(0, 0xffff));
}

export function oddNumber(random: Random): number {
  return random.chance(0.8) ? random.pick(ODD_NUMBERS) : Math.trunc((random.next() - 0.5) * 2 ** random.whole(1, 70));
}

/** Any JSON: nested, listed, of every type; for a value that has no shape. */
export function oddJson(random: Random, depth = 0): unknown {
  const choice = random.whole(0, depth > 5 ? 3 : 6);
  switch (choice) {
    case 0:
      return oddText(random);
    case 1:
      return oddNumber(random);
    case 2:
      return random.chance(0.5);
    case 3:
      return null;
    case 4:
      return Array.from({ length: random.whole(0, 4) }, () => oddJson(random, depth + 1));
    default:
      return oddObject(random, depth);
  }
}

export function oddObject(random: Random, depth = 0): Record<string, unknown> {
  const names = Array.from({ length: random.whole(0, 4) }, () => (random.chance(0.3) ? 'serviceFee' : oddText(random)));
  return Object.fromEntries(names.map((name) => [name, oddJson(random, depth + 1)]));
}
