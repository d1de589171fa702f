import type { Command } from '@duixian/casework';
import type { AccountRef } from './account-event.js';
import type { NoticeWay } from './change-event.js';
import type { ContactMask } from './contact-event.js';

export interface ProposeAccountChange extends Command {
  readonly uscc: string;
  /** Its proposal is the command's id. */
  readonly account: Omit<AccountRef, 'proposal'>;
  readonly holderReason: string | null;
  readonly sharedWith: readonly string[];
}

export interface ProposeContactChange extends Command {
  readonly uscc: string;
  /** The contact, whose key is the command's id. */
  readonly now: ContactMask;
  readonly hash: string;
}

export interface EraseContact extends Command {
  readonly uscc: string;
}

/** What release 0.1 kept without a record of it; the command's id is the key of its row. */
export type TakeContactOver = ProposeContactChange;

export interface TakeBankAccountOver extends Command {
  readonly uscc: string;
  readonly account: Omit<AccountRef, 'proposal'>;
}

/** Something that is said of a proposal. */
export interface OnProposal extends Command {
  readonly uscc: string;
  readonly proposal: string;
}

export interface GiveNotice extends OnProposal {
  readonly how: NoticeWay;
  /** Who was reached, and what was said. */
  readonly note: string;
}

export interface RefuseProposal extends OnProposal {
  readonly reason: string;
}
