import { HINT_REASON_NAMES, UPHELD_STEP_NAMES } from '@duixian/casework';
import type { DomainEvent } from '@duixian/treasury';
import type { Bilingual } from '@duixian/policy';
import { say } from '../policy/describe/words.js';

type ObjectionEvent = Extract<
  DomainEvent,
  { type: 'ObjectionRaised' | 'ObjectionNoted' | 'ObjectionDismissed' | 'ObjectionUpheld' | 'ObjectorErased' }
>;

/** What was objected, or how it was answered. */
export function objectionWords(event: ObjectionEvent): Bilingual {
  switch (event.type) {
    case 'ObjectionRaised': {
      const { by, what, answerBy } = event.data;
      return say(
        `${by.name}：${what}（应于${answerBy}前答复，此件冻结）`,
        `${by.name}: ${what} (to be answered by ${answerBy}; the claim is frozen)`,
      );
    }
    case 'ObjectionNoted': {
      const { what, why } = event.data;
      const { zh, en } = HINT_REASON_NAMES[why];
      return say(`${what}（${zh}，仅作线索，不影响拨付）`, `${what} (${en}: a hint only, which stops nothing)`);
    }
    case 'ObjectionDismissed':
      return say(event.data.reason, event.data.reason);
    case 'ObjectorErased': {
      const { reason } = event.data;
      return say(`姓名和电话已删除：${reason}`, `Name and telephone were erased: ${reason}`);
    }
    case 'ObjectionUpheld': {
      const { reason, then } = event.data;
      const { zh, en } = UPHELD_STEP_NAMES[then];
      return say(`${reason}（${zh}）`, `${reason} (${en})`);
    }
  }
}
