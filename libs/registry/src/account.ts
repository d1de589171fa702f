import { addDays, withParticipant, type Participation, type PlainDate, type Proposal } from '@duixian/casework';
import type { AccountEvent, AccountRef } from './account-event.js';
import { answered, changeInForce, noticed, type Change } from './change.js';

/** What was proposed for an enterprise's account, and how it stands. */
export interface AccountChange extends Change {
  readonly account: AccountRef;
}

/** All changes of one enterprise's account, in the order in which they were proposed. */
export type Accounts = readonly AccountChange[];

export const initialAccounts: Accounts = [];

/** @throws Error when something is said of a proposal that was never made. */
export function evolveAccounts(state: Accounts, event: AccountEvent): Accounts {
  const by = event.meta.actor.userId;
  const on = event.occurredOn;
  switch (event.type) {
    case 'AccountChangeProposed': {
      const { proposal: id, opensUntil, account } = event.data;
      return [
        ...state,
        { proposal: { id, proposedBy: by, proposedOn: on, opensUntil, answer: null }, account, notice: null },
      ];
    }
    case 'AccountNoticeGiven':
      return noticed(state, event.data.proposal, { by, how: event.data.how });
    case 'AccountChangeAgreed': {
      const { proposal, effectiveFrom } = event.data;
      return answered(state, proposal, { kind: 'agreed', by, on, effectiveFrom });
    }
    case 'AccountChangeRefused':
      return answered(state, event.data.proposal, { kind: 'refused', by, on, reason: event.data.reason });
    case 'AccountChangeWithdrawn':
      return answered(state, event.data.proposal, { kind: 'withdrawn', by, on });
    case 'BankAccountTakenOver': {
      const { proposal: id, account } = event.data;
      return [...state, { proposal: neverAgreed(id, by, on), account, notice: null }];
    }
  }
}

export function foldAccounts(events: readonly AccountEvent[]): Accounts {
  return events.reduce<Accounts>(evolveAccounts, initialAccounts);
}

/** The account to which money goes on a day; null when none has come into force. */
export function accountInForce(accounts: Accounts, on: PlainDate): AccountRef | null {
  return changeInForce(accounts, on)?.account ?? null;
}

/** Whom an instruction pays, and who had a hand in that: they have none in the payment, in whatever office they are. */
export interface Payee {
  /** The account in force; null when there is none. */
  readonly account: AccountRef | null;
  readonly participants: readonly Participation[];
}

export function payeeOn(accounts: Accounts, on: PlainDate): Payee {
  const change = changeInForce(accounts, on);
  return change === null
    ? { account: null, participants: [] }
    : { account: change.account, participants: handsIn(change) };
}

/**
 * Who had a hand in the account that an instruction named, and in the one in force today: the money goes to the first,
 * however long another has been in force.
 *
 * @param named null for an instruction that was recorded before accounts were agreed to.
 */
export function handsInPayment(accounts: Accounts, named: AccountRef | null, on: PlainDate): readonly Participation[] {
  const paid = accounts.filter(({ proposal }) => proposal.id === named?.proposal);
  return [...paid.flatMap(handsIn), ...payeeOn(accounts, on).participants];
}

function handsIn({ proposal, notice }: AccountChange): readonly Participation[] {
  const persons = [proposal.proposedBy, notice?.by ?? null, proposal.answer?.by ?? null].filter((by) => by !== null);
  return persons.reduce<readonly Participation[]>((all, by) => withParticipant(all, by, 'clerk'), []);
}

/** What nobody agreed to, and nobody can agree to any more: it has to be proposed anew. */
function neverAgreed(id: string, proposedBy: string, on: PlainDate): Proposal {
  return { id, proposedBy, proposedOn: on, opensUntil: addDays(on, -1), answer: null };
}
