import { createHash, randomInt } from 'node:crypto';

const COUNT = 10;
const GROUPS = 4;
const GROUP_LENGTH = 4;
/** Crockford's alphabet: nothing in it is mistaken for something else when it is read from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Codes of 80 random bits, such as `7K3M-Q0ZD-91XB-TT4E`: no guesser finds one, also not from its hash. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () =>
    Array.from({ length: GROUPS }, () =>
      Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '').join(''),
    ).join('-'),
  );
}

/** Under which a code is kept, however it is typed. */
export function recoveryHash(code: string): Buffer {
  const typed = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\dA-Z]/g, '');
  const read = typed.replaceAll('O', '0').replace(/[IL]/g, '1');
  return createHash('sha256').update(read).digest();
}
