import {
  accepted,
  accountStream,
  contactStream,
  event,
  refused,
  unknownEnterprise,
  type EnterpriseState,
} from '@duixian/casework';
import type { TakeBankAccountOver, TakeContactOver } from './registry-command.js';
import type { RegistryDecision } from './registry-event.js';

/** A contact that release 0.1 kept without an event goes on record as it was found, and holds. */
export function decideContactTakeOver(input: {
  readonly command: TakeContactOver;
  readonly enterprise: EnterpriseState;
}): RegistryDecision {
  const { command, enterprise } = input;
  if (enterprise === null) return refused(unknownEnterprise());
  const { uscc } = enterprise;
  const { now, hash, commandId: contact } = command;
  const taken = event(command, 'ContactTakenOver', { uscc, contact, now, hash });
  return accepted([{ stream: contactStream(uscc), events: [taken] }]);
}

/** An account number that one clerk of release 0.1 stated goes on record; it is paid to once two propose it anew. */
export function decideBankAccountTakeOver(input: {
  readonly command: TakeBankAccountOver;
  readonly enterprise: EnterpriseState;
}): RegistryDecision {
  const { command, enterprise } = input;
  if (enterprise === null) return refused(unknownEnterprise());
  const { uscc } = enterprise;
  const { commandId: proposal } = command;
  const account = { proposal, ...command.account };
  const taken = event(command, 'BankAccountTakenOver', { proposal, uscc, account });
  return accepted([{ stream: accountStream(uscc), events: [taken] }]);
}
