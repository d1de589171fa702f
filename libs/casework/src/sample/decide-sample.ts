import type { Measure } from '@duixian/policy';
import type { CaseworkDecision } from '../casework-event.js';
import type { Claim } from '../claim/claim.js';
import { samplingOf, undecidedSteps } from '../claim/route.js';
import type { Command } from '../common/actor.js';
import { accepted, event, refused } from '../common/decision.js';
import { refusal, type Refusal } from '../common/refusal.js';
import { claimStream, sampleStream } from '../common/streams.js';
import { roundOfficeRefusal, unknownRound } from '../round/decide-round.js';
import { roundStanding, type Round } from '../round/round-book.js';
import type { Actor } from '../common/actor.js';
import type { PlainDate } from '../common/plain-date.js';
import { draw, seedOf, type Chance, type Sha256 } from './draw.js';
import type { DrawnList } from './sample-event.js';

export interface DrawSample extends Command {
  /** Full id of the clause. */
  readonly measure: string;
  /** Id of the round; null = claims of the clause without a round. */
  readonly round: string | null;
}

/**
 * 抽取复审样本: draws once among the claims of a clause that wait for it, those of one round or those of none. Nobody draws
 * again for a claim: what was drawn stands with it to its end, and beyond it where the enterprise claims anew: else whoever
 * was drawn would withdraw, and claim until he is not.
 */
export function decideDraw(input: {
  readonly command: DrawSample;
  /** Null where there is none of this id. */
  readonly measure: Measure | null;
  /** Null where the command names none, or there is none of this id. */
  readonly round: Round | null;
  /** Claims that seemed to wait, up to the position `at`. */
  readonly claims: readonly Claim[];
  /** Claims that were drawn once and have ended, of the same enterprises. */
  readonly ended: readonly Claim[];
  readonly at: string;
  readonly chance: Chance;
  readonly sha256: Sha256;
}): CaseworkDecision {
  const { command, measure, round, at, chance, sha256 } = input;
  if (measure === null) return refused(unknownMeasure());
  if (command.round !== null && round === null) return refused(unknownRound());
  const waiting = input.claims.filter((claim) => isAmong(claim, command));
  const reason = drawRefusal({ measure, round, waiting: waiting.length }, command.actor, command.on);
  if (reason !== null) return refused(reason);
  const value = seedOf(chance, sha256);
  const lists = listsOf(waiting, input.ended).map(({ of, before, ...list }): DrawnList => ({
    ...{ ...list, of, drawn: [...draw(of, list.share, value, sha256)] },
    ...(before.length === 0 ? {} : { before }),
  }));
  const { commandId: id } = command;
  const policy = measure.policy.id;
  const drawn = event(command, 'SampleDrawn', {
    ...{ draw: id, policy, measure: measure.id, round: command.round, at },
    seed: { ...chance, value },
    lists,
  });
  return accepted([
    { stream: sampleStream(policy), events: [drawn] },
    ...waiting.map((claim) => ({
      stream: claimStream(claim.id),
      events: lists.flatMap((list) => {
        const isBefore = list.before?.some((each) => each.claim === claim.id) === true;
        if (!isBefore && !list.of.includes(claim.id)) return [];
        const isDrawn = isBefore || list.drawn.includes(claim.id);
        const { step, share } = list;
        return [event(command, 'ClaimSampled', { draw: id, policy, step, share, drawn: isDrawn })];
      }),
    })),
  ]);
}

/** Why somebody may not draw now; null when he may. A page asks before it offers a button. */
export function drawRefusal(
  { measure, round, waiting }: { readonly measure: Measure; readonly round: Round | null; readonly waiting: number },
  actor: Actor,
  on: PlainDate,
): Refusal | null {
  const { division } = measure.policy;
  const office = roundOfficeRefusal({ division, department: measure.clause.departments.lead }, actor);
  if (office !== null) return office;
  if (round !== null && roundStanding(round, on) !== 'closed') return notClosed(round);
  if (waiting > 0) return null;
  return refusal('NOT_YOUR_TURN', {
    zh: '没有等待抽取的申报件：已抽取的不再重抽，其余尚未办到复审环节。',
    en: 'No claim waits for a draw: what was drawn is never drawn again, and the others have not come to the step yet.',
  });
}

function isAmong(claim: Claim, { measure, round }: DrawSample): boolean {
  return (
    claim.status === 'accepted' &&
    claim.measure === measure &&
    (claim.applicationRound?.id ?? null) === round &&
    claim.route !== null &&
    undecidedSteps(claim.route).length > 0
  );
}

type Listed = Required<Omit<DrawnList, 'drawn'>>;

/** One list for each step and share, its claims by their numbers. */
function listsOf(claims: readonly Claim[], ended: readonly Claim[]): readonly Listed[] {
  const lists = new Map<string, Listed>();
  for (const claim of [...claims].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const { key: step, share } of claim.route === null ? [] : undecidedSteps(claim.route)) {
      const name = `${step} ${String(share)}`;
      const list = lists.get(name) ?? { step, share, of: [], before: [] };
      const earlier = ended.find((each) => wasDrawn(each, claim, step));
      if (earlier === undefined) list.of.push(claim.id);
      else list.before.push({ claim: claim.id, earlier: earlier.id });
      lists.set(name, list);
    }
  }
  return [...lists.values()];
}

/** Whether an earlier claim of the same enterprise, clause and year was drawn for the step, and ended without a determination. */
function wasDrawn(earlier: Claim, { uscc, measure, year }: Claim, step: string): boolean {
  return (
    (earlier.status === 'withdrawn' || earlier.status === 'rejected') &&
    earlier.uscc === uscc &&
    earlier.measure === measure &&
    earlier.year === year &&
    earlier.route !== null &&
    samplingOf(earlier.route, step)?.drawn === true
  );
}

function notClosed({ name, closes }: Round): Refusal {
  return refusal('NOT_YOUR_TURN', {
    zh: `“${name.zh}”至${closes}截止；截止次日起才能抽取，以免抽取后又有新的申报。`,
    en: `‘${name.en}’ closes on ${closes}: draw from the day after, so that no claim comes in behind the draw.`,
  });
}

function unknownMeasure(): Refusal {
  const message = {
    zh: '没有这一政策条款，请从目录中选择。',
    en: 'There is no such measure: choose one of the catalogue.',
  };
  return refusal('NOT_FOUND', message, 'measure');
}
