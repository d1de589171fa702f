/** A state of the past as the API takes it: a position of the log, or a moment of Beijing time. */
export type AsOf = { position: string } | { moment: string };

/** What the address bar, or somebody who types, says of it: digits are a position, all else is a moment. */
export function asOfFrom(text: string): AsOf {
  return /^\d+$/.test(text) ? { position: text } : { moment: text };
}

/** Whether an operation can be asked as of then. */
export function takesAsOf({ text }: { readonly text: string }): boolean {
  return text.includes('$asOf: AsOf');
}

/** First parts of the addresses of pages that are not made of the log. */
const pagesOfNow: ReadonlySet<string> = new Set(['account', 'policies', 'security-log', 'set-aside', 'users']);

/** Whether the page at an address is made of the log, so that there is a past of it. */
export function hasPast(pathname: string): boolean {
  return !pagesOfNow.has(pathname.split('/')[1] ?? '');
}
