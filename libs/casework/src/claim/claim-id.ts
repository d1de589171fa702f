import { isDivision, type Division } from '../common/division.js';

/** Crockford's base 32: no I, L, O, U, so that a number read aloud or typed is not mistaken. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SERIAL_LENGTH = 8;
const CLAIM_ID = new RegExp(`^(\\d{6})-(\\d{4})-[${ALPHABET}]{${SERIAL_LENGTH}}$`);

/**
 * `<policy's division>-<programme year>-<serial>`, for instance 350500-2025-7K3M9QAB. Each of the eight `bytes` (random,
 * from the caller) gives a character of the serial.
 * @throws RangeError for fewer bytes or a division that is none.
 */
export function claimId(division: Division, year: number, bytes: Uint8Array): string {
  if (bytes.length < SERIAL_LENGTH || !isDivision(division)) {
    throw new RangeError(`A claim id needs a division and ${SERIAL_LENGTH} bytes.`);
  }
  const serial = Array.from(bytes.subarray(0, SERIAL_LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length));
  return `${division}-${year}-${serial.join('')}`;
}

/** The parts of a claim's number that mean something; null when the text is no claim's number. */
export function parseClaimId(text: string): { readonly division: Division; readonly year: number } | null {
  const match = CLAIM_ID.exec(text);
  if (match === null) return null;
  const [, division = '', year = ''] = match;
  return { division, year: Number(year) };
}
