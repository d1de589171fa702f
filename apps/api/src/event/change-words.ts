import { CHANGE_NAMES } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import type { DomainEvent } from '@duixian/treasury';
import { joined, say } from '../policy/describe/words.js';

type ChangeEvent = Extract<
  DomainEvent,
  {
    type:
      | 'EnterpriseChangeProposed'
      | 'EnterpriseRenamed'
      | 'EnterpriseClosed'
      | 'EntitlementClosed'
      | 'ChangeCorrectionProposed'
      | 'EnterpriseChangeCorrected';
  }
>;

/** What became of an enterprise, or what of it was put right, in one sentence. */
export function changeWords(event: ChangeEvent): Bilingual {
  switch (event.type) {
    case 'EnterpriseChangeProposed': {
      const { kind, on, name, successors } = event.data.change;
      const what = CHANGE_NAMES[kind];
      const aim = [...(name === null ? [] : [name]), ...successors].join('、');
      const day = say(`${on}${what.zh}`, `${what.en} on ${on}`);
      return aim === '' ? day : joined([day, say(aim, aim)], '：', ': ');
    }
    case 'EnterpriseRenamed':
      return say(`${event.data.was}→${event.data.name}`, `${event.data.was} → ${event.data.name}`);
    case 'EnterpriseClosed':
    case 'EntitlementClosed': {
      const { how, on, successors } = event.data;
      const ended = say(`${on}${CHANGE_NAMES[how].zh}`, `${CHANGE_NAMES[how].en} on ${on}`);
      return successors.length === 0
        ? ended
        : joined([ended, say(successors.join('、'), successors.join(', '))], '，承继者', ', succeeded by ');
    }
    case 'ChangeCorrectionProposed':
    case 'EnterpriseChangeCorrected': {
      const { change, on } = event.data;
      const { zh, en } = CHANGE_NAMES[change.kind];
      return on === null
        ? say(`${change.on}${zh}系误录，撤销`, `${en} on ${change.on} never came about`)
        : say(`${zh}日期${change.on}更正为${on}`, `${en} on ${change.on} is now ${on}`);
    }
  }
}
