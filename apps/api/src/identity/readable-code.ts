import { createHash, randomInt } from 'node:crypto';

const GROUPS = 4;
const GROUP_LENGTH = 4;
/** Crockford's alphabet: nothing in it is mistaken for something else when it is read from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 80 random bits for a person to copy, such as `7K3M-Q0ZD-91XB-TT4E`: no guesser finds them, also not from a hash. */
export function newReadableCode(): string {
  return Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '').join(''),
  ).join('-');
}

/** Under which a code is kept, however it is typed. */
export function readableCodeHash(code: string): Buffer {
  const typed = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\dA-Z]/g, '');
  const read = typed.replaceAll('O', '0').replace(/[IL]/g, '1');
  return createHash('sha256').update(read).digest();
}
