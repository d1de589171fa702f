import type { MachineEvent } from '@duixian/office';
import type { Bilingual } from '@duixian/policy';
import type { DomainEvent } from '@duixian/treasury';
import { say } from '../policy/describe/words.js';

/** What each event of a machine's account is called. */
export const MACHINE_NAMES: Readonly<Record<MachineEvent['type'], Bilingual>> = {
  MachineAccountProposed: say('机器账号提议', 'Machine account proposed'),
  MachineAccountAgreed: say('同意机器账号', 'Machine account agreed to'),
  MachineAccountRefused: say('否决机器账号', 'Machine account refused'),
  MachineAccountWithdrawn: say('撤回机器账号提议', 'Proposal of a machine account taken back'),
  MachineAccountShut: say('关停机器账号', 'Machine account shut'),
  ApiKeyIssued: say('发放API密钥', 'API key issued'),
  ApiKeyRevoked: say('吊销API密钥', 'API key revoked'),
};

export function isOfMachines(event: DomainEvent): event is MachineEvent {
  return Object.hasOwn(MACHINE_NAMES, event.type);
}

/** What happened to the account of a machine, in one sentence. */
export function machineWords(event: MachineEvent): Bilingual {
  switch (event.type) {
    case 'MachineAccountProposed':
    case 'MachineAccountAgreed': {
      const { name, owner, purpose, endsOn } = event.data.terms;
      return say(`${name}（${owner}）：${purpose}，至${endsOn}`, `${name} (${owner}): ${purpose}, until ${endsOn}`);
    }
    case 'MachineAccountRefused':
    case 'MachineAccountShut':
    case 'ApiKeyRevoked':
      return say(event.data.reason, event.data.reason);
    case 'MachineAccountWithdrawn':
      return say('由提议人撤回', 'By whoever proposed it');
    case 'ApiKeyIssued':
      return say('密钥仅显示一次，系统只保存其散列值', 'Shown once; its hash alone is kept');
  }
}
