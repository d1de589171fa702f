import type { DelegationEvent } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import { say } from '../policy/describe/words.js';

/** Who stands in for whom, and until when. */
export function turnWords(event: DelegationEvent): Bilingual {
  switch (event.type) {
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
