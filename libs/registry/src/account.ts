import {
  proposalStanding,
  withParticipant,
  type Participation,
  type PlainDate,
  type Proposal,
  type ProposalAnswer,
} from '@duixian/casework';
import type { AccountEvent, AccountRef, NoticeWay } from './account-event.js';

/** What was proposed for an enterprise's account, and how it stands. */
export interface AccountChange {
  readonly proposal: Proposal;
  readonly account: AccountRef;
  /** That the contact was told, and by whom; null until then. */
  readonly notice: { readonly by: string; readonly how: NoticeWay } | null;
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
      return changed(state, event.data.proposal, (change) => ({ ...change, notice: { by, how: event.data.how } }));
    case 'AccountChangeAgreed': {
      const { proposal, effectiveFrom } = event.data;
      return answered(state, proposal, { kind: 'agreed', by, on, effectiveFrom });
    }
    case 'AccountChangeRefused':
      return answered(state, event.data.proposal, { kind: 'refused', by, on, reason: event.data.reason });
    case 'AccountChangeWithdrawn':
      return answered(state, event.data.proposal, { kind: 'withdrawn', by, on });
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
  if (change === null) return { account: null, participants: [] };
  const { proposal, notice, account } = change;
  const persons = [proposal.proposedBy, notice?.by ?? null, proposal.answer?.by ?? null].filter((by) => by !== null);
  const participants = persons.reduce<readonly Participation[]>((all, by) => withParticipant(all, by, 'clerk'), []);
  return { account, participants };
}

/** The change that brought the account in force. Only one is ever under way, so that the last one in force is it. */
export function changeInForce(accounts: Accounts, on: PlainDate): AccountChange | null {
  return accounts.findLast(({ proposal }) => proposalStanding(proposal, on) === 'in-force') ?? null;
}

/** The change that is under way on a day: waiting for a second person, or for its time. */
export function pendingChange(accounts: Accounts, on: PlainDate): AccountChange | null {
  const isPending = ({ proposal }: AccountChange) => ['open', 'waiting'].includes(proposalStanding(proposal, on));
  return accounts.findLast(isPending) ?? null;
}

function answered(state: Accounts, id: string, answer: ProposalAnswer): Accounts {
  return changed(state, id, (change) => ({ ...change, proposal: { ...change.proposal, answer } }));
}

function changed(state: Accounts, id: string, change: (before: AccountChange) => AccountChange): Accounts {
  if (!state.some(({ proposal }) => proposal.id === id)) throw new Error(`Nobody proposed ${id}.`);
  return state.map((each) => (each.proposal.id === id ? change(each) : each));
}
