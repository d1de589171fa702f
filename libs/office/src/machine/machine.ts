import { eventParser, type Actor, type PlainDate, type Proposal, type ProposalAnswer } from '@duixian/casework';
import type { ProposingOffice } from '../official-event.js';
import { machineEventSchema, type MachineEvent, type MachineTerms } from './machine-event.js';

/** An administrator as the event names him. */
export type Administrator = Pick<Actor, 'userId' | 'username' | 'displayName' | 'division' | 'department'>;

export interface MachineProposal extends Proposal {
  readonly terms: MachineTerms;
  readonly reason: string;
  readonly proposedAs: ProposingOffice;
  readonly proposer: Administrator;
  /** Who agreed to it, refused it or took it back. */
  readonly answerer: Administrator | null;
}

export interface ApiKey {
  readonly id: string;
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
  readonly issuedBy: Administrator;
  /** Instant in ISO 8601. */
  readonly issuedAt: string;
  /** From which instant it is not taken any more, since another was issued; null: for as long as the account lives. */
  readonly endsAt: string | null;
  readonly revokedBy: Administrator | null;
  readonly revokedOn: PlainDate | null;
  readonly revokedFor: string | null;
}

export interface Machine {
  /** Null until its opening was agreed to. */
  readonly terms: MachineTerms | null;
  readonly shut: { readonly by: Administrator; readonly on: PlainDate; readonly reason: string } | null;
  /** In the order in which they were proposed. */
  readonly proposals: readonly MachineProposal[];
  /** In the order in which they were issued. */
  readonly keys: readonly ApiKey[];
}

export const initialMachine: Machine = { terms: null, shut: null, proposals: [], keys: [] };

/** Name of the stream of a machine's account. */
export const machineStream = (id: string): string => `machine-${id}`;

/** The edge where stored JSON becomes types. It throws EventFormatError. */
export const parseMachineEvent = eventParser(machineEventSchema);

export function foldMachine(events: readonly MachineEvent[]): Machine {
  return events.reduce<Machine>(evolveMachine, initialMachine);
}

function evolveMachine(state: Machine, event: MachineEvent): Machine {
  const { userId, username, displayName, division, department } = event.meta.actor;
  const by: Administrator = { userId, username, displayName, division, department };
  const on = event.occurredOn;
  switch (event.type) {
    case 'MachineAccountProposed': {
      const { proposal: id, opensUntil, terms, reason, proposedAs } = event.data;
      const said = { id, proposedBy: by.userId, proposedOn: on, opensUntil, answer: null };
      const added = { ...said, terms, reason, proposedAs, proposer: by, answerer: null };
      return { ...state, proposals: [...state.proposals, added] };
    }
    case 'MachineAccountAgreed': {
      const { proposal, terms, effectiveFrom } = event.data;
      const answer = { kind: 'agreed', by: by.userId, on, effectiveFrom } as const;
      return answered({ ...state, terms }, proposal, answer, by);
    }
    case 'MachineAccountRefused': {
      const { proposal, reason } = event.data;
      return answered(state, proposal, { kind: 'refused', by: by.userId, on, reason }, by);
    }
    case 'MachineAccountWithdrawn':
      return answered(state, event.data.proposal, { kind: 'withdrawn', by: by.userId, on }, by);
    case 'MachineAccountShut':
      return { ...state, shut: { by, on, reason: event.data.reason } };
    case 'ApiKeyIssued': {
      const { key: id, hash, issuedAt, othersEndAt } = event.data;
      const earlier = state.keys.map((key) => ({ ...key, endsAt: earliest(key.endsAt, othersEndAt) }));
      const key = { id, hash, issuedBy: by, issuedAt, endsAt: null, ...UNREVOKED };
      return { ...state, keys: [...earlier, key] };
    }
    case 'ApiKeyRevoked': {
      const { key: revoked, reason } = event.data;
      const revocation = { revokedBy: by, revokedOn: on, revokedFor: reason };
      const keys = state.keys.map((key) => (key.id === revoked ? { ...key, ...revocation } : key));
      return { ...state, keys };
    }
  }
}

const UNREVOKED = { revokedBy: null, revokedOn: null, revokedFor: null };

function answered(state: Machine, proposal: string, answer: ProposalAnswer, answerer: Administrator): Machine {
  const proposals = state.proposals.map((each) => (each.id === proposal ? { ...each, answer, answerer } : each));
  return { ...state, proposals };
}

function earliest(one: string | null, other: string): string {
  return one === null || other < one ? other : one;
}

/** Why a key is not taken. */
export type KeyEnd = 'revoked' | 'replaced' | 'shut' | 'ended';

/** Why `key` of `machine` is not taken at an instant of a day; null when it is. */
export function keyEnd(machine: Machine, key: ApiKey, now: string, today: PlainDate): KeyEnd | null {
  if (machine.shut !== null) return 'shut';
  if (key.revokedOn !== null) return 'revoked';
  if (key.endsAt !== null && now >= key.endsAt) return 'replaced';
  return machine.terms === null || today > machine.terms.endsOn ? 'ended' : null;
}
