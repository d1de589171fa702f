import type { AssignmentEvent, DelegationEvent, RecusalEvent } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import { say } from '../policy/describe/words.js';

type TurnEvent = AssignmentEvent | DelegationEvent | RecusalEvent;

/** What the field calls each of them. */
export const TURN_NAMES: Readonly<Record<TurnEvent['type'], Bilingual>> = {
  ClaimAssigned: say('分派', 'Assigned'),
  DelegationGiven: say('委托代办', 'Delegated'),
  DelegationEnded: say('结束委托', 'Delegation ended'),
  RecusalDeclared: say('回避', 'Recused'),
  RecusalLifted: say('解除回避', 'Recusal lifted'),
};

/** Who looks after a claim, who stands in for whom and until when, and who takes no part. */
export function turnWords(event: TurnEvent): Bilingual {
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
    case 'RecusalDeclared': {
      const { official, claim, reason } = event.data;
      const [zh, en] = claim === null ? ['企业全部事项', 'all of the enterprise'] : ['此件', 'this claim'];
      const ordered = event.meta.actor.userId === official.userId ? say('', '') : say('（责令）', ' (ordered)');
      return say(
        `${official.displayName}回避${zh}${ordered.zh}：${reason}`,
        `${official.displayName} takes no part in ${en}${ordered.en}: ${reason}`,
      );
    }
    case 'RecusalLifted': {
      const { official, reason } = event.data;
      return say(
        `${official.displayName}不再回避：${reason}`,
        `${official.displayName} is kept from it no more: ${reason}`,
      );
    }
  }
}
