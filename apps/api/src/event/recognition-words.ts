import type { RecognitionEvent } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import type { DomainEvent } from '@duixian/treasury';
import { say } from '../policy/describe/words.js';

/** What the field calls each. */
export const RECOGNITION_NAMES: Readonly<Record<RecognitionEvent['type'], Bilingual>> = {
  RecognitionListProposed: say('提出认定名单', 'List of recognitions proposed'),
  RecognitionRevocationProposed: say('提出撤销认定', 'Revocation of recognitions proposed'),
  RecognitionAgreed: say('同意认定名单提议', 'Proposal for a list agreed to'),
  RecognitionRefused: say('否决认定名单提议', 'Proposal for a list refused'),
  RecognitionWithdrawn: say('撤回认定名单提议', 'Proposal for a list taken back'),
};

export function isOfRecognition(event: DomainEvent): event is RecognitionEvent {
  return event.type in RECOGNITION_NAMES;
}

/** What was proposed of a list of recognitions, or said of that. */
export function recognitionWords(event: RecognitionEvent): Bilingual {
  switch (event.type) {
    case 'RecognitionListProposed': {
      const { list, entries, refused } = event.data;
      return say(
        `${list}：收录${entries.length}行，不收${refused}行`,
        `${list}: ${entries.length} lines taken, ${refused} not`,
      );
    }
    case 'RecognitionRevocationProposed': {
      const { list, entries, from, reason } = event.data;
      return say(
        `${list}第${entries.join('、')}项自${from}起：${reason}`,
        `${list}, entries ${entries.join(', ')}, from ${from}: ${reason}`,
      );
    }
    case 'RecognitionRefused':
      return say(`${event.data.list}：${event.data.reason}`, `${event.data.list}: ${event.data.reason}`);
    case 'RecognitionAgreed':
    case 'RecognitionWithdrawn':
      return say(event.data.list, event.data.list);
  }
}
