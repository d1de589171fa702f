import type { Command } from '@duixian/casework';
import type { AccountRef, NoticeWay } from './account-event.js';

export interface ProposeAccountChange extends Command {
  readonly uscc: string;
  /** Its proposal is the command's id. */
  readonly account: Omit<AccountRef, 'proposal'>;
  readonly holderReason: string | null;
  readonly sharedWith: readonly string[];
}

/** Something that is said of a proposal. */
export interface OnProposal extends Command {
  readonly uscc: string;
  readonly proposal: string;
}

export interface GiveAccountNotice extends OnProposal {
  readonly how: NoticeWay;
  /** Who was reached, and what was said. */
  readonly note: string;
}

export interface RefuseProposal extends OnProposal {
  readonly reason: string;
}
