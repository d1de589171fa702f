import type { AssignmentEvent, DelegationEvent } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import { say } from '../policy/describe/words.js';

/** Who looks after a claim, who stands in for whom, and until when. */
export function turnWords(event: AssignmentEvent | DelegationEvent): Bilingual {
  switch (event.type) {
    case 'ClaimAssigned': {
      const { to } = event.data;
      return to === null ? say('退回本科室', 'Put back') : say(`由${to.displayName}经办`, `For ${to.displayName}`);
    }
    case 'DelegationGiven': {
      const { to, from, until, measures, reason } = event.data;
      const [zh, en] = measures === null ? ['', ''] : [`（${measures.join('、')}）`, ` (${measures.join(', ')})`];
      return say(
        `${from}至${until}由${to.displayName}代办${zh}：${reason}`,
        `${to.displayName} stands in from ${from} to ${until}${en}: ${reason}`,
      );
    }
    case 'DelegationEnded':
      return say(event.data.reason, event.data.reason);
  }
}
