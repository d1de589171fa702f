/** SHA-256 of a text in UTF-8, in lowercase hexadecimal. */
export type Sha256 = (text: string) => string;

/** Where the chance of a draw comes from. All are lowercase hexadecimal but the position. */
export interface Chance {
  /** 32 bytes that the server drew when it decided. */
  readonly random: string;
  /** Place of the last event of the city's log at that moment, and its link in the chain. */
  readonly position: string;
  readonly link: string;
}

/** The seed of a draw: SHA-256 of the random bytes and the link as they are written, one behind the other. */
export function seedOf({ random, link }: Chance, sha256: Sha256): string {
  return sha256(`${random}${link}`);
}

/** How many of a list are drawn: at least `share` of a hundred. */
export function drawnAmong(length: number, share: number): number {
  return Math.ceil((length * share) / 100);
}

/**
 * Draws from a list. Each claim's lot is SHA-256 of the seed and its number, one behind the other; the least lots are
 * drawn, in their order, so that anybody can draw the same list again from what the event says.
 */
export function draw(list: readonly string[], share: number, seed: string, sha256: Sha256): readonly string[] {
  return list
    .map((claim) => ({ claim, lot: sha256(`${seed}${claim}`) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, drawnAmong(list.length, share))
    .map(({ claim }) => claim);
}
