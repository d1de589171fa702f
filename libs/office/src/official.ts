import type { Proposal, ProposalAnswer, Role } from '@duixian/casework';
import type { AccountChange, OfficialEvent, ProposingOffice } from './official-event.js';

/** What an official is and may do. */
export interface Account {
  readonly username: string;
  readonly displayName: string;
  /** Of his office. */
  readonly division: string;
  readonly department: string | null;
  readonly roles: readonly Role[];
  readonly disabled: boolean;
}

export interface ChangeProposal extends Proposal {
  readonly change: AccountChange;
  readonly proposedAs: ProposingOffice;
}

/** By whom an account was shut, and in which office. */
export interface Shutting {
  readonly by: string;
  readonly as: ProposingOffice;
}

export interface Official {
  /** Null until its opening was agreed to. */
  readonly account: Account | null;
  /** How it was shut, if nothing else of the account has changed since; null where it is open, or that is unknown. */
  readonly shutting: Shutting | null;
  /** In the order in which they were proposed. */
  readonly proposals: readonly ChangeProposal[];
}

export const initialOfficial: Official = { account: null, shutting: null, proposals: [] };

/** Name of the stream of an official's account. */
export const officialStream = (userId: string): string => `official-${userId}`;

/** @throws Error when something happens to an account that was never opened. */
export function evolveOfficial(state: Official, event: OfficialEvent): Official {
  switch (event.type) {
    case 'OfficialChangeProposed': {
      const { proposal: id, opensUntil, change, proposedAs } = event.data;
      const proposedBy = event.meta.actor.userId;
      const added = { id, proposedBy, proposedOn: event.occurredOn, opensUntil, change, proposedAs, answer: null };
      return { ...state, proposals: [...state.proposals, added] };
    }
    case 'OfficialChangeRefused':
      return answered(state, event.data.proposal, {
        kind: 'refused',
        by: event.meta.actor.userId,
        on: event.occurredOn,
        reason: event.data.reason,
      });
    case 'OfficialChangeWithdrawn':
      return answered(state, event.data.proposal, {
        kind: 'withdrawn',
        by: event.meta.actor.userId,
        on: event.occurredOn,
      });
    case 'AccountOpened': {
      const { proposal, address: _address, ...account } = event.data;
      return agreed({ ...state, account: { ...account, disabled: false } }, proposal, event);
    }
    case 'AccountTakenOver': {
      const { found: _found, ...account } = event.data;
      return { ...state, account };
    }
    case 'RolesGranted':
      return agreed(changed(state, event, { roles: event.data.roles }), event.data.proposal, event);
    case 'OfficeChanged':
      return agreed(changed(state, event, event.data.office), event.data.proposal, event);
    case 'PasswordSet':
    case 'AccountUnlocked':
    case 'SecondFactorReset':
      return agreed(changed(state, event, {}), event.data.proposal, event);
    case 'AccountEnabled':
      return agreed(changed(state, event, { disabled: false }), event.data.proposal, event);
    case 'AccountDisabled': {
      const { shutAs } = event.data;
      const shutting = shutAs === null ? null : { by: event.meta.actor.userId, as: shutAs };
      return { ...changed(state, event, { disabled: true }), shutting };
    }
  }
}

export function foldOfficial(events: readonly OfficialEvent[]): Official {
  return events.reduce<Official>(evolveOfficial, initialOfficial);
}

function changed(state: Official, { type }: OfficialEvent, change: Partial<Account>): Official {
  if (state.account === null) throw new Error(`${type} stands before AccountOpened.`);
  return { ...state, account: { ...state.account, ...change }, shutting: null };
}

function agreed(state: Official, proposal: string | null, { meta, occurredOn }: OfficialEvent): Official {
  if (proposal === null) return state;
  return answered(state, proposal, {
    kind: 'agreed',
    by: meta.actor.userId,
    on: occurredOn,
    effectiveFrom: occurredOn,
  });
}

function answered(state: Official, proposal: string, answer: ProposalAnswer): Official {
  const proposals = state.proposals.map((each) => (each.id === proposal ? { ...each, answer } : each));
  return { ...state, proposals };
}
