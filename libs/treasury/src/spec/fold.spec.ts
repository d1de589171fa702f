/** What the guards must hold, reckoned from the events alone: the nightly control, written a second time. */
import { bankReferenceAccount, fenOf, type GrantReserved } from '@duixian/casework';
import type { PaymentEvent } from '../payment-event.js';
import type { Books } from './books.spec.js';

interface Held {
  reserved: bigint;
  paid: bigint;
}

type Line = GrantReserved['data']['lines'][number] & { quota: string | null; state: 'reserved' | 'paid' | 'released' };

/** Reserved and paid by account; accounts that hold nothing are left out. */
export function heldByEvents(books: Books): Map<string, Held> {
  const lines = new Map<string, Line>();
  const references: string[] = [];
  for (const { event } of books.log) {
    if (event.type === 'GrantReserved') {
      for (const line of event.data.lines) {
        lines.set(`${event.data.claim}-${line.payer}`, { ...line, quota: event.data.quota, state: 'reserved' });
      }
    } else if (event.type === 'GrantReleased') {
      mark(lines, `${event.data.claim}-${event.data.payer}`, 'released');
    } else if (event.type === 'PaymentConfirmed') {
      mark(lines, event.data.payment, 'paid');
      references.push(bankReferenceAccount(payerOf(event), event.data.bankReference));
    }
  }
  return totals(lines, references);
}

function payerOf({ data }: Extract<PaymentEvent, { type: 'PaymentConfirmed' }>): string {
  return data.payment.slice(data.claim.length + 1);
}

function mark(lines: Map<string, Line>, key: string, state: Line['state']): void {
  const line = lines.get(key);
  if (line === undefined) throw new Error(`${key} was never reserved.`);
  line.state = state;
}

function totals(lines: ReadonlyMap<string, Line>, references: readonly string[]): Map<string, Held> {
  const held = new Map<string, Held>();
  const add = (account: string, key: keyof Held, amount: bigint) => {
    const before = held.get(account) ?? { reserved: 0n, paid: 0n };
    held.set(account, { ...before, [key]: before[key] + amount });
  };
  for (const { state, accounts, amount } of lines.values()) {
    if (state !== 'released') accounts.forEach((account) => add(account, state, fenOf(amount)));
  }
  for (const [quota, state] of placesOf(lines)) add(quota, state, 1n);
  references.forEach((reference) => add(reference, 'paid', 1n));
  return held;
}

/** One place for each claim with a line that stands; paid once one of its lines is. */
function placesOf(lines: ReadonlyMap<string, Line>): [quota: string, state: 'reserved' | 'paid'][] {
  const places = new Map<string, [string, 'reserved' | 'paid']>();
  for (const [key, { quota, state }] of lines) {
    const claim = key.slice(0, key.lastIndexOf('-'));
    if (quota === null || state === 'released' || places.get(claim)?.[1] === 'paid') continue;
    places.set(claim, [quota, state]);
  }
  return [...places.values()];
}
