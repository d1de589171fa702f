import type { ClaimEvent, RoundEvent, SampleEvent } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import { say } from '../policy/describe/words.js';

/** What the field calls what happens to rounds and samples. */
export const ROUND_NAMES: Readonly<Record<(RoundEvent | SampleEvent)['type'], Bilingual>> = {
  RoundProposed: say('提出申报批次', 'Round proposed'),
  RoundExtensionProposed: say('提出延长批次', 'Longer round proposed'),
  RoundAgreed: say('同意申报批次提议', 'Proposal for a round agreed to'),
  RoundRefused: say('否决申报批次提议', 'Proposal for a round refused'),
  RoundWithdrawn: say('撤回申报批次提议', 'Proposal for a round taken back'),
  SampleDrawn: say('抽取复审样本', 'Sample drawn'),
};

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

/** What a draw made of a claim, and how many it took of how many. */
export function sampleWords(event: SampleEvent | Extract<ClaimEvent, { type: 'ClaimSampled' }>): Bilingual {
  if (event.type === 'ClaimSampled') {
    const { drawn, draw } = event.data;
    return drawn
      ? say(`抽中，抽取编号${draw}`, `Drawn, by ${draw}`)
      : say(`未抽中，抽取编号${draw}`, `Not drawn, by ${draw}`);
  }
  const { measure, lists } = event.data;
  const [of, drawn] = [lists.flatMap((list) => list.of), lists.flatMap((list) => list.drawn)];
  return say(`${measure}：${of.length}件中抽取${drawn.length}件`, `${measure}: ${drawn.length} drawn of ${of.length}`);
}
