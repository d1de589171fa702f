import type { Command } from '@duixian/casework';
import type { Account } from './official.js';
import type { AccountChange } from './official-event.js';

interface OnOfficial extends Command {
  /** User id of whose account it is. */
  readonly official: string;
}

export interface ProposeAccountChange extends OnOfficial {
  readonly change: AccountChange;
  readonly reason: string;
}

interface OnProposal extends OnOfficial {
  readonly proposal: string;
}

export type AgreeToAccountChange = OnProposal;
export interface RefuseAccountChange extends OnProposal {
  readonly reason: string;
}
export type WithdrawAccountChange = OnProposal;

export interface DisableAccount extends OnOfficial {
  readonly reason: string;
}

/** The installation lets the first administrators in. */
export interface OpenFirstAccount extends OnOfficial {
  readonly account: Omit<Account, 'disabled'>;
}

/** An account of an earlier version, as it was found. */
export interface TakeAccountOver extends OnOfficial {
  readonly account: Omit<Account, 'roles'>;
  readonly found: readonly string[];
}
