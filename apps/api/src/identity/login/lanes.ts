import { createHash } from 'node:crypto';
import { networkOf } from '../../graphql/limits/budget.js';

/** An attempt at a secret of an account. */
export interface Attempt {
  readonly step: 'password' | 'second-factor' | 'activation';
  readonly username: string;
  readonly address: string;
  /** The device's token if somebody of this name signed in there before; null for any other. */
  readonly knownDevice: string | null;
}

/** Something over which failures are counted. */
export interface Lane {
  readonly key: string;
  /** Failures that cost nothing. */
  readonly freeMax: number;
  readonly delayMaxS: number;
  /** Counted before the attempt is judged, so that attempts made at once are counted too; the others when it failed. */
  readonly beforehand: boolean;
}

/** Delay after the first failure that is one too many; it doubles with each further one. */
const DELAY_FIRST_S = 10;
const QUARTER_HOUR_S = 900;

/**
 * The lanes of an attempt. On a known device it has one of its own. Elsewhere three count: the account at this address,
 * the account at any address, so that many addresses do not mean many guesses, and the address over all accounts, so
 * that one password is not tried on everybody. Success costs nothing in any.
 */
export function lanesOf({ step, username, address, knownDevice }: Attempt): readonly Lane[] {
  const account = `${step}:${accountOf(username)}`;
  if (knownDevice !== null) {
    return [
      { key: `${account}:device:${shortHash(knownDevice)}`, freeMax: 4, delayMaxS: QUARTER_HOUR_S, beforehand: true },
    ];
  }
  const from = networkOf(address);
  return [
    { key: `${account}:at:${from}`, freeMax: 4, delayMaxS: QUARTER_HOUR_S, beforehand: true },
    { key: `${account}:anywhere`, freeMax: 20, delayMaxS: QUARTER_HOUR_S, beforehand: true },
    { key: `at:${from}`, freeMax: 50, delayMaxS: 60, beforehand: false },
  ];
}

/** Under which an account's lanes are kept: a hash, since anybody may send a name of any length. */
export function accountOf(username: string): string {
  return shortHash(username);
}

/** Seconds to wait after so many failures. */
export function delayAfter(failures: number, { freeMax, delayMaxS }: Pick<Lane, 'freeMax' | 'delayMaxS'>): number {
  if (failures <= freeMax) return 0;
  return Math.min(delayMaxS, DELAY_FIRST_S * 2 ** Math.min(failures - freeMax - 1, 20));
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
