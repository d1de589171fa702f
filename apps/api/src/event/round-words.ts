import type { RoundEvent } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import { say } from '../policy/describe/words.js';

/** What was proposed of a round, or said of that. */
export function roundWords(event: RoundEvent): Bilingual {
  switch (event.type) {
    case 'RoundProposed': {
      const { name, opens, closes } = event.data;
      return say(`${name.zh}，${opens}至${closes}`, `${name.en}, ${opens} to ${closes}`);
    }
    case 'RoundExtensionProposed': {
      const { policy, number, closes, reason } = event.data;
      return say(
        `${policy}第${number}批延至${closes}：${reason}`,
        `${policy}, round ${number}, until ${closes}: ${reason}`,
      );
    }
    case 'RoundRefused':
      return say(`${event.data.policy}：${event.data.reason}`, `${event.data.policy}: ${event.data.reason}`);
    case 'RoundAgreed':
    case 'RoundWithdrawn':
      return say(event.data.policy, event.data.policy);
  }
}
