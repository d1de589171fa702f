import type { EnterpriseEvent } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import { say } from '../policy/describe/words.js';

type Move = Extract<EnterpriseEvent, { type: 'EnterpriseMoved' | 'MoveProposed' | 'MoveCorrected' }>;

/** Where an enterprise moves, in one sentence. */
export function moveWords(event: Move, nameOf: (division: string) => string): Bilingual {
  const to = nameOf(event.data.division);
  switch (event.type) {
    case 'EnterpriseMoved': {
      const from = nameOf(event.data.from);
      return say(`${from}→${to}`, `${from} → ${to}`);
    }
    case 'MoveProposed': {
      const { on } = event.data;
      const from = nameOf(event.data.from);
      return say(`${from}→${to}，${on}起`, `${from} → ${to} from ${on}`);
    }
    case 'MoveCorrected': {
      const { was, on } = event.data;
      const before = nameOf(was.division);
      return say(
        `原为${was.on}起属${before}，更正为${on}起属${to}`,
        `${before} from ${was.on} is now ${to} from ${on}`,
      );
    }
  }
}
