import { STEP_OUTCOME_NAMES } from '@duixian/casework';
import type { DomainEvent } from '@duixian/treasury';
import type { Bilingual } from '@duixian/policy';
import { money, say } from '../policy/describe/words.js';

type Event<Type extends DomainEvent['type']> = Extract<DomainEvent, { type: Type }>;
type Reviewed = Event<'ClaimReviewed'>['data'];

/** What the lead department or another office said of a claim, or why it goes on by a later route. */
export function reviewWords(
  event: Event<
    | 'ClaimFirstReviewed'
    | 'ClaimReviewed'
    | 'RouteStepTaken'
    | 'RouteStepForwarded'
    | 'StepTakenBack'
    | 'ClaimRouteMoved'
  >,
): Bilingual {
  switch (event.type) {
    case 'ClaimFirstReviewed':
    case 'ClaimReviewed':
      return reviewed(event.data);
    case 'RouteStepTaken':
      return taken(event.data);
    case 'RouteStepForwarded':
      return forwarded(event.data);
    case 'StepTakenBack': {
      const { name, reason } = event.data;
      return say(`收回“${name.zh}”：${reason}`, `${name.en}: taken back. ${reason}`);
    }
    case 'ClaimRouteMoved':
      return say(event.data.reason, event.data.reason);
  }
}

function reviewed({ opinion, agreedAmount, distinction, conditions }: Reviewed): Bilingual {
  const unconditional = distinction === null ? say(opinion, opinion) : compared(opinion, distinction);
  const said = conditions === undefined ? unconditional : onCondition(unconditional, conditions);
  if (agreedAmount === null) return said;
  const agreed = money(agreedAmount);
  return say(`同意${agreed.zh}：${said.zh}`, `Agreed to ${agreed.en}: ${said.en}`);
}

function onCondition({ zh, en }: Bilingual, conditions: string): Bilingual {
  return say(`${zh}（附条件：${conditions}）`, `${en} (on condition: ${conditions})`);
}

function compared(opinion: string, { claims, reason }: NonNullable<Reviewed['distinction']>): Bilingual {
  return say(
    `${opinion}（与${claims.join('、')}非同一事项：${reason}）`,
    `${opinion} (another matter than ${claims.join(', ')}: ${reason})`,
  );
}

function taken(data: Event<'RouteStepTaken'>['data']): Bilingual {
  const { name, kind, office, outcome, opinion, conditions, paper, scores, batch } = data;
  const said = STEP_OUTCOME_NAMES[outcome];
  const by = office.department ?? '';
  const notes = [
    ...(conditions === null ? [] : [say(`条件：${conditions}`, `on condition: ${conditions}`)]),
    ...(paper === null ? [] : [say(`${paper.number}，${paper.on}`, `${paper.number} of ${paper.on}`)]),
    ...(batch === undefined ? [] : [say(`随批次“${batch.name}”`, `with the batch ‘${batch.name}’`)]),
    ...(scores.length === 0 ? [] : [say(`平均${averageOf(scores)}分`, `average ${averageOf(scores)}`)]),
  ];
  const outcomeOf = kind === 'settlement' ? say('继续办理', 'goes on') : said;
  return say(
    `${by}${name.zh}：${outcomeOf.zh}。${opinion}${notes.map(({ zh }) => `（${zh}）`).join('')}`,
    `${by === '' ? '' : `${by}, `}${name.en}: ${outcomeOf.en}. ${opinion}${notes.map(({ en }) => ` (${en})`).join('')}`,
  );
}

function forwarded({ name, from, to, reason }: Event<'RouteStepForwarded'>['data']): Bilingual {
  const [before, now] = [from.department ?? '', to.department ?? ''];
  return say(
    `“${name.zh}”由${before}转${now}办理：${reason}`,
    `${name.en}: forwarded by ${before} to ${now}. ${reason}`,
  );
}

/** With one decimal, as panels report it. */
function averageOf(scores: readonly { readonly score: number }[]): string {
  return (scores.reduce((sum, { score }) => sum + score, 0) / scores.length).toFixed(1);
}
