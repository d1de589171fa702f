import { parseClaimId } from '@duixian/casework/claim-id';

/** The two that are compared; null where one is still to be chosen. */
export interface Pair {
  readonly left: string | null;
  readonly right: string | null;
}

/** The address of two claims side by side, or of one beside which another is to be chosen. */
export function comparePath({ left, right }: Pair): string {
  const parameters = new URLSearchParams();
  if (left !== null) parameters.set('left', left);
  if (right !== null) parameters.set('right', right);
  return `/compare?${parameters.toString()}`;
}

/** What an address names; a text that stands there and is no claim's number is kept, so that it can be said which one it is. */
export function pairIn(search: string): Pair {
  const parameters = new URLSearchParams(search);
  const named = (side: string) => {
    const text = (parameters.get(side) ?? '').normalize('NFKC').trim().toUpperCase();
    return text === '' ? null : text;
  };
  return { left: named('left'), right: named('right') };
}

/** A number that can be asked for; what is none cannot be any claim's. */
export function isClaimNumber(text: string | null): text is string {
  return text !== null && parseClaimId(text) !== null;
}
